import { concept as fetchConcept, page, type ConceptCard } from "../api";
import { conceptAddress, pageAddress } from "../page/address";
import { element } from "../page/dom";
import { contentLanguage, languageOf, text } from "../page/i18n";
import type { Card, Deck } from "../study/deck";
import type { Grade } from "../study/progress";

/** A link to a concept, as other pages write it. */
export function conceptLink(slug: string, label: string): HTMLAnchorElement {
  return element(
    "a",
    { class: "concept", href: conceptAddress(slug) },
    element("span", { lang: languageOf(label) }, label),
  );
}

/** Links to some concepts, with commas as the language has them. */
export function conceptLinks(deck: Deck, slugs: readonly string[]): HTMLElement {
  return element(
    "span",
    {},
    ...slugs.map((slug) => element("span", { class: "name" }, conceptLink(slug, deck.label(slug)))),
  );
}

/** The address of the line of the note where a question stands. */
export function noteAddress(card: Card): string {
  return `${pageAddress(`/note/${card.note.split("/").map(encodeURIComponent).join("/")}`)}#L${card.line}`;
}

/** Where a question stands, as a link. */
export function place(card: Card): HTMLAnchorElement {
  return element("a", { class: "place", href: noteAddress(card) }, `${card.note}:${card.line}`);
}

/** The question as a heading that takes the focus. */
export function ask(card: Card): HTMLHeadingElement {
  return element("h2", { class: "ask", tabindex: "-1", lang: languageOf(card.text) }, card.text);
}

const concepts = new Map<string, Promise<ConceptCard>>();

/** All that is known of a concept, asked for once. */
export function about(slug: string): Promise<ConceptCard> {
  const known = concepts.get(slug) ?? fetchConcept(slug);
  concepts.set(slug, known);
  return known;
}

/** The answer as its page has it; where the note has none, the definition of what it is about. */
export async function answer(card: Card): Promise<HTMLElement> {
  const box = element("div", { class: "backside", tabindex: "-1", role: "group", "aria-label": text("review.answer") });
  try {
    if (card.answered) {
      const written = (await page(pageAddress(`/question/${encodeURIComponent(card.id)}`))).querySelector(".answer");
      if (written !== null) {
        box.append(document.adoptNode(written));
        const formulas = box.querySelectorAll<HTMLElement>(".math");
        if (formulas.length > 0) {
          (await import("../page/math")).setFormulas(formulas);
        }
        return box;
      }
    }
    box.append(element("p", { class: "notice" }, text("review.unanswered")));
    const definitions = element("dl", { class: "facts" });
    for (const slug of card.about) {
      const { label, definition } = await about(slug);
      const said = definition[contentLanguage()] ?? Object.values(definition)[0] ?? "";
      if (said !== "") {
        definitions.append(
          element("dt", {}, conceptLink(slug, label)),
          element("dd", { lang: languageOf(said) }, said),
        );
      }
    }
    box.append(definitions);
  } catch {
    box.append(element("p", { class: "notice" }, text("failed")));
  }
  return box;
}

const NAMES: Record<Grade, string> = { 1: "again", 2: "hard", 3: "good", 4: "easy" };

export function gradeName(grade: Grade): string {
  return text(`review.${NAMES[grade]}`);
}

/** The buttons of the four grades, each with its key and, where it is given, when the card comes again. */
export function gradeButtons(note: (grade: Grade) => string, chosen: (grade: Grade) => void): HTMLElement {
  const buttons = ([1, 2, 3, 4] as const).map((grade) => {
    const said = note(grade);
    const button = element(
      "button",
      { type: "button", class: `grade ${NAMES[grade]}`, "aria-keyshortcuts": String(grade) },
      element("kbd", { "aria-hidden": "true" }, String(grade)),
      element("span", {}, gradeName(grade)),
      ...(said === "" ? [] : [" ", element("span", { class: "when" }, said)]),
    );
    button.addEventListener("click", () => chosen(grade));
    return button;
  });
  return element("div", { class: "grades", role: "group", "aria-label": text("review.how") }, ...buttons);
}

/** A button with a key. */
export function keyButton(what: string, key: string, deed: () => void, kind = ""): HTMLButtonElement {
  const button = element(
    "button",
    { type: "button", "aria-keyshortcuts": key, ...(kind === "" ? {} : { class: kind }) },
    what,
    " ",
    element("kbd", { "aria-hidden": "true" }, key),
  );
  button.addEventListener("click", deed);
  return button;
}

/** Whether a key was meant for the page: not while something is typed, nor for a control that has the focus. */
export function meant(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const typing = target.isContentEditable || target.matches("input, textarea, select");
  const pressing = (event.key === "Enter" || event.key === " ") && target.matches("a, button, summary");
  const other = event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null;
  return !typing && !pressing && !other && !event.repeat;
}
