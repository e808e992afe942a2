import { addition, between, expansion, neighbourhood, type Expansion, type Group } from "../api";
import { CHOICES, conceptAddress, pageAddress } from "../page/address";
import { announce } from "../page/dom";
import { text } from "../page/i18n";
import { allMarks, setMark, showMarks, type Mark } from "../study/marks";
import { Canvas, type Backer } from "./canvas";
import type { Figure } from "./figure";
import { History } from "./history";
import { Inspector } from "./inspector";
import { Menu, type Choice } from "./menu";
import {
  ALL_AT_ONCE,
  clearWay,
  collapse,
  conceptsOf,
  edgeKey,
  expand,
  free,
  GROUP_AT_ONCE,
  isOpen,
  MOST_ON_SCREEN,
  pin,
  sceneOf,
  showWay,
  type Scene,
} from "./model";
import { holdsAll, writeState, type ViewState } from "./state";
import type { Step } from "./steps";
import { writeTable } from "./table";
import { Tree } from "./tree";
import { drawn, figureOf, lineOf, type Wish } from "./view";
import { describe, groupName, groupsAround, labelOf } from "./words";

/** The parts of the page that show a view. */
export interface Parts {
  readonly inspector: HTMLElement;
  readonly tree: HTMLElement;
  readonly rows: HTMLTableSectionElement;
}

const WAYS = 3;
const NONE: Expansion = { nodes: [], edges: [] };

/** A picture that can be walked, opened and folded. Its state is one scene with its past, one selection and one view. */
export class Explorer implements Backer {
  readonly canvas: Canvas;
  private readonly steps: History<Scene>;
  private readonly menu: Menu;
  private readonly inspector: Inspector;
  private readonly tree: Tree;
  private readonly hide: Set<string>;
  private marks: Map<string, Mark> = allMarks();
  private selection: string;
  private start: string;
  private marksShown: boolean;
  private looking: ViewState["look"];
  private figure: Figure = { nodes: new Map(), edges: [] };
  private busy = false;

  private constructor(
    private readonly parts: Parts,
    private readonly state: ViewState,
    name: string,
    scene: Scene,
    private readonly changed: () => void,
  ) {
    this.steps = new History(scene);
    this.selection = scene.centre;
    this.start = state.start;
    this.hide = new Set(state.hide);
    this.marksShown = state.marks;
    this.looking = state.look;
    this.canvas = new Canvas(name, "keys", this);
    this.menu = new Menu(this.canvas.root);
    this.inspector = new Inspector(parts.inspector, {
      open: (slug, group) => this.expand(slug, group),
      fold: (slug) => this.fold(slug),
      centre: (slug) => this.centre(slug),
      togglePin: (slug) => this.togglePin(slug),
      begin: (slug) => this.begin(slug),
      mark: (slug, mark) => this.mark(slug, mark),
      heed: (line) => this.canvas.heed(line),
      way: (nth) => this.wayAgain(nth),
      clearWay: () => this.step(clearWay(this.scene())),
      select: (slug) => this.select(slug),
    });
    this.tree = new Tree(parts.tree, {
      select: (slug) => this.selectQuietly(slug),
      open: (slug) => this.expand(slug, undefined),
      fold: (slug) => this.fold(slug),
      act: (slug) => this.act(slug),
    });
  }

  /** Draws the view that an address describes: the first picture, then each step in order. */
  static async open(
    parts: Parts,
    state: ViewState,
    name: string,
    limit: number,
    place: (canvas: HTMLElement) => void,
    changed: () => void,
  ): Promise<Explorer> {
    const first = await neighbourhood(state.concept, state.depth, state.relations, limit);
    let scene = sceneOf(first, state.relations);
    for (const step of state.steps) {
      scene = await again(scene, step, state.relations);
    }
    const explorer = new Explorer(parts, { ...state, concept: first.centre }, name, scene, changed);
    if (scene.nodes.has(state.at)) {
      explorer.selection = state.at;
    }
    place(explorer.canvas.root);
    explorer.show();
    if (state.look === undefined) {
      explorer.canvas.begin(explorer.selection);
    } else {
      const { x, y, scale } = state.look;
      explorer.canvas.look(explorer.canvas.centred(x, y, scale / 100));
    }
    return explorer;
  }

  scene = (): Scene => this.steps.now;
  canUndo = (): boolean => this.steps.canUndo;
  canRedo = (): boolean => this.steps.canRedo;
  isHidden = (what: string): boolean => this.hide.has(what);
  showsMarks = (): boolean => this.marksShown;
  /** How many concepts and relations are seen. */
  count = (): { nodes: number; edges: number } => {
    const visible = drawn(this.scene(), this.wish());
    return { nodes: visible.nodes.size, edges: visible.edges.size };
  };

  looked(): void {
    const { x, y } = this.canvas.middle();
    this.looking = { x: Math.round(x), y: Math.round(y), scale: Math.round(this.canvas.view().scale * 100) };
    this.writeAddress();
  }

  fit = (): void => {
    this.canvas.fit();
    this.looking = undefined;
    this.writeAddress();
  };

  select(id: string): void {
    if (this.figure.nodes.has(id)) {
      this.selectQuietly(id);
      this.canvas.focus(id);
    }
  }

  act(id: string): void {
    const rest = this.scene().rests.get(id);
    if (rest !== undefined) {
      this.expand(rest.of, rest.group);
      return;
    }
    if (this.start !== "" && this.start !== id) {
      this.begin(id);
      return;
    }
    const at = this.canvas.placeOf(id);
    if (at !== undefined) {
      this.canvas.hideTip();
      this.menu.open(labelOf(this.scene(), id), this.choices(id), at, () => this.canvas.focus(this.selection));
    }
  }

  open(id: string): void {
    const rest = this.scene().rests.get(id);
    if (rest !== undefined) {
      this.expand(rest.of, rest.group);
    } else if (groupsAround(this.scene(), id).some(({ hidden }) => hidden > 0)) {
      this.expand(id, undefined);
    } else {
      this.fold(id);
    }
  }

  join(id: string): void {
    if (this.scene().nodes.has(id) && this.scene().nodes.has(this.selection) && id !== this.selection) {
      void this.findWay(this.selection, id, 0);
    }
  }

  move(id: string, x: number, y: number): void {
    this.step(pin(this.scene(), id, x, y));
  }

  key(event: KeyboardEvent): boolean {
    const id = this.selection;
    const letter = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (letter === "z") {
        (event.shiftKey ? this.redo : this.undo)();
      } else if (letter === "y") {
        this.redo();
      }
      return letter === "z" || letter === "y";
    }
    if (event.altKey || event.metaKey) {
      return false;
    }
    const keys: Record<string, () => void> = {
      e: () => this.open(id),
      c: () => this.centre(id),
      o: () => location.assign(conceptAddress(id)),
      p: () => this.togglePin(id),
      b: () => this.begin(id),
      home: () => this.select(this.scene().centre),
      "]": () => this.tell(1),
      "[": () => this.tell(-1),
      escape: () => (this.start === "" ? this.canvas.hideTip() : this.begin(this.start)),
    };
    const deed = keys[letter];
    deed?.();
    return deed !== undefined;
  }

  undo = (): void => {
    if (this.steps.canUndo) {
      this.steps.undo();
      this.settle();
      announce(text("undone"));
    }
  };

  redo = (): void => {
    if (this.steps.canRedo) {
      this.steps.redo();
      this.settle();
      announce(text("explore.redone"));
    }
  };

  /** Hides or shows a relation or a kind. Nothing moves. */
  toggleHidden = (what: string): void => {
    if (!this.hide.delete(what)) {
      this.hide.add(what);
    }
    this.show();
    const { nodes, edges } = this.count();
    announce(text("shown", nodes, edges));
  };

  toggleMarks = (): void => {
    this.marksShown = !this.marksShown;
    this.show();
  };

  private selectQuietly(id: string): void {
    const figure = this.figure;
    if (!figure.nodes.has(id)) {
      return;
    }
    this.selection = id;
    this.canvas.reveal(id);
    this.show();
    const rest = this.scene().rests.get(id);
    announce(rest === undefined ? describe(this.scene(), id, this.marks.get(id)) : (figure.nodes.get(id)?.said ?? ""));
  }

  private choices(slug: string): Choice[][] {
    const scene = this.scene();
    const groups = groupsAround(scene, slug);
    const hidden = groups.reduce((sum, group) => sum + group.hidden, 0);
    const opening: Choice[] = groups
      .filter((group) => group.hidden > 0)
      .map((group) => ({
        label: groupName(group.group),
        aside: `+${group.hidden}`,
        deed: () => this.expand(slug, group.group),
      }));
    if (opening.length > 1) {
      opening.unshift({ label: text("explore.all"), aside: `+${hidden}`, deed: () => this.expand(slug, undefined) });
    }
    const pinned = scene.nodes.get(slug)?.pinned === true;
    const doing: Choice[] = [
      ...(isOpen(scene, slug) ? [{ label: text("collapse"), aside: "E", deed: () => this.fold(slug) }] : []),
      ...(slug === scene.centre ? [] : [{ label: text("centre"), aside: "C", deed: () => this.centre(slug) }]),
      { label: text(pinned ? "explore.unpin" : "explore.pin"), aside: "P", deed: () => this.togglePin(slug) },
      { label: text("explore.begin"), aside: "B", deed: () => this.begin(slug) },
    ];
    const leaving: Choice[] = [
      { label: text("page"), aside: "O", deed: () => location.assign(conceptAddress(slug)) },
      { label: text("plan"), deed: () => location.assign(pageAddress("/path", { goal: slug })) },
    ];
    return [opening, doing, leaving];
  }

  private expand(slug: string, group: Group | undefined): void {
    const scene = this.scene();
    if (scene.nodes.size >= MOST_ON_SCREEN) {
      announce(text("explore.full", MOST_ON_SCREEN));
      return;
    }
    void this.wait(async () => {
      const next = await again(scene, opened(slug, group), this.state.relations);
      const here = this.canvas.hasFocus();
      this.step(next);
      announce(text("expanded", next.nodes.size - scene.nodes.size));
      // What was a rest may be gone; the keyboard's place goes to the concept itself.
      if (here && !this.figure.nodes.has(this.selection)) {
        this.select(slug);
      }
    });
  }

  private fold(slug: string): void {
    const before = this.scene().nodes.size;
    this.step(collapse(this.scene(), slug));
    announce(text("explore.folded", before - this.scene().nodes.size));
  }

  private centre(slug: string): void {
    const { depth, relations, kinds } = this.state;
    const query = writeState({
      ...this.state,
      concept: slug,
      depth,
      relations,
      kinds,
      steps: [],
      at: "",
      start: "",
      look: undefined,
      hide: [...this.hide].sort(),
      marks: this.marksShown,
    });
    location.assign(localized(query));
  }

  private togglePin(slug: string): void {
    const node = this.scene().nodes.get(slug);
    if (node !== undefined) {
      this.step(
        node.pinned ? free(this.scene(), slug) : pin(this.scene(), slug, Math.round(node.x), Math.round(node.y)),
      );
      announce(text(node.pinned ? "explore.unpinned.said" : "explore.pinned.said", node.concept.label));
    }
  }

  /** The first call says where a way begins, the second, for another concept, where it ends; for the same it is forgotten. */
  private begin(slug: string): void {
    if (!this.scene().nodes.has(slug)) {
      return;
    }
    if (this.start === slug) {
      this.start = "";
      this.show();
    } else if (this.start === "") {
      this.start = slug;
      this.step(clearWay(this.scene()));
      this.show();
      announce(text("explore.begun", labelOf(this.scene(), slug)));
    } else {
      const from = this.start;
      this.start = "";
      void this.findWay(from, slug, 0);
    }
  }

  private wayAgain(nth: number): void {
    const way = this.scene().way;
    if (way !== undefined) {
      void this.findWay(way.from, way.to, nth);
    }
  }

  private async findWay(from: string, to: string, nth: number): Promise<void> {
    await this.wait(async () => {
      const scene = this.scene();
      const next = await again(scene, { verb: "way", from, to, nth }, this.state.relations);
      if (next === scene) {
        this.show();
        announce(text("explore.noway", labelOf(scene, from), labelOf(scene, to)));
        return;
      }
      this.step(next);
      const names = next.way === undefined ? [] : conceptsOf(next.way.between, nth).map((one) => one.label);
      announce(text("explore.found", names.join(" – ")));
    });
  }

  private mark(slug: string, mark: Mark | undefined): void {
    setMark(slug, mark);
    this.marks = allMarks();
    this.show();
    announce(text("marked", mark === undefined ? text("explore.mark.none") : text(`mark.${mark}`)));
  }

  /** Goes from line to line of the selected concept, and says each. */
  private tell(by: number): void {
    const near = this.figure.edges.filter(
      ({ from, to, relation }) => relation !== "rest" && (from === this.selection || to === this.selection),
    );
    if (near.length === 0) {
      return;
    }
    const at = near.findIndex((edge) => edge.id === this.told);
    const next = near[(at + by + near.length + (at < 0 && by < 0 ? 1 : 0)) % near.length];
    if (next !== undefined) {
      this.told = next.id;
      this.canvas.tell(next.id);
      announce(next.told.map(({ said, reason }) => (reason === "" ? said : `${said}. ${reason}`)).join(" "));
    }
  }

  private told = "";

  private showEdge(key: string): void {
    const edge = this.scene().edges.find((one) => edgeKey(one) === key);
    if (edge !== undefined) {
      this.selectQuietly(edge.from);
      this.canvas.reveal(edge.to);
      this.told = lineOf(edge);
      this.canvas.tell(this.told);
    }
  }

  private async wait(deed: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.canvas.root.setAttribute("aria-busy", "true");
    try {
      await deed();
    } catch {
      announce(text("failed"));
    } finally {
      this.busy = false;
      this.canvas.root.removeAttribute("aria-busy");
    }
  }

  private step(next: Scene): void {
    if (next !== this.scene()) {
      this.steps.push(next);
      this.settle();
    }
  }

  /** After a step: the selection must still be there, and the keyboard's place in it. */
  private settle(): void {
    const hadFocus = this.canvas.hasFocus();
    if (!this.scene().nodes.has(this.selection) && !this.scene().rests.has(this.selection)) {
      this.selection = this.scene().centre;
    }
    if (this.start !== "" && !this.scene().nodes.has(this.start)) {
      this.start = "";
    }
    this.show();
    if (!this.figure.nodes.has(this.selection)) {
      this.selection = this.scene().centre;
      this.show();
    }
    if (hadFocus) {
      this.canvas.focus(this.selection);
    }
  }

  private wish(): Wish {
    return {
      hide: this.hide,
      kinds: this.state.kinds,
      selected: this.selection,
      mark: (slug) => (this.marksShown ? this.marks.get(slug) : undefined),
    };
  }

  private show(): void {
    const scene = this.scene();
    const wish = this.wish();
    const visible = drawn(scene, wish);
    this.figure = figureOf(scene, wish);
    const way = wayOf(scene);
    this.canvas.show(this.figure, { selected: this.selection, way, start: this.start });
    const slug = scene.rests.get(this.selection)?.of ?? this.selection;
    const shown = (key: string): boolean => visible.edges.has(key);
    this.inspector.write({ scene, slug, start: this.start, mark: this.marks.get(slug), shown });
    writeTable(this.parts.rows, scene, slug, shown, (key) => this.showEdge(key));
    showMarks(this.parts.rows);
    this.tree.write(scene, { selected: slug, shown: (one) => visible.nodes.has(one), mark: wish.mark });
    this.writeAddress();
    this.changed();
  }

  private writeAddress(): void {
    const scene = this.scene();
    const state: ViewState = {
      ...this.state,
      steps: scene.steps,
      at: this.selection === scene.centre || !scene.nodes.has(this.selection) ? "" : this.selection,
      start: this.start,
      hide: [...this.hide].sort(),
      marks: this.marksShown,
      look: this.looking,
    };
    history.replaceState(null, "", localized(writeState(state)));
    if (!holdsAll(state) && !this.warned) {
      this.warned = true;
      announce(text("explore.long"));
    }
  }

  private warned = false;
}

/** The concepts of the way that is shown, and the lines between them. */
function wayOf(scene: Scene): Set<string> {
  const ids = [...(scene.way?.ids ?? [])];
  return new Set([...ids, ...ids.slice(1).map((slug, at) => lineOf({ from: ids[at] ?? "", to: slug }))]);
}

function opened(slug: string, group: Group | undefined): Step {
  return { verb: "open", slug, relation: group?.relation ?? "", inverse: group?.inverse ?? false };
}

/** Parameters of the address that are not the picture's and stay through its changes. */
const STAYING = [...CHOICES, "tour"];

function localized(query: string): string {
  const here = new URLSearchParams(location.search);
  const staying = STAYING.flatMap((name) => here.getAll(name).map((value) => `&${name}=${encodeURIComponent(value)}`));
  return `/explore?${query}${staying.join("")}`;
}

/** Takes a step. What it needs is asked from the server; one that makes no sense here changes nothing. */
async function again(scene: Scene, step: Step, relations: readonly string[]): Promise<Scene> {
  switch (step.verb) {
    case "open": {
      if (!scene.nodes.has(step.slug)) {
        return scene;
      }
      const group = step.relation === "" ? undefined : { relation: step.relation, inverse: step.inverse };
      const most = group === undefined ? ALL_AT_ONCE : GROUP_AT_ONCE;
      const limit = Math.min(most, Math.max(0, MOST_ON_SCREEN - scene.nodes.size));
      const came = limit === 0 ? NONE : await expansion(step.slug, [...scene.nodes.keys()], group, relations, limit);
      return expand(scene, step.slug, group, came, relations);
    }
    case "way": {
      const found = await between(step.from, step.to, relations, WAYS);
      const missing = conceptsOf(found, step.nth)
        .map((concept) => concept.slug)
        .filter((slug) => !scene.nodes.has(slug));
      const came = missing.length === 0 ? NONE : await addition(missing, [...scene.nodes.keys()]);
      return showWay(scene, found, step.nth, came, relations);
    }
    case "fold":
      return collapse(scene, step.slug);
    case "pin":
      return pin(scene, step.slug, step.x, step.y);
    case "free":
      return free(scene, step.slug);
    case "clear":
      return clearWay(scene);
  }
}
