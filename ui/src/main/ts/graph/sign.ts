import { shape } from "../page/dom";

/** How far the reader is, told by shape as well as by colour: a tick, half a disc, a ring. */
export function markSign(mark: string, height: number): SVGElement {
  const sign = shape("g", { class: "sign", "aria-hidden": "true", transform: `translate(2 ${height - 2})` });
  sign.append(shape("circle", { r: 8, class: "ground" }));
  if (mark === "known") {
    sign.append(shape("path", { d: "M-4 0l3 3 5-6", class: "tick" }));
  } else if (mark === "learning") {
    sign.append(shape("path", { d: "M0 -5a5 5 0 0 1 0 10z", class: "half" }), shape("circle", { r: 5, class: "ring" }));
  } else {
    sign.append(shape("circle", { r: 4.5, class: "ring" }));
  }
  return sign;
}
