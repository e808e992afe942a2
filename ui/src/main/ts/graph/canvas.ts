import { element, shape } from "../page/dom";
import { text } from "../page/i18n";
import { Drawing } from "./draw";
import type { Emphasis, Figure } from "./figure";
import { bindGestures, edgeAt } from "./gestures";
import { bounds, pointOnCurve, shifts, type Rectangle } from "./layout";
import { Minimap } from "./minimap";
import { savePng, saveSvg } from "./picturefile";
import { statement, Tip } from "./tip";
import { fit, GREATEST_SCALE, LEAST_SCALE, reveal, viewBox, zoom, type Viewport } from "./viewport";

/** What a canvas asks of what stands behind it. */
export interface Backer {
  /** A node was chosen. */
  select(id: string): void;
  /** Enter or a second click on a node. */
  act(id: string): void;
  /** A double click. */
  open(id: string): void;
  /** A click with Shift: the selected node and this one. */
  join(id: string): void;
  /** A node was put elsewhere. */
  move(id: string, x: number, y: number): void;
  /** Any other key; says whether it meant something. */
  key(event: KeyboardEvent): boolean;
  /** The picture was moved or made larger or smaller by the reader. */
  looked(): void;
}

/** Two canvases on one page need markers of different names. */
let canvases = 0;

/** A drawing of boxes and lines that can be moved, made larger, and walked by arrow keys. It has one tab stop. */
export class Canvas {
  /** What to put into the page. */
  readonly root = element("div", { class: "canvas live" });
  private readonly svg: SVGSVGElement;
  private readonly drawing: Drawing;
  private readonly tip: Tip;
  private readonly minimap: Minimap;
  private viewport: Viewport = { x: 0, y: 0, scale: 1 };
  private figure: Figure = { nodes: new Map(), edges: [] };
  private emphasis: Emphasis = { selected: "", way: new Set(), start: "" };

  /**
   * @param name      what the picture is called
   * @param keys      the id of the text that explains the keys; empty for none
   */
  constructor(
    name: string,
    keys: string,
    private readonly backer: Backer,
  ) {
    const tip = `tip-${++canvases}`;
    this.svg = shape("svg", { class: "picture live", role: "application", "aria-label": name });
    if (keys !== "") {
      this.svg.setAttribute("aria-describedby", keys);
    }
    const layers = { edges: shape("g"), boxes: shape("g"), labels: shape("g", { class: "edge-labels" }) };
    this.svg.append(shape("defs", {}, marker(tip)), layers.edges, layers.labels, layers.boxes);
    this.root.append(this.svg);
    this.drawing = new Drawing(layers, tip);
    this.tip = new Tip(this.root, () => this.drawing.heed(undefined));
    this.minimap = new Minimap(this.root, (x, y) => this.look(this.centred(x, y, this.viewport.scale)));
    bindGestures(this.svg, {
      figure: () => this.figure,
      view: () => this.viewport,
      selected: () => this.emphasis.selected,
      look: (view) => {
        this.look(view);
        this.tip.hide();
        this.backer.looked();
      },
      select: (id) => this.backer.select(id),
      act: (id) => this.backer.act(id),
      open: (id) => this.backer.open(id),
      join: (id) => this.backer.join(id),
      tell: (edge, x, y) => this.tellAt(edge, x, y),
      drag: (id, x, y) => this.drag(id, x, y),
      drop: (id, x, y) => this.backer.move(id, Math.round(x), Math.round(y)),
      fit: () => {
        this.fit();
        this.backer.looked();
      },
      key: (event) => this.backer.key(event),
    });
    this.bindHover();
    new ResizeObserver(() => this.look(this.viewport)).observe(this.svg);
  }

  /** Draws a figure; whoever has the keyboard's place keeps it. */
  show(figure: Figure, emphasis: Emphasis): void {
    this.figure = figure;
    this.emphasis = emphasis;
    this.drawing.draw(figure, emphasis);
    this.minimap.draw(figure, emphasis.selected);
    this.look(this.viewport);
  }

  view(): Viewport {
    return this.viewport;
  }

  look(view: Viewport): void {
    this.viewport = view;
    const { clientWidth, clientHeight } = this.svg;
    this.svg.setAttribute("viewBox", viewBox(view, clientWidth, clientHeight));
    this.minimap.look({
      x: view.x,
      y: view.y,
      width: clientWidth / view.scale,
      height: clientHeight / view.scale,
    });
  }

  /** Shows all. */
  fit(): void {
    this.look(fit(bounds(this.figure.nodes.values()), this.svg.clientWidth, this.svg.clientHeight));
  }

  /** Shows all if it can still be read then; else what is around a node, so that it can be read. */
  begin(id: string, legible = 0.6): void {
    this.fit();
    const box = this.figure.nodes.get(id);
    if (this.viewport.scale < legible && box !== undefined) {
      this.look(this.centred(box.x + box.width / 2, box.y + box.height / 2, Math.max(legible, 0.8)));
    }
  }

  /** Returns the view with a point in its middle. */
  centred(x: number, y: number, scale: number): Viewport {
    const bounded = Math.min(GREATEST_SCALE, Math.max(LEAST_SCALE, scale));
    const { clientWidth, clientHeight } = this.svg;
    return { x: x - clientWidth / bounded / 2, y: y - clientHeight / bounded / 2, scale: bounded };
  }

  /** Returns the point in the middle of the view. */
  middle(): { x: number; y: number } {
    const { x, y, scale } = this.viewport;
    return { x: x + this.svg.clientWidth / scale / 2, y: y + this.svg.clientHeight / scale / 2 };
  }

  zoomBy(factor: number): void {
    this.look(zoom(this.viewport, factor, this.svg.clientWidth / 2, this.svg.clientHeight / 2));
    this.backer.looked();
  }

  /** Moves just enough to show a node. */
  reveal(id: string): void {
    const box = this.figure.nodes.get(id);
    if (box !== undefined) {
      this.look(reveal(this.viewport, box, this.svg.clientWidth, this.svg.clientHeight));
    }
  }

  hasFocus(): boolean {
    return this.svg.contains(document.activeElement);
  }

  focus(id: string): void {
    this.drawing.group(id)?.focus({ preventScroll: true });
  }

  /** Returns where a node stands on the canvas, in pixels from its upper left corner. */
  placeOf(id: string): Rectangle | undefined {
    const box = this.figure.nodes.get(id);
    return box === undefined ? undefined : this.onScreen(box);
  }

  /** Shows a line as the one that is looked at; undefined for none. */
  heed(edge: string | undefined): void {
    this.drawing.heed(edge);
  }

  hideTip(): void {
    this.tip.hide();
  }

  /** Tells a line: shows it, with its sentence and where it comes from. */
  tell(edge: string): void {
    const found = this.figure.edges.find((one) => one.id === edge);
    const from = this.figure.nodes.get(found?.from ?? "");
    const to = this.figure.nodes.get(found?.to ?? "");
    if (found !== undefined && from !== undefined && to !== undefined) {
      const at = pointOnCurve(from, to, 0.5, shifts(this.figure.edges).get(edge) ?? 0);
      const { x, y } = this.onScreen({ ...at, width: 0, height: 0 });
      this.drawing.heed(edge);
      this.tip.show(found.told.flatMap(statement), x, y);
    }
  }

  saveSvg(name: string): void {
    saveSvg(name, this.svg, this.figure.nodes.values());
  }

  savePng(name: string): Promise<void> {
    return savePng(name, this.svg, this.figure.nodes.values());
  }

  private onScreen(box: Rectangle): Rectangle {
    const { x, y, scale } = this.viewport;
    return {
      x: (box.x - x) * scale,
      y: (box.y - y) * scale,
      width: box.width * scale,
      height: box.height * scale,
    };
  }

  private drag(id: string, x: number, y: number): void {
    const box = this.figure.nodes.get(id);
    if (box !== undefined) {
      this.tip.hide();
      const nodes = new Map(this.figure.nodes).set(id, { ...box, x, y });
      this.drawing.draw({ ...this.figure, nodes }, this.emphasis);
    }
  }

  private bindHover(): void {
    this.svg.addEventListener("pointerover", (event) => {
      const edge = edgeAt(event.target);
      if (edge === undefined || event.buttons !== 0 || !this.tellAt(edge, event.clientX, event.clientY)) {
        this.tip.leave();
      }
    });
    this.svg.addEventListener("pointerleave", () => this.tip.leave());
  }

  /** Tells a line beside a point of the window; false where there is nothing to tell. */
  private tellAt(edge: string, x: number, y: number): boolean {
    const told = this.figure.edges.find((one) => one.id === edge)?.told ?? [];
    if (told.length > 0) {
      const box = this.root.getBoundingClientRect();
      this.drawing.heed(edge);
      this.tip.show(told.flatMap(statement), x - box.left, y - box.top);
    }
    return told.length > 0;
  }
}

function marker(id: string): SVGMarkerElement {
  const made = shape("marker", {
    id,
    viewBox: "0 0 8 8",
    refX: 7,
    refY: 4,
    markerWidth: 8,
    markerHeight: 8,
    markerUnits: "userSpaceOnUse",
    orient: "auto",
  });
  made.append(shape("path", { d: "M0 .8 7.2 4 0 7.2z" }));
  return made;
}

/** Returns a button of a toolbar. */
export function tool(label: string, deed: () => void, keys = ""): HTMLButtonElement {
  const made = element("button", { type: "button" }, label);
  if (keys !== "") {
    made.setAttribute("aria-keyshortcuts", keys);
  }
  made.addEventListener("click", deed);
  return made;
}

/** Returns the tools that every canvas has. */
export function lookTools(canvas: Canvas, file: () => string, failed: () => void): HTMLButtonElement[] {
  return [
    tool(text("zoomIn"), () => canvas.zoomBy(1.25), "+"),
    tool(text("zoomOut"), () => canvas.zoomBy(0.8), "-"),
    tool(text("fit"), () => canvas.fit(), "0"),
    tool(text("explore.svg"), () => canvas.saveSvg(`${file()}.svg`)),
    tool(text("explore.png"), () => void canvas.savePng(`${file()}.png`).catch(failed)),
  ];
}
