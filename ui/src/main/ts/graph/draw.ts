import type { Edge } from "../api";
import { shape } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import { curve } from "./layout";
import type { Placed, Scene } from "./model";

/** What of a scene stands out. */
export interface Look {
  readonly selected: string;
  /** How much is hidden around a concept. */
  readonly hidden: (slug: string) => number;
}

/** Draws a scene into the two layers of a drawing: edges below, boxes above. Labels become text nodes only. */
export function draw(edges: SVGGElement, boxes: SVGGElement, scene: Scene, look: Look): void {
  edges.replaceChildren(...scene.edges.flatMap((edge) => drawEdge(scene, edge, look.selected)));
  boxes.replaceChildren(...[...scene.nodes.values()].map((box) => drawBox(scene, box, look)));
}

function drawEdge(scene: Scene, edge: Edge, selected: string): SVGElement[] {
  const from = scene.nodes.get(edge.from);
  const to = scene.nodes.get(edge.to);
  if (from === undefined || to === undefined) {
    return [];
  }
  // Prerequisites point the way one learns: from what comes first to what needs it.
  const d = edge.relation === "prerequisite" ? curve(to, from) : curve(from, to);
  const near = edge.from === selected || edge.to === selected;
  const line = shape("path", {
    d,
    class: `edge edge-${edge.relation}${near ? " near" : ""}`,
    "marker-end": "url(#tip)",
  });
  const said = `${from.concept.label} ${text(`edge.${edge.relation}`)} ${to.concept.label}`;
  line.append(shape("title", {}, edge.reason === "" ? said : `${said}. ${edge.reason}`));
  return near ? [line, edgeLabel(from, to, edge.relation)] : [line];
}

function edgeLabel(from: Placed, to: Placed, relation: string): SVGElement {
  const x = (from.x + from.width / 2 + to.x + to.width / 2) / 2;
  const y = (from.y + from.height / 2 + to.y + to.height / 2) / 2;
  return shape("text", { class: "edge-label", x, y, "text-anchor": "middle", dy: ".35em" }, text(`edge.${relation}`));
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
    shape("use", { href: `#k-${kind}`, class: "glyph", x: 9, y: box.height / 2 - 6, width: 12, height: 12 }),
    shape("text", { x: 27, y: box.height / 2, dy: ".35em", lang: languageOf(label) }, label),
  );
  if (more > 0) {
    const badge = shape("g", { class: "more", transform: `translate(${box.width} 0)` });
    badge.append(
      shape("rect", { x: -16, y: -9, width: 26, height: 18, rx: 9 }),
      shape("text", { x: -3, "text-anchor": "middle", dy: ".35em" }, `+${more}`),
    );
    group.append(badge);
  }
  return group;
}
