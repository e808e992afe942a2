import { pageAddress } from "../page/address";
import { announce, element } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import { allMarks, type Mark } from "../study/marks";
import { between, bounded, moved, screenX, screenY, whole, zoomed, type Camera, type Size } from "./camera";
import { writeCard } from "./card";
import { mixed, pageColours, type Colours } from "./colours";
import { historyPlaces, RELATIONS, type Edges, type Overview, type Places } from "./data";
import { drawCountries, drawDots, drawLanes, FarPicture } from "./ground";
import { Room } from "./labels";
import {
  edgesAmong,
  EDGES_FROM,
  inSight,
  levelOf,
  MOST_EDGES,
  MOST_NEAR,
  namesOf,
  nearest,
  radiusOf,
  type Level,
} from "./level";
import type { Near } from "./near";
import { writeAtlasState, type AtlasState, type Colouring, type View } from "./state";

/** Where the stage gets what it shows. */
export interface Source {
  readonly overview: Overview;
  readonly places: Places;
  readonly edges: () => Promise<Edges>;
  /** The slugs and labels of an area's places, in order. */
  readonly names: (area: number) => Promise<{ slugs: string[]; labels: string[] }>;
  readonly near: () => Promise<typeof Near>;
}

const REST = 160;
const FLIGHT = 650;
const SIGNS: Record<Mark, string> = { known: "✓", learning: "◐", later: "○" };

/** The map on the screen: a ground and names that are always drawn, and between them dots and lines by WebGL. */
export class Stage {
  private readonly ground = element("canvas", { "aria-hidden": "true" });
  private readonly layer = element("div", { class: "atlas-near", "aria-hidden": "true" });
  private readonly words = element("canvas", { "aria-hidden": "true" });
  private readonly areaNames: HTMLElement[];
  private readonly labels: (string | undefined)[];
  private readonly slugs: (string | undefined)[];
  private readonly asked = new Set<number>();
  private readonly widths = new Map<string, number>();
  private readonly history: { x: Float32Array; y: Float32Array };
  private readonly marks = new Map<number, Mark>();
  private screen: Size = { width: 1, height: 1 };
  private ratio = 1;
  private camera: Camera = { x: 0, y: 0, scale: 1 };
  private colours: Colours = pageColours();
  private far: FarPicture | undefined;
  private near: Near | undefined;
  private nearPlaces = new Set<number>();
  private nearKey = "";
  /** Whether the view moves: then all is drawn on one canvas, without lines. */
  private moving = false;
  private readonly crowd: number;
  private edges: Edges | undefined;
  private selected: number | undefined;
  /** The places that edges in sight join to what is selected, itself included. */
  private neighbours: number[] = [];
  private level: Level = "areas";
  private frame = 0;
  private timer = 0;
  private flight = 0;

  constructor(
    private readonly container: HTMLElement,
    private readonly card: HTMLElement,
    private readonly source: Source,
    private state: AtlasState,
    private readonly changed: (state: AtlasState) => void,
  ) {
    const { overview, places } = source;
    this.labels = new Array<string | undefined>(places.count);
    this.slugs = new Array<string | undefined>(places.count);
    this.crowd = Math.max(1, Math.sqrt(places.count / 800));
    this.history = historyPlaces(overview, places);
    this.areaNames = overview.areas.map((area) => {
      const label = area.label ?? text("atlas.unsorted");
      return element("span", { class: "atlas-name", lang: languageOf(label), "aria-hidden": "true" }, label);
    });
    container.replaceChildren(this.ground, this.layer, this.words, ...this.areaNames);
    this.measure();
    this.repaintAll();
    this.camera = this.cameraOf(state);
    new ResizeObserver(() => this.resized()).observe(container);
    this.paint();
  }

  /** Begins what takes longer than a first picture: WebGL, edges, names. */
  async deepen(): Promise<void> {
    const [near, edges] = await Promise.all([this.source.near(), this.source.edges()]);
    this.edges = edges;
    this.near = new near(this.layer);
    this.near.onDrawn(() => {
      if (!this.moving) {
        this.layer.style.visibility = "visible";
        this.paint();
      }
    });
    if (this.state.at !== "") {
      await this.everyName();
      const place = this.placeOf(this.state.at);
      if (place !== undefined && this.state.camera === undefined && !Number.isNaN(this.at().x[place])) {
        this.look(this.nearTo(place));
      }
      this.select(place, false);
    }
    this.rest();
  }

  private plane(): Size {
    const { overview } = this.source;
    if (this.state.view === "map") {
      return { width: overview.width, height: overview.height };
    }
    const height = overview.areas.reduce((most, area) => Math.max(most, area.lane + area.rows), 1);
    return { width: overview.historyWidth, height };
  }

  private at(): { x: Float32Array; y: Float32Array } {
    return this.state.view === "map" ? this.source.places : this.history;
  }

  private cameraOf(state: AtlasState): Camera {
    const plane = this.plane();
    const all = whole(plane, this.screen);
    if (state.camera === undefined) {
      return all;
    }
    const { x, y, zoom } = state.camera;
    return this.within({ x: (x * plane.width) / 1000, y: (y * plane.height) / 1000, scale: all.scale * zoom });
  }

  private within(camera: Camera): Camera {
    return bounded(camera, this.plane(), this.screen, 16 * this.crowd);
  }

  /** How many times larger than all at once. */
  enlargement(): number {
    return this.camera.scale / whole(this.plane(), this.screen).scale;
  }

  private measure(): void {
    this.screen = { width: Math.max(1, this.container.clientWidth), height: Math.max(1, this.container.clientHeight) };
    this.ratio = Math.min(2, window.devicePixelRatio || 1);
    for (const canvas of [this.ground, this.words]) {
      canvas.width = Math.round(this.screen.width * this.ratio);
      canvas.height = Math.round(this.screen.height * this.ratio);
    }
  }

  private resized(): void {
    const before = this.enlargement();
    this.measure();
    this.near?.resize();
    this.look({ ...this.camera, scale: whole(this.plane(), this.screen).scale * before });
  }

  /** Reads colours and marks anew and draws all again. */
  repaintAll(): void {
    this.colours = pageColours();
    this.far = undefined;
    this.nearKey = "";
    this.areaNames.forEach((name, area) => (name.style.color = this.colours.name(area)));
    this.readMarks();
  }

  private readMarks(): void {
    this.marks.clear();
    if (this.state.colouring === "marks") {
      const marks = allMarks();
      this.slugs.forEach((slug, place) => {
        const mark = slug === undefined ? undefined : marks.get(slug);
        if (mark !== undefined) {
          this.marks.set(place, mark);
        }
      });
    }
    this.container.dataset["marked"] = String(this.marks.size);
  }

  private colourOf = (place: number): string => {
    if (this.state.colouring === "areas") {
      return this.colours.area(this.source.places.area[place] ?? 0);
    }
    const mark = this.marks.get(place);
    if (mark === undefined) {
      return mixed(this.colours.edge, this.colours.paper, 0.55);
    }
    return { known: this.colours.good, learning: this.colours.accent, later: this.colours.soft }[mark];
  };

  look(camera: Camera): void {
    this.camera = this.within(camera);
    if (!this.moving) {
      this.moving = true;
      this.layer.style.visibility = "hidden";
      this.words.style.visibility = "hidden";
    }
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.paint();
      });
    }
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.rest(), REST);
  }

  moveBy(dx: number, dy: number): void {
    this.land();
    this.look(moved(this.camera, dx, dy));
  }

  zoomBy(factor: number, px = this.screen.width / 2, py = this.screen.height / 2): void {
    this.land();
    this.look(zoomed(this.camera, factor, px, py, this.screen));
  }

  all(): void {
    this.flyTo(whole(this.plane(), this.screen));
  }

  private land(): void {
    cancelAnimationFrame(this.flight);
  }

  /** Moves there, at once for whom motion is too much. */
  private flyTo(to: Camera): void {
    this.land();
    const target = this.within(to);
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.look(target);
      return;
    }
    const from = this.camera;
    const start = performance.now();
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - start) / FLIGHT));
      this.look(between(from, target, part * part * (3 - 2 * part)));
      if (part < 1) {
        this.flight = requestAnimationFrame(step);
      }
    };
    this.flight = requestAnimationFrame(step);
  }

  /** Shows one area as large as fits. */
  flyToArea(number: number): void {
    const area = this.source.overview.areas[number];
    if (area === undefined) {
      return;
    }
    if (this.state.view === "history") {
      const { scale } = whole({ width: this.plane().width, height: Math.max(area.rows, 1) }, this.screen);
      this.flyTo({ x: this.plane().width * 0.72, y: area.lane + area.rows / 2, scale });
    } else {
      this.flyTo({
        x: area.x,
        y: area.y,
        scale: Math.min(this.screen.width, this.screen.height) / (2.2 * area.radius),
      });
    }
    announce(text("atlas.area", area.label ?? text("atlas.unsorted"), area.size));
  }

  /** Flies to a concept and opens its card. */
  async flyToConcept(slug: string): Promise<void> {
    await this.everyName();
    const place = this.placeOf(slug);
    if (place === undefined) {
      announce(text("failed"));
      return;
    }
    if (Number.isNaN(this.at().x[place])) {
      this.show("map");
      announce(text("atlas.gone", this.labels[place] ?? slug));
    }
    this.flyTo(this.nearTo(place));
    this.select(place, true);
  }

  /** Returns the view of what is around a place, not farther off than now. */
  private nearTo(place: number): Camera {
    const near = whole(this.plane(), this.screen).scale * 4.5 * this.crowd;
    return { x: this.at().x[place] ?? 0, y: this.at().y[place] ?? 0, scale: Math.max(this.camera.scale, near) };
  }

  private placeOf(slug: string): number | undefined {
    const place = this.slugs.indexOf(slug);
    return place < 0 ? undefined : place;
  }

  /** Opens the card of what is nearest to a point of the screen; the middle where none is given. */
  openAt(px?: number, py?: number): void {
    const { x, y } = this.at();
    const reach = px === undefined ? Infinity : Math.max(14, 26 - this.enlargement()) / this.camera.scale;
    const wx = this.camera.x + ((px ?? this.screen.width / 2) - this.screen.width / 2) / this.camera.scale;
    const wy = this.camera.y + ((py ?? this.screen.height / 2) - this.screen.height / 2) / this.camera.scale;
    const place = nearest(x, y, wx, wy, reach);
    if (place !== undefined) {
      const area = this.source.places.area[place] ?? 0;
      void this.namesFor([area]).then(() => this.select(place, px === undefined));
    } else {
      this.select(undefined, false);
    }
  }

  private select(place: number | undefined, focus: boolean): void {
    this.selected = place;
    const slug = place === undefined ? undefined : this.slugs[place];
    this.state = { ...this.state, at: slug ?? "" };
    if (place === undefined || slug === undefined) {
      this.card.hidden = true;
    } else {
      const area = this.source.overview.areas[this.source.places.area[place] ?? 0]?.label ?? text("atlas.unsorted");
      const label = this.labels[place] ?? slug;
      writeCard(this.card, { slug, label, area, year: this.source.places.year[place] ?? 0 }, () => this.close());
      announce(text("atlas.shown", label, area));
      if (focus) {
        this.card.querySelector("h2")?.focus({ preventScroll: true });
      }
    }
    this.nearKey = "";
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.rest(), REST);
    this.paint();
  }

  close(): void {
    const had = this.card.contains(document.activeElement);
    this.select(undefined, false);
    if (had) {
      this.container.focus();
    }
  }

  show(view: View): void {
    if (view !== this.state.view) {
      this.state = { ...this.state, view };
      this.repaintAll();
      this.nearPlaces = new Set();
      this.near?.show(this.plane(), [], []);
      this.land();
      this.look(whole(this.plane(), this.screen));
    }
  }

  colourBy(colouring: Colouring): void {
    this.state = { ...this.state, colouring };
    void this.everyName().then(() => {
      this.repaintAll();
      this.rest();
    });
  }

  follow(relations: readonly string[]): void {
    this.state = { ...this.state, relations };
    this.nearKey = "";
    this.rest();
  }

  private async everyName(): Promise<void> {
    await this.namesFor(this.source.overview.areas.map((_, area) => area));
  }

  private async namesFor(areas: readonly number[]): Promise<void> {
    const { area } = this.source.places;
    await Promise.all(
      areas
        .filter((number) => !this.asked.has(number))
        .map(async (number) => {
          const names = await this.source.names(number);
          this.asked.add(number);
          let next = 0;
          for (let place = 0; place < area.length && next < names.slugs.length; place++) {
            if (area[place] === number) {
              this.labels[place] = names.labels[next];
              this.slugs[place] = names.slugs[next++];
            }
          }
        }),
    );
  }

  /** The view has come to rest: the dots and lines of this part are made, its names fetched, the address written. */
  private rest(): void {
    window.clearTimeout(this.timer);
    this.moving = false;
    this.words.style.visibility = "visible";
    const sight = inSight(this.at().x, this.at().y, this.camera, this.screen, MOST_NEAR);
    this.showNear(sight.places);
    this.near?.look(this.camera);
    this.paint();
    const enlargement = this.enlargement();
    const plane = this.plane();
    const asUsual = Math.abs(enlargement - 1) < 0.01;
    this.state = {
      ...this.state,
      camera: asUsual
        ? undefined
        : {
            x: (this.camera.x / plane.width) * 1000,
            y: (this.camera.y / plane.height) * 1000,
            zoom: enlargement,
          },
    };
    this.changed(this.state);
    history.replaceState(null, "", pageAddress("/atlas", writeAtlasState(this.state)));
    const wanted = new Set(sight.places.map((place) => this.source.places.area[place] ?? 0));
    const fresh = [...wanted].filter((area) => !this.asked.has(area));
    if (fresh.length > 0) {
      void this.namesFor(fresh)
        .then(() => this.paint())
        .catch(() => announce(text("failed")));
    }
  }

  private showNear(places: readonly number[]): void {
    if (this.near === undefined || this.edges === undefined) {
      return;
    }
    const enlargement = this.enlargement();
    const size = enlargement.toFixed(2);
    const shown = new Set(places);
    if (this.selected !== undefined && !Number.isNaN(this.at().x[this.selected])) {
      shown.add(this.selected);
    }
    const drawn = enlargement >= EDGES_FROM * this.crowd;
    const key = `${this.state.view} ${size} ${drawn} ${places.length} ${places[0]} ${places[places.length - 1]} ${places[places.length >> 1]} ${this.state.relations.join()}`;
    if (key === this.nearKey) {
      return;
    }
    this.nearKey = key;
    this.nearPlaces = shown;
    const following = new Set(
      this.state.relations.map((name) => RELATIONS.indexOf(name as (typeof RELATIONS)[number])),
    );
    const { edges } = this;
    const all = [...shown];
    const found = edgesAmong(edges, all, following, drawn ? MOST_EDGES : Number.MAX_SAFE_INTEGER);
    const touches = (edge: number): boolean => edges.from[edge] === this.selected || edges.to[edge] === this.selected;
    const faint = mixed(this.colours.edge, this.colours.paper, this.colours.dark ? 0.55 : 0.5);
    this.neighbours = found.filter(touches).flatMap((edge) => [edges.from[edge] ?? 0, edges.to[edge] ?? 0]);
    const lines = found
      .filter((edge) => drawn || (this.selected !== undefined && touches(edge)))
      .map((edge) => ({
        from: edges.from[edge] ?? 0,
        to: edges.to[edge] ?? 0,
        size: touches(edge) ? 2.2 : 1,
        colour: touches(edge) ? this.colours.accent : faint,
      }));
    const { x, y } = this.at();
    const dots = all.map((place) => ({
      place,
      x: x[place] ?? 0,
      y: y[place] ?? 0,
      size: radiusOf(this.source.places, place, this.dotScale()),
      colour: this.colourOf(place),
    }));
    this.near.show(this.plane(), dots, lines);
    this.container.dataset["near"] = String(dots.length);
    this.container.dataset["edges"] = String(lines.length);
  }

  /** Dots grow with the room that they have. */
  private dotScale(): number {
    const room = Math.min(this.screen.width / 1000, this.screen.height / 600);
    return (this.enlargement() * room) / this.crowd;
  }

  private paint(): void {
    const context = this.ground.getContext("2d");
    const words = this.words.getContext("2d");
    if (context === null || words === null) {
      return;
    }
    this.level = levelOf(this.enlargement(), this.source.places.count);
    this.container.dataset["level"] = this.level;
    this.container.dataset["view"] = this.state.view;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.fillStyle = this.colours.paper;
    context.fillRect(0, 0, this.screen.width, this.screen.height);
    const { x, y } = this.at();
    const sight = inSight(x, y, this.camera, this.screen, MOST_NEAR, 0.02);
    const map = this.state.view === "map";
    if (!map) {
      drawLanes(context, this.source.overview, this.camera, this.screen, this.colours);
    } else if (sight.all) {
      drawCountries(context, this.source.overview, this.camera, this.screen, this.colours);
    }
    if (sight.all) {
      this.paintDots(context, sight.places);
    } else {
      this.far ??= new FarPicture(
        this.plane(),
        x,
        y,
        map ? this.source.overview : undefined,
        this.colours,
        this.colourOf,
      );
      this.far.draw(context, this.camera, this.screen, !this.moving);
    }
    if (this.moving) {
      this.paintWords(context, sight.places);
    } else {
      words.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      words.clearRect(0, 0, this.screen.width, this.screen.height);
      this.paintWords(words, sight.places);
    }
  }

  /** Draws the dots that WebGL does not draw now. */
  private paintDots(context: CanvasRenderingContext2D, sight: readonly number[]): void {
    const { x, y } = this.at();
    const scale = this.dotScale();
    const seen = this.layer.style.visibility === "visible";
    drawDots(
      context,
      seen ? sight.filter((place) => !this.nearPlaces.has(place)) : sight,
      (place) => ({
        x: screenX(this.camera, x[place] ?? 0, this.screen),
        y: screenY(this.camera, y[place] ?? 0, this.screen),
      }),
      (place) => radiusOf(this.source.places, place, scale),
      this.colourOf,
    );
  }

  /** Areas first, then what is selected, then concepts by their importance, as long as there is room. */
  private paintWords(words: CanvasRenderingContext2D, sight: readonly number[]): void {
    const room = new Room();
    let shown = this.placeAreaNames(room);
    this.container.dataset["areas"] = String(shown);
    const { x, y } = this.at();
    const scale = this.dotScale();
    // among very many, names are few while the view moves
    const most = this.moving && this.crowd > 2 ? 0 : namesOf(this.level, this.screen);
    shown = 0;
    const first = this.selected === undefined ? [] : [...new Set([this.selected, ...this.neighbours])];
    words.lineJoin = "round";
    words.textBaseline = "middle";
    words.textAlign = "left";
    const done = new Set(first);
    for (const place of [...first, ...sight.filter((one) => !done.has(one))]) {
      const important = place === this.selected;
      const mark = this.marks.get(place);
      const label = this.labels[place];
      const area = this.source.places.area[place] ?? 0;
      if (!important && this.isNamed(area) && this.source.overview.areas[area]?.slug === this.slugs[place]) {
        continue; // the area's name says it
      }
      if ((label === undefined || shown >= most) && mark === undefined) {
        if (shown >= most) {
          break;
        }
        continue;
      }
      const px = screenX(this.camera, x[place] ?? Number.NaN, this.screen);
      const py = screenY(this.camera, y[place] ?? Number.NaN, this.screen);
      if (Number.isNaN(px)) {
        continue;
      }
      const radius = radiusOf(this.source.places, place, scale);
      if (important) {
        words.strokeStyle = this.colours.accent;
        words.lineWidth = 2.5;
        words.beginPath();
        words.arc(px, py, radius + 4, 0, 2 * Math.PI);
        words.stroke();
      }
      const written = `${mark === undefined ? "" : `${SIGNS[mark]} `}${label ?? ""}`;
      const points = important ? 15 : Math.min(14.5, 11.5 + 3 * Math.sqrt(this.source.places.importance[place] ?? 0));
      if (this.write(words, room, written, px, py, radius, points, important, this.wordColour(place))) {
        shown++;
      } else if (mark !== undefined) {
        this.write(words, new Room(), SIGNS[mark], px, py, radius, points, true, this.wordColour(place));
      }
    }
    this.container.dataset["names"] = String(shown);
  }

  private isNamed(area: number): boolean {
    return this.areaNames[area]?.hidden === false && this.state.view === "map";
  }

  private wordColour(place: number): string {
    const mark = this.marks.get(place);
    if (mark !== undefined) {
      return this.colourOf(place);
    }
    return this.state.colouring === "marks" ? this.colours.soft : this.colours.ink;
  }

  private write(
    words: CanvasRenderingContext2D,
    room: Room,
    label: string,
    px: number,
    py: number,
    radius: number,
    points: number,
    bold: boolean,
    colour: string,
  ): boolean {
    const font = `${bold ? "600 " : ""}${points.toFixed(1)}px ${this.colours.sans}`;
    words.font = font;
    const width = this.widthOf(words, font, label);
    const half = points * 0.7;
    for (const left of [px + radius + 3, px - radius - 3 - width]) {
      const within = left > 2 && left + width < this.screen.width - 2;
      if ((within || bold) && room.take({ left, top: py - half, right: left + width, bottom: py + half })) {
        words.strokeStyle = this.colours.paper;
        words.lineWidth = 3.5;
        words.strokeText(label, left, py);
        words.fillStyle = colour;
        words.fillText(label, left, py);
        return true;
      }
    }
    return false;
  }

  private widthOf(words: CanvasRenderingContext2D, font: string, label: string): number {
    const key = `${font}${label}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = words.measureText(label).width;
      this.widths.set(key, width);
    }
    return width;
  }

  private placeAreaNames(room: Room): number {
    const { areas } = this.source.overview;
    const words = this.words.getContext("2d");
    let shown = 0;
    const bySize = areas.map((_, number) => number).sort((a, b) => (areas[b]?.size ?? 0) - (areas[a]?.size ?? 0));
    for (const number of bySize) {
      const area = areas[number];
      const name = this.areaNames[number];
      if (area === undefined || name === undefined || words === null) {
        continue;
      }
      const history = this.state.view === "history";
      const radius = area.radius * this.camera.scale;
      const points = history
        ? Math.min(15, Math.max(11, area.rows * this.camera.scale * 0.4))
        : Math.round(Math.min(27, Math.max(13, radius * 0.2)));
      const font = `600 ${points}px ${this.colours.sans}`;
      words.font = font;
      const width = this.widthOf(words, font, name.textContent ?? "") + 10;
      const left = history ? 8 : screenX(this.camera, area.x, this.screen) - width / 2;
      const top = history
        ? screenY(this.camera, area.lane + 0.5, this.screen)
        : screenY(this.camera, area.y, this.screen) - points * 0.65;
      const bottom = top + points * 1.3;
      const within =
        left + width > 0 && left < this.screen.width && bottom > 0 && top < this.screen.height - (history ? 24 : 0);
      const fits = history ? area.rows > 0 : radius < Math.max(this.screen.width, this.screen.height) * 0.8;
      const visible = within && fits && room.take({ left, top, right: left + width, bottom });
      name.hidden = !visible;
      if (visible) {
        shown++;
        name.style.fontSize = `${points}px`;
        name.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      }
    }
    return shown;
  }
}
