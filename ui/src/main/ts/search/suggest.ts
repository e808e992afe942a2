import { search, type Hit } from "../api";
import { announce, element } from "../page/dom";
import { languageOf, text } from "../page/i18n";
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
const PAUSE = 120;
let count = 0;

/** Makes an input a combobox with a list of suggestions (WAI-ARIA Authoring Practices, editable combobox). */
export function suggest(input: HTMLInputElement, how: Suggesting): void {
  const id = `suggestions-${++count}`;
  const list = element("ul", {
    id,
    role: "listbox",
    class: "suggestions",
    hidden: "",
    "aria-label": input.labels?.[0]?.textContent ?? "",
  });
  input.after(list);
  for (const [key, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
  })) {
    input.setAttribute(key, value);
  }

  let hits: Hit[] = [];
  let active = -1;
  let timer = 0;
  let running = new AbortController();

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (index: number): void => {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = list.children[index];
    if (option === undefined) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  };

  const choose = (index: number): void => {
    const hit = hits[index];
    close();
    if (hit !== undefined) {
      how.choose(hit, input);
    }
  };

  const show = (found: Hit[]): void => {
    hits = how.questions ? found : found.filter((hit) => hit.type === "concept");
    list.replaceChildren(...hits.map((hit, index) => option(hit, `${id}-${index}`)));
    active = -1;
    const any = hits.length > 0;
    list.hidden = !any;
    input.setAttribute("aria-expanded", String(any));
    input.removeAttribute("aria-activedescendant");
    announce(any ? text("hits", hits.length) : text("nohits"));
  };

  const look = async (): Promise<void> => {
    running.abort();
    const q = how.asked(input.value);
    if (q === "") {
      close();
      return;
    }
    running = new AbortController();
    const { signal } = running;
    try {
      const found = await search(q, LIMIT, signal);
      if (!signal.aborted && document.activeElement === input) {
        show(found);
      }
    } catch {
      close(); // the form still works
    }
  };

  input.addEventListener("input", (event) => {
    window.clearTimeout(timer);
    // While an input method composes, the letters are not yet what the reader means.
    if (!(event as InputEvent).isComposing) {
      timer = window.setTimeout(() => void look(), PAUSE);
    }
  });
  input.addEventListener("compositionend", () => {
    timer = window.setTimeout(() => void look(), PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) {
        void look();
      } else {
        const step = event.key === "ArrowDown" ? 1 : -1;
        mark(active === -1 && step === -1 ? hits.length - 1 : (active + step + hits.length) % hits.length);
      }
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", () => {
    running.abort();
    window.clearTimeout(timer);
    close();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the input keeps the focus
  list.addEventListener("click", (event) => {
    const chosen = event.target instanceof Element ? event.target.closest("li") : null;
    if (chosen !== null) {
      choose([...list.children].indexOf(chosen));
    }
  });
}

function option(hit: Hit, id: string): HTMLLIElement {
  const label = element("span", { class: "label", lang: languageOf(hit.label) });
  const made = element("li", { id, role: "option", "aria-selected": "false" }, label);
  const [before, match, after] = highlight(hit.matched, hit.from, hit.to);
  const marked = [before, element("mark", {}, match), after];
  if (hit.matched === hit.label) {
    label.append(...marked);
  } else {
    label.append(hit.label);
    made.append(" ", element("span", { class: "matched", lang: languageOf(hit.matched) }, ...marked));
  }
  made.append(" ", element("span", { class: "type" }, text(`kind.${hit.type}`)));
  return made;
}
