import type { Evidence } from "../api";
import { element } from "../page/dom";
import type { Told } from "./figure";
import { languageOf, text } from "../page/i18n";
import { pageAddress } from "../page/address";

/** Returns the address of a line of a note. */
export function lineAddress(note: string, line: number): string {
  return `${pageAddress(`/note/${note.split("/").map(encodeURIComponent).join("/")}`)}#L${line}`;
}

/** Returns where a statement comes from, as a list with a link to each line of a note. */
export function evidenceList(evidence: readonly Evidence[]): HTMLElement {
  const entries = evidence.map((one) => {
    if (one.note === "") {
      return element("li", {}, text("explore.curated"));
    }
    const place = element("a", { class: "place", href: lineAddress(one.note, one.line) }, `${one.note}:${one.line}`);
    const rule = text("explore.rule", one.method, Math.round(one.confidence * 100));
    const entry = element("li", {}, place, " ", element("span", { class: "quiet" }, rule));
    if (one.quote !== "") {
      entry.append(" ", element("q", { lang: languageOf(one.quote) }, one.quote));
    }
    return entry;
  });
  return element("ul", { class: "plain evidence" }, ...entries);
}

/** Returns a statement with its reason and where it comes from. */
export function statement(told: Told): HTMLElement[] {
  const parts: HTMLElement[] = [element("p", { class: "said" }, told.said)];
  if (told.reason !== "") {
    parts.push(element("p", { class: "reason", lang: languageOf(told.reason) }, told.reason));
  }
  if (told.evidence.length > 0) {
    parts.push(evidenceList(told.evidence));
  }
  return parts;
}

const LINGER = 350;

/**
 * The small sheet beside what is pointed at. It stays while the pointer is on it, so that its links can be reached, and
 * Escape takes it away (WCAG 1.4.13).
 */
export class Tip {
  private readonly sheet = element("div", { class: "tip", hidden: "" });
  private leaving: number | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly gone: () => void,
  ) {
    host.append(this.sheet);
    this.sheet.addEventListener("pointerenter", () => window.clearTimeout(this.leaving));
    this.sheet.addEventListener("pointerleave", () => this.leave());
    host.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.sheet.hidden) {
        event.stopPropagation();
        this.hide();
      }
    });
  }

  /** Shows parts near a point of the host, in pixels from its upper left corner. */
  show(parts: readonly Node[], x: number, y: number): void {
    window.clearTimeout(this.leaving);
    this.sheet.replaceChildren(...parts);
    this.sheet.hidden = false;
    const { clientWidth, clientHeight } = this.host;
    const right = x + this.sheet.offsetWidth + 12 > clientWidth;
    const low = y + this.sheet.offsetHeight + 12 > clientHeight;
    this.sheet.style.left = `${Math.max(4, right ? x - this.sheet.offsetWidth - 8 : x + 12)}px`;
    this.sheet.style.top = `${Math.max(4, low ? y - this.sheet.offsetHeight - 8 : y + 12)}px`;
  }

  /** Hides it soon, unless the pointer comes to it. */
  leave(): void {
    window.clearTimeout(this.leaving);
    this.leaving = window.setTimeout(() => this.hide(), LINGER);
  }

  hide(): void {
    window.clearTimeout(this.leaving);
    if (!this.sheet.hidden) {
      this.sheet.hidden = true;
      this.gone();
    }
  }
}
