import { element, shape } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import type { Mark } from "../study/marks";
import { brought, hiddenAround, type Placed, type Scene } from "./model";
import { groupName } from "./words";

/** What a reader can do in the tree. */
export interface TreeDeeds {
  select(slug: string): void;
  open(slug: string): void;
  fold(slug: string): void;
  act(slug: string): void;
}

/** What the tree shows besides the scene. */
export interface TreeLook {
  readonly selected: string;
  readonly shown: (slug: string) => boolean;
  readonly mark: (slug: string) => Mark | undefined;
}

const TYPED_WITHIN = 700;

/** The same as the picture as a tree: below each concept what it brought. Keys as in ARIA's tree view; one tab stop. */
export class Tree {
  private scene: Scene | undefined;
  private selected = "";
  private typed = "";
  private typedAt = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly deeds: TreeDeeds,
  ) {
    root.addEventListener("keydown", (event) => this.pressed(event));
    root.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const slug = target?.closest<HTMLElement>("[role=treeitem]")?.dataset["slug"];
      if (slug === undefined) {
        return;
      }
      if (target?.closest(".twist") !== null) {
        this.toggle(slug);
      } else {
        this.deeds.select(slug);
      }
    });
    root.addEventListener("dblclick", (event) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const slug = target?.closest<HTMLElement>("[role=treeitem]")?.dataset["slug"];
      if (slug !== undefined && target?.closest(".twist") === null) {
        this.deeds.act(slug);
      }
    });
  }

  write(scene: Scene, look: TreeLook): void {
    const had = this.root.contains(document.activeElement);
    this.scene = scene;
    this.selected = look.selected;
    this.root.setAttribute("role", "tree");
    const centre = scene.nodes.get(scene.centre);
    this.root.replaceChildren(...(centre === undefined ? [] : [this.item(scene, look, centre, 1)]));
    const item = this.element(look.selected);
    item?.setAttribute("tabindex", "0");
    if (had) {
      item?.focus({ preventScroll: true });
    }
    const box = item?.querySelector<HTMLElement>(".row");
    if (box !== null && box !== undefined && this.root.scrollHeight > this.root.clientHeight) {
      const top = box.offsetTop - this.root.offsetTop;
      if (top < this.root.scrollTop || top > this.root.scrollTop + this.root.clientHeight - 32) {
        this.root.scrollTop = top - this.root.clientHeight / 2;
      }
    }
  }

  focus(): void {
    this.element(this.selected)?.focus();
  }

  private item(scene: Scene, look: TreeLook, node: Placed, level: number): HTMLLIElement {
    const { slug, label, kind } = node.concept;
    const below = brought(scene, slug).filter((one) => look.shown(one.concept.slug));
    const hidden = hiddenAround(scene, slug).reduce((sum, group) => sum + group.count, 0);
    const made = element("li", {
      role: "treeitem",
      "data-slug": slug,
      tabindex: "-1",
      "aria-level": String(level),
      "aria-selected": String(slug === look.selected),
    });
    if (below.length > 0 || hidden > 0) {
      made.setAttribute("aria-expanded", String(below.length > 0));
    }
    const glyph = shape("svg", { class: `glyph kind-${kind}`, width: 12, height: 12, "aria-hidden": "true" });
    glyph.append(shape("use", { href: `#k-${kind}` }));
    const row = element("span", { class: "row" });
    row.append(
      element("span", { class: "twist", "aria-hidden": "true" }, below.length > 0 ? "▾" : hidden > 0 ? "▸" : ""),
    );
    const how = this.how(scene, node);
    if (how !== "") {
      row.append(element("span", { class: "quiet how" }, `${how} `));
    }
    row.append(glyph, element("span", { class: "label", lang: languageOf(label) }, label));
    const mark = look.mark(slug);
    if (mark !== undefined) {
      row.append(" ", element("span", { class: `state mark-${mark}` }, text(`mark.${mark}`)));
    }
    if (hidden > 0) {
      row.append(" ", element("span", { class: "count" }, text("more", hidden)));
    }
    made.append(row);
    if (below.length > 0) {
      made.append(element("ul", { role: "group" }, ...below.map((one) => this.item(scene, look, one, level + 1))));
    }
    return made;
  }

  /** By which relation a concept hangs on the one above it. */
  private how(scene: Scene, node: Placed): string {
    const { slug } = node.concept;
    const edge = scene.edges.find(
      ({ from, to }) => (from === slug && to === node.openedBy) || (to === slug && from === node.openedBy),
    );
    return edge === undefined ? "" : groupName({ relation: edge.relation, inverse: edge.from === slug });
  }

  private toggle(slug: string): void {
    if (this.element(slug)?.getAttribute("aria-expanded") === "true") {
      this.deeds.fold(slug);
    } else {
      this.deeds.open(slug);
    }
  }

  private element(slug: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-slug="${CSS.escape(slug)}"]`);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const items = [...this.root.querySelectorAll<HTMLElement>("[role=treeitem]")];
    const at = items.findIndex((item) => item.dataset["slug"] === this.selected);
    const here = items[at];
    const expanded = here?.getAttribute("aria-expanded");
    const go = (to: number): void => {
      const slug = items[Math.min(items.length - 1, Math.max(0, to))]?.dataset["slug"];
      if (slug !== undefined) {
        this.deeds.select(slug);
      }
    };
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(items.length - 1),
      ArrowRight: () => {
        if (expanded === "true") {
          go(at + 1);
        } else if (expanded === "false") {
          this.deeds.open(this.selected);
        }
      },
      ArrowLeft: () => {
        if (expanded === "true") {
          this.deeds.fold(this.selected);
        } else {
          const above = this.scene?.nodes.get(this.selected)?.openedBy ?? "";
          if (above !== "") {
            this.deeds.select(above);
          }
        }
      },
      Enter: () => this.deeds.act(this.selected),
      " ": () => this.deeds.act(this.selected),
    };
    const deed = keys[event.key];
    if (deed !== undefined) {
      event.preventDefault();
      deed();
    } else if ([...event.key].length === 1 && event.key !== "?" && event.key !== "/") {
      event.preventDefault();
      this.type(event.key, items, at, event.timeStamp);
    }
  }

  /** Goes to the next item whose label begins with what is typed. */
  private type(letter: string, items: readonly HTMLElement[], at: number, time: number): void {
    this.typed = time - this.typedAt < TYPED_WITHIN ? this.typed + letter.toLowerCase() : letter.toLowerCase();
    this.typedAt = time;
    const from = this.typed.length > 1 ? at : at + 1;
    const turned = [...items.slice(from), ...items.slice(0, from)];
    const found = turned.find((item) => {
      const label = item.querySelector(".label")?.textContent?.toLowerCase() ?? "";
      return label.startsWith(this.typed);
    });
    const slug = found?.dataset["slug"];
    if (slug !== undefined) {
      this.deeds.select(slug);
    }
  }
}
