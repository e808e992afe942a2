import { element } from "../page/dom";
import type { Rectangle } from "./layout";

/** One thing that can be done. */
export interface Choice {
  readonly label: string;
  /** Shown beside the label: a count, or a key. */
  readonly aside?: string;
  readonly deed: () => void;
}

/** The list of what can be done at a box. Arrow keys and first letters choose, Escape closes it. */
export class Menu {
  private readonly list = element("div", { class: "menu", role: "menu", hidden: "" });
  private back: () => void = () => undefined;

  constructor(private readonly host: HTMLElement) {
    host.append(this.list);
    this.list.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("pointerdown", (event) => {
      if (!this.list.hidden && event.target instanceof Node && !this.list.contains(event.target)) {
        this.close(false);
      }
    });
  }

  isOpen(): boolean {
    return !this.list.hidden;
  }

  /**
   * Opens it beside a box of the host.
   *
   * @param groups things that belong together stand together
   * @param back   gives the keyboard's place back
   */
  open(name: string, groups: readonly (readonly Choice[])[], at: Rectangle, back: () => void): void {
    this.back = back;
    this.list.setAttribute("aria-label", name);
    const parts = groups
      .filter((group) => group.length > 0)
      .map((group) => element("div", { role: "group" }, ...group.map((choice) => this.item(choice))));
    this.list.replaceChildren(element("p", { class: "heading", "aria-hidden": "true" }, name), ...parts);
    this.list.hidden = false;
    const { offsetWidth, offsetHeight } = this.list;
    const { clientWidth, clientHeight } = this.host;
    const right = at.x + at.width + 8;
    const left = right + offsetWidth <= clientWidth ? right : Math.max(4, at.x - offsetWidth - 8);
    this.list.style.left = `${Math.max(4, Math.min(left, clientWidth - offsetWidth - 4))}px`;
    this.list.style.top = `${Math.max(4, Math.min(at.y - 8, clientHeight - offsetHeight - 4))}px`;
    this.items()[0]?.focus({ preventScroll: true });
  }

  close(giveBack = true): void {
    if (!this.list.hidden) {
      this.list.hidden = true;
      if (giveBack) {
        this.back();
      }
    }
  }

  private item({ label, aside, deed }: Choice): HTMLButtonElement {
    const made = element("button", { type: "button", role: "menuitem", tabindex: "-1" }, element("span", {}, label));
    if (aside !== undefined) {
      made.append(" ", element("span", { class: "aside" }, aside));
    }
    made.addEventListener("click", () => {
      this.close();
      deed();
    });
    return made;
  }

  private items(): HTMLButtonElement[] {
    return [...this.list.querySelectorAll<HTMLButtonElement>("button")];
  }

  private pressed(event: KeyboardEvent): void {
    const items = this.items();
    const at = items.findIndex((item) => item === document.activeElement);
    const go = (to: number): void => items[(to + items.length) % items.length]?.focus();
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(-1),
      Escape: () => this.close(),
      Tab: () => this.close(),
    };
    const deed = keys[event.key];
    event.stopPropagation();
    if (deed !== undefined) {
      event.preventDefault();
      deed();
      return;
    }
    const letter = event.key.toLowerCase();
    if (letter.length === 1 && letter !== " " && !event.ctrlKey && !event.metaKey) {
      const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      turned.find((item) => item.textContent?.toLowerCase().startsWith(letter))?.focus();
    }
  }
}
