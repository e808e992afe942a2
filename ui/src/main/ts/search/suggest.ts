import { search, type Hit } from "../api";
import { element, shape } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import { combobox } from "./combobox";
import { highlight } from "./pieces";

/** What an input with suggestions needs to know. */
export interface Suggesting {
  /** The text to search for, from the input's value. */
  readonly asked: (value: string) => string;
  /** Whether questions are suggested beside concepts. */
  readonly questions: boolean;
  /** What to do with the hit that was chosen. */
  readonly choose: (hit: Hit, input: HTMLInputElement) => void;
}

const LIMIT = 8;

/** Gives an input a list of suggestions. */
export function suggest(input: HTMLInputElement, how: Suggesting): void {
  const list = element("ul", {
    class: "suggestions",
    hidden: "",
    "aria-label": input.labels?.[0]?.textContent ?? "",
  });
  input.after(list);
  combobox(input, list, {
    eager: false,
    look: async (typed, signal) => {
      const q = how.asked(typed);
      if (q === "") {
        return undefined;
      }
      const found = await search(q, LIMIT, signal);
      return found
        .filter((hit) => how.questions || hit.type === "concept")
        .map((hit) => ({ option: hitOption(hit), choose: () => how.choose(hit, input) }));
    },
  });
}

/** Returns a hit as an option of a list: its kind, its name, and what matched where that is not plain to see. */
export function hitOption(hit: Hit): HTMLLIElement {
  const label = element("span", { class: "label", lang: languageOf(hit.label) });
  const made = element("li");
  if (hit.kind !== null) {
    const glyph = shape("svg", { class: `glyph kind-${hit.kind}`, width: 12, height: 12, "aria-hidden": "true" });
    glyph.append(shape("use", { href: `#k-${hit.kind}` }));
    made.append(glyph);
  }
  made.append(label);
  const [before, match, after] = highlight(hit.matched, hit.from, hit.to);
  const marked = [before, element("mark", {}, match), after];
  if (hit.matched === hit.label) {
    label.append(...marked);
  } else {
    label.append(hit.label);
    const how = hit.via === "label" ? "" : text(`via.${hit.via}`);
    made.append(
      " ",
      element("span", { class: "matched" }, how, " ", element("span", { lang: languageOf(hit.matched) }, ...marked)),
    );
  }
  made.append(
    " ",
    element("span", { class: "type" }, text(hit.kind === null ? "kind.question" : `explore.kind.${hit.kind}`)),
  );
  return made;
}
