import { bounds, type Rectangle } from "./layout";

const MARGIN = 24;
const PROPERTIES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
];

/** Copies the look that style sheets give into the copy itself, so that it looks the same outside the page. */
function inlineLook(from: Element, to: Element): void {
  const look = getComputedStyle(from);
  for (const property of PROPERTIES) {
    const value = look.getPropertyValue(property);
    if (value !== "") {
      to.setAttribute(property, value);
    }
  }
  [...from.children].forEach((child, index) => {
    const copy = to.children[index];
    if (copy !== undefined) {
      inlineLook(child, copy);
    }
  });
}

/** Returns a drawing as the text of an SVG file that stands alone. */
export function toSvgFile(svg: SVGSVGElement, boxes: Iterable<Rectangle>): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineLook(svg, copy);
  const all = bounds(boxes);
  const width = all.width + 2 * MARGIN;
  const height = all.height + 2 * MARGIN;
  copy.setAttribute("viewBox", `${all.x - MARGIN} ${all.y - MARGIN} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const symbol of document.querySelectorAll(".sprite symbol")) {
    copy.prepend(symbol.cloneNode(true));
  }
  return new XMLSerializer().serializeToString(copy);
}

/** Lets the browser save a text as a file. */
export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
