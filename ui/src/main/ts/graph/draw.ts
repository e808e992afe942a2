import { shape } from "../page/dom";
import type { Emphasis, Figure, FigureEdge, FigureNode } from "./figure";
import { curve, pointOnCurve, shifts, type Rectangle } from "./layout";
import { markSign } from "./sign";

/** The layers of a drawing, from the lowest to the uppermost. */
export interface Layers {
  readonly edges: SVGGElement;
  readonly boxes: SVGGElement;
  readonly labels: SVGGElement;
}

/** What stands where on the canvas now; kept from one drawing to the next, so that focus and hovering survive it. */
export class Drawing {
  private readonly boxes = new Map<string, { group: SVGGElement; drawn: string }>();
  private readonly lines = new Map<string, SVGGElement>();

  /** @param tip the id of the marker that ends a line */
  constructor(
    private readonly layers: Layers,
    private readonly tip: string,
  ) {}

  /** Draws a figure. Labels become text nodes only. */
  draw(figure: Figure, emphasis: Emphasis): void {
    for (const [id, { group }] of this.boxes) {
      if (!figure.nodes.has(id)) {
        group.remove();
        this.boxes.delete(id);
      }
    }
    for (const node of figure.nodes.values()) {
      this.box(node, emphasis);
    }
    this.drawLines(figure, emphasis);
  }

  /** Returns what draws a node. */
  group(id: string): SVGGElement | undefined {
    return this.boxes.get(id)?.group;
  }

  /** Shows a line as the one that is looked at; undefined for none. */
  heed(id: string | undefined): void {
    for (const [name, group] of this.lines) {
      group.classList.toggle("heeded", name === id);
    }
  }

  private box(node: FigureNode, emphasis: Emphasis): void {
    let entry = this.boxes.get(node.id);
    if (entry === undefined) {
      entry = { group: shape("g", { role: "button", "data-id": node.id }), drawn: "" };
      this.boxes.set(node.id, entry);
      this.layers.boxes.append(entry.group);
    }
    const { group } = entry;
    const classes = ["node", node.look];
    const isSelected = node.id === emphasis.selected;
    const on: Record<string, boolean> = {
      [`kind-${node.kind}`]: node.kind !== "",
      [`mark-${node.mark}`]: node.mark !== "",
      pinned: node.pinned,
      selected: isSelected,
      way: emphasis.way.has(node.id),
      start: emphasis.start === node.id,
      aside: emphasis.way.size > 0 && !emphasis.way.has(node.id),
    };
    classes.push(...Object.keys(on).filter((name) => on[name] === true));
    group.setAttribute("class", classes.filter((name) => name !== "").join(" "));
    group.setAttribute("transform", `translate(${node.x} ${node.y})`);
    group.setAttribute("tabindex", isSelected ? "0" : "-1");
    group.setAttribute("aria-label", node.said);
    if (node.open === undefined) {
      group.removeAttribute("aria-expanded");
    } else {
      group.setAttribute("aria-expanded", String(node.open));
    }
    const { label, lang, kind, more, mark, pinned, width, height } = node;
    const drawn = JSON.stringify([label, lang, kind, more, mark, pinned, width, height]);
    if (drawn !== entry.drawn) {
      entry.drawn = drawn;
      group.replaceChildren(...inside(node));
    }
  }

  private drawLines(figure: Figure, emphasis: Emphasis): void {
    const aside = shifts(figure.edges);
    const ends = figure.edges.flatMap((edge) => {
      const from = figure.nodes.get(edge.from);
      const to = figure.nodes.get(edge.to);
      return from === undefined || to === undefined ? [] : [{ edge, from, to, shift: aside.get(edge.id) ?? 0 }];
    });
    const kept = new Set(ends.map(({ edge }) => edge.id));
    for (const [id, group] of this.lines) {
      if (!kept.has(id)) {
        group.remove();
        this.lines.delete(id);
      }
    }
    for (const { edge, from, to, shift } of ends) {
      this.line(edge, from, to, shift, emphasis);
    }
    const told = ends.filter(
      ({ edge }) => emphasis.way.has(edge.id) || edge.from === emphasis.selected || edge.to === emphasis.selected,
    );
    this.layers.labels.replaceChildren(...labels(told, [...figure.nodes.values()], emphasis.selected));
  }

  private line(edge: FigureEdge, from: Rectangle, to: Rectangle, shift: number, emphasis: Emphasis): void {
    let group = this.lines.get(edge.id);
    if (group === undefined) {
      group = shape("g", { "data-edge": edge.id });
      // The second line is wide and unseen: it makes the first one easy to point at.
      group.append(
        shape("path", { class: `edge edge-${edge.relation}`, "marker-end": `url(#${this.tip})` }),
        shape("path", { class: "near-edge" }),
      );
      this.lines.set(edge.id, group);
      this.layers.edges.append(group);
    }
    const near = edge.from === emphasis.selected || edge.to === emphasis.selected;
    const heeded = group.classList.contains("heeded") ? " heeded" : "";
    const way = emphasis.way.has(edge.id) ? " way" : "";
    group.setAttribute("class", `line${near ? " near" : ""}${way}${heeded}`);
    const d = curve(from, to, shift);
    for (const path of group.children) {
      path.setAttribute("d", d);
    }
  }
}

interface Told {
  readonly edge: FigureEdge;
  readonly from: Rectangle;
  readonly to: Rectangle;
  readonly shift: number;
}

const PLACES = [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2];
const LABEL_HEIGHT = 16;

/** Labels of lines, each at the first place on its line where it covers nothing; where there is none, no label. */
function labels(told: readonly Told[], boxes: readonly Rectangle[], selected: string): SVGElement[] {
  const taken = [...boxes];
  return told.flatMap(({ edge, from, to, shift }) => {
    if (edge.label === "") {
      return [];
    }
    const width = [...edge.label].reduce((sum, one) => sum + (one > "\u2e80" ? 12 : 7), 6);
    for (const t of PLACES) {
      // Counted from the selected end: at the other one the lines are apart.
      const { x, y } = pointOnCurve(from, to, edge.to === selected ? 1 - t : t, shift);
      const box = { x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
      if (!taken.some((other) => covers(box, other))) {
        taken.push(box);
        return [shape("text", { class: "edge-label", x, y, "text-anchor": "middle", dy: ".35em" }, edge.label)];
      }
    }
    return [];
  });
}

function covers(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(node: FigureNode): SVGElement[] {
  const { width, height, kind, label, lang, more, mark, pinned } = node;
  const parts: SVGElement[] = [shape("rect", { class: "box", width, height, rx: 6 })];
  if (kind !== "") {
    parts.push(shape("use", { href: `#k-${kind}`, class: "glyph", x: 8, y: height / 2 - 6, width: 12, height: 12 }));
  }
  const x = kind === "" ? 12 : 24;
  parts.push(shape("text", { x, y: height / 2, dy: ".35em", ...(lang === undefined ? {} : { lang }) }, label));
  if (mark !== "") {
    parts.push(markSign(mark, height));
  }
  if (pinned) {
    const pin = shape("g", { class: "pin", "aria-hidden": "true", transform: `translate(${width - 9} ${height})` });
    pin.append(shape("path", { d: "M-4 -4h8l-2 4v3h-4v-3z" }), shape("path", { d: "M0 3v5" }));
    parts.push(pin);
  }
  if (more > 0) {
    const badge = shape("g", { class: "more", "aria-hidden": "true", transform: `translate(${width} 0)` });
    const text = `+${more}`;
    const wide = 10 + 7 * text.length;
    badge.append(
      shape("rect", { x: -wide / 2 - 3, y: -12, width: wide, height: 24, class: "touch" }),
      shape("rect", { x: -wide / 2 - 3, y: -9, width: wide, height: 18, rx: 9 }),
      shape("text", { x: -3, "text-anchor": "middle", dy: ".35em" }, text),
    );
    parts.push(badge);
  }
  return parts;
}
