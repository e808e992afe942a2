import type { Edge } from "../api";
import { shape } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import { curve, pointOnCurve } from "./layout";
import type { Placed, Scene } from "./model";

/** What of a scene stands out. */
export interface Look {
  readonly selected: string;
  /** How much is hidden around a concept. */
  readonly hidden: (slug: string) => number;
}

/** The layers of a drawing, from the lowest to the uppermost. */
export interface Layers {
  readonly edges: SVGGElement;
  readonly boxes: SVGGElement;
  readonly labels: SVGGElement;
}

/** Draws a scene. Labels become text nodes only. */
export function draw(layers: Layers, scene: Scene, look: Look): void {
  const ends = scene.edges.flatMap((edge) => {
    const from = scene.nodes.get(edge.from);
    const to = scene.nodes.get(edge.to);
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  // A prerequisite is told by its side; the other relations of the selection are told in words.
  const told = ends.filter(({ edge }) => isNear(edge, look.selected) && edge.relation !== "prerequisite");
  layers.edges.replaceChildren(...ends.map(({ edge, from, to }) => drawEdge(edge, from, to, look.selected)));
  layers.boxes.replaceChildren(...[...scene.nodes.values()].map((box) => drawBox(scene, box, look)));
  layers.labels.replaceChildren(...told.map(({ edge, from, to }) => drawLabel(edge, from, to, look.selected)));
}

function isNear(edge: Edge, selected: string): boolean {
  return edge.from === selected || edge.to === selected;
}

function drawEdge(edge: Edge, from: Placed, to: Placed, selected: string): SVGElement {
  // Prerequisites point the way one learns: from what comes first to what needs it.
  const d = edge.relation === "prerequisite" ? curve(to, from) : curve(from, to);
  const near = isNear(edge, selected) ? " near" : "";
  const line = shape("path", { d, class: `edge edge-${edge.relation}${near}`, "marker-end": "url(#tip)" });
  const said = `${from.concept.label} ${text(`edge.${edge.relation}`)} ${to.concept.label}`;
  line.append(shape("title", {}, edge.reason === "" ? said : `${said}. ${edge.reason}`));
  return line;
}

/** The label stands nearer to the other end, where the edges of one concept are apart. */
function drawLabel(edge: Edge, from: Placed, to: Placed, selected: string): SVGElement {
  const { x, y } = pointOnCurve(from, to, edge.from === selected ? 0.62 : 0.38);
  const label = text(`edge.${edge.relation}`);
  return shape("text", { class: "edge-label", x, y, "text-anchor": "middle", dy: ".35em" }, label);
}

function drawBox(scene: Scene, box: Placed, look: Look): SVGGElement {
  const { slug, label, kind, known } = box.concept;
  const selected = slug === look.selected;
  const more = look.hidden(slug);
  const group = shape("g", {
    class: `node role-${box.role} kind-${kind}${selected ? " selected" : ""}${known ? "" : " unknown"}`,
    transform: `translate(${box.x} ${box.y})`,
    tabindex: selected ? 0 : -1,
    role: "button",
    "aria-label": more > 0 ? `${label}, ${text("more", more)}` : label,
    "aria-expanded": String(scene.open.includes(slug)),
    "data-slug": slug,
  });
  group.append(
    shape("rect", { width: box.width, height: box.height, rx: 6 }),
    shape("use", { href: `#k-${kind}`, class: "glyph", x: 8, y: box.height / 2 - 6, width: 12, height: 12 }),
    shape("text", { x: 24, y: box.height / 2, dy: ".35em", lang: languageOf(label) }, label),
  );
  if (more > 0) {
    const badge = shape("g", { class: "more", "aria-hidden": "true", transform: `translate(${box.width} 0)` });
    badge.append(
      shape("rect", { x: -16, y: -9, width: 26, height: 18, rx: 9 }),
      shape("text", { x: -3, "text-anchor": "middle", dy: ".35em" }, `+${more}`),
    );
    group.append(badge);
  }
  return group;
}
