import { announce, element } from "../page/dom";
import { text } from "../page/i18n";
import { knownSlugs, setKnown } from "./known";

/** How far a reader is with a concept. Kept in the browser and nowhere else. */
export type Mark = "known" | "learning" | "later";

const KEY = "zhitu.marks";
const SIGNS: Record<Mark, string> = { known: "✓", learning: "◐", later: "○" };

/** Reads stored marks; anything that is not one is left out. */
export function parseMarks(stored: string | null): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  try {
    const value: unknown = JSON.parse(stored ?? "{}");
    for (const [slug, mark] of Object.entries(typeof value === "object" && value !== null ? value : {})) {
      if (/^[a-z0-9-]+$/.test(slug) && (mark === "learning" || mark === "later")) {
        marks.set(slug, mark);
      }
    }
  } catch {
    // as good as nothing
  }
  return marks;
}

/** Returns the mark of every concept that has one: what is known wins. */
export function allMarks(): Map<string, Mark> {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    // storage is off
  }
  const marks = parseMarks(stored);
  for (const slug of knownSlugs()) {
    marks.set(slug, "known");
  }
  return marks;
}

/** Marks a concept, or takes its mark away. */
export function setMark(slug: string, mark: Mark | undefined): void {
  setKnown(slug, mark === "known");
  const marks = allMarks();
  marks.delete(slug);
  if (mark === "learning" || mark === "later") {
    marks.set(slug, mark);
  }
  const kept = [...marks].filter(([, kind]) => kind !== "known").sort(([a], [b]) => (a < b ? -1 : 1));
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // storage is off: the mark lasts as long as the page
  }
}

/** Shows beside each concept's name how far the reader is with it: by a sign, by colour, and in words for who listens. */
export function showMarks(root: ParentNode): void {
  const marks = allMarks();
  for (const link of root.querySelectorAll<HTMLElement>("a[data-concept]")) {
    link.querySelector(".how-far")?.remove();
    const mark = marks.get(link.dataset["concept"] ?? "");
    if (mark === undefined) {
      delete link.dataset["mark"];
    } else {
      link.dataset["mark"] = mark;
      link.append(
        element(
          "span",
          { class: "how-far", title: text(`mark.${mark}`) },
          element("span", { "aria-hidden": "true" }, ` ${SIGNS[mark]}`),
          element("span", { class: "hidden" }, ` (${text(`mark.${mark}`)})`),
        ),
      );
    }
  }
}

/** Ties the choices of a mark below a root to what is stored. */
export function bindMarks(root: ParentNode): void {
  for (const choice of root.querySelectorAll<HTMLSelectElement>("select[data-mark]")) {
    const slug = choice.dataset["mark"] ?? "";
    choice.value = allMarks().get(slug) ?? "none";
    choice.addEventListener("change", () => {
      const mark = choice.value;
      setMark(slug, mark === "known" || mark === "learning" || mark === "later" ? mark : undefined);
      showMarks(document);
      announce(text("marked", choice.selectedOptions[0]?.textContent ?? ""));
    });
  }
}
