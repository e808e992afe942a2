import { neighbourhood } from "../api";
import { conceptAddress, pageAddress } from "../page/address";
import { announce } from "../page/dom";
import { text } from "../page/i18n";
import { draw, type Layers } from "./draw";
import { bindGestures, type Deeds } from "./gestures";
import { History } from "./history";
import { writeInspector } from "./inspector";
import { bounds } from "./layout";
import { collapse, expand, hiddenAround, sceneOf, type Scene } from "./model";
import { save, toSvgFile } from "./picturefile";
import { writeState, type ViewState } from "./state";
import { writeTable } from "./table";
import { fit, reveal, viewBox, zoom, type Viewport } from "./viewport";

/** The parts of the page that show a view. */
export interface Parts {
  readonly svg: SVGSVGElement;
  readonly layers: Layers;
  readonly inspector: HTMLElement;
  readonly rows: HTMLTableSectionElement;
}

/** A picture that can be walked, opened and folded. Its state is one scene, one selection and one viewport. */
export class Explorer implements Deeds {
  private readonly steps: History<Scene>;
  private viewport: Viewport = { x: 0, y: 0, scale: 1 };
  private selection: string;

  constructor(
    private readonly parts: Parts,
    private readonly state: ViewState,
    private readonly limit: number,
    scene: Scene,
    private readonly changed: () => void,
  ) {
    this.steps = new History(scene);
    this.selection = scene.nodes.has(state.at) ? state.at : scene.centre;
  }

  /** Draws the view that an address describes: the first picture, then each opening in order. */
  static async open(parts: Parts, state: ViewState, limit: number, changed: () => void): Promise<Explorer> {
    const first = await neighbourhood(state.concept, state.depth, state.relations, limit);
    const explorer = new Explorer(parts, { ...state, concept: first.centre }, limit, sceneOf(first), changed);
    for (const slug of state.open) {
      if (explorer.scene().nodes.has(slug)) {
        await explorer.add(slug);
      }
    }
    explorer.steps.reset(explorer.scene());
    if (explorer.scene().nodes.has(state.at)) {
      explorer.selection = state.at;
    }
    bindGestures(parts.svg, explorer);
    explorer.fit();
    explorer.show();
    return explorer;
  }

  scene = (): Scene => this.steps.now;
  view = (): Viewport => this.viewport;
  selected = (): string => this.selection;
  canUndo = (): boolean => this.steps.canUndo;
  canRedo = (): boolean => this.steps.canRedo;

  look = (view: Viewport): void => {
    this.viewport = view;
    const { svg } = this.parts;
    svg.setAttribute("viewBox", viewBox(view, svg.clientWidth, svg.clientHeight));
  };

  fit = (): void => {
    const { svg } = this.parts;
    this.look(fit(bounds(this.scene().nodes.values()), svg.clientWidth, svg.clientHeight));
  };

  zoomBy = (factor: number): void => {
    const { svg } = this.parts;
    this.look(zoom(this.viewport, factor, svg.clientWidth / 2, svg.clientHeight / 2));
  };

  select = (slug: string): void => {
    const box = this.scene().nodes.get(slug);
    if (box === undefined) {
      return;
    }
    this.selection = slug;
    const { svg } = this.parts;
    this.look(reveal(this.viewport, box, svg.clientWidth, svg.clientHeight));
    this.show();
    const drawn = this.parts.layers.boxes.querySelector<SVGGElement>(`[data-slug="${CSS.escape(slug)}"]`);
    drawn?.focus({ preventScroll: true });
  };

  toggle = (slug: string): void => {
    if (this.scene().open.includes(slug)) {
      this.steps.push(collapse(this.scene(), slug));
      this.settle();
      return;
    }
    const before = this.scene().nodes.size;
    this.add(slug)
      .then(() => {
        this.settle();
        announce(text("expanded", this.scene().nodes.size - before));
      })
      .catch(() => announce(text("failed")));
  };

  centre = (slug: string): void => {
    location.assign(
      pageAddress(
        "/explore",
        Object.fromEntries(new URLSearchParams(writeState({ ...this.state, concept: slug, open: [], at: "" }))),
      ),
    );
  };

  openPage = (slug: string): void => location.assign(conceptAddress(slug));

  undo = (): void => {
    this.steps.undo();
    this.settle();
    announce(text("undone"));
  };

  redo = (): void => {
    this.steps.redo();
    this.settle();
  };

  saveSvg = (): void => {
    save(`${this.scene().centre}.svg`, "image/svg+xml", toSvgFile(this.parts.svg, this.scene().nodes.values()));
  };

  private async add(slug: string): Promise<void> {
    const around = await neighbourhood(slug, 1, this.state.relations, this.limit);
    this.steps.push(expand(this.scene(), around));
  }

  /** After a step: the selection must still be there, and the keyboard's place in it. */
  private settle(): void {
    if (!this.scene().nodes.has(this.selection)) {
      this.selection = this.scene().centre;
    }
    const hadFocus = this.parts.svg.contains(document.activeElement);
    this.show();
    if (hadFocus) {
      this.select(this.selection);
    }
  }

  private show(): void {
    const scene = this.scene();
    const { layers, inspector, rows } = this.parts;
    draw(layers, scene, {
      selected: this.selection,
      hidden: (slug) => hiddenAround(scene, slug).reduce((sum, hidden) => sum + hidden.count, 0),
    });
    const box = scene.nodes.get(this.selection);
    if (box !== undefined) {
      writeInspector(inspector, {
        box,
        hidden: hiddenAround(scene, this.selection),
        isOpen: scene.open.includes(this.selection),
        isCentre: this.selection === scene.centre,
        toggle: () => this.toggle(this.selection),
        centre: () => this.centre(this.selection),
      });
    }
    writeTable(rows, scene, this.selection);
    const at = this.selection === scene.centre ? "" : this.selection;
    const query = writeState({ ...this.state, open: scene.open, at });
    history.replaceState(null, "", pageAddress("/explore", Object.fromEntries(new URLSearchParams(query))));
    this.changed();
  }
}
