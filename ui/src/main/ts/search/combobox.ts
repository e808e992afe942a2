import { announce } from "../page/dom";
import { text } from "../page/i18n";

/** One thing to choose. */
export interface Choice {
  readonly option: HTMLLIElement;
  /** What happens when it is chosen. */
  readonly choose: () => void;
  /** The heading that it stands under, where the list has headings. */
  readonly group?: string;
}

/** What a combobox needs to know. */
export interface Choosing {
  /** Returns the choices for what is typed; undefined to close the list. */
  readonly look: (typed: string, signal: AbortSignal) => Promise<Choice[] | undefined>;
  /** Whether the list is there all the time and its first choice is marked at once, as in a dialog. */
  readonly eager: boolean;
}

/** A combobox that is alive. */
export interface Combobox {
  readonly refresh: () => void;
}

const PAUSE = 120;
let count = 0;

/** Makes an input a combobox over a list (WAI-ARIA Authoring Practices, editable combobox with list autocomplete). */
export function combobox(input: HTMLInputElement, list: HTMLUListElement, how: Choosing): Combobox {
  const id = `choices-${++count}`;
  list.id = id;
  list.setAttribute("role", "listbox");
  for (const [key, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
  })) {
    input.setAttribute(key, value);
  }

  let choices: Choice[] = [];
  let active = -1;
  let timer = 0;
  let running = new AbortController();

  /** Forgets what was being looked up, so that no late answer opens the list again. */
  const forget = (): void => {
    running.abort();
    window.clearTimeout(timer);
  };

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (index: number): void => {
    active = index;
    choices.forEach(({ option }, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = choices[index]?.option;
    if (option === undefined) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  };

  const choose = (index: number): void => {
    const choice = choices[index];
    if (!how.eager) {
      forget();
      close();
    }
    choice?.choose();
  };

  const show = (found: Choice[]): void => {
    choices = found;
    const items: HTMLLIElement[] = [];
    let group: string | undefined;
    choices.forEach((choice, index) => {
      if (choice.group !== undefined && choice.group !== group) {
        group = choice.group;
        const heading = document.createElement("li");
        heading.setAttribute("role", "presentation");
        heading.className = "group";
        heading.textContent = group;
        items.push(heading);
      }
      choice.option.id = `${id}-${index}`;
      choice.option.setAttribute("role", "option");
      choice.option.setAttribute("aria-selected", "false");
      items.push(choice.option);
    });
    list.replaceChildren(...items);
    const any = choices.length > 0;
    list.hidden = !any;
    input.setAttribute("aria-expanded", String(any));
    mark(how.eager && any ? 0 : -1);
    announce(any ? text("hits", choices.length) : text("nohits"));
  };

  const look = async (): Promise<void> => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const found = await how.look(input.value.trim(), signal);
      if (signal.aborted || document.activeElement !== input) {
        return;
      }
      if (found === undefined) {
        close();
      } else {
        show(found);
      }
    } catch {
      if (!signal.aborted) {
        close(); // the form still works
      }
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
    window.clearTimeout(timer);
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
        mark(active === -1 && step === -1 ? choices.length - 1 : (active + step + choices.length) % choices.length);
      }
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && open && !how.eager) {
      event.preventDefault();
      close();
    }
  });
  const leave = (): void => {
    if (!how.eager && document.activeElement !== input) {
      close();
    }
  };
  // A list that makes room for itself moves what stands below. While a pointer is down it stays, or the press would
  // begin on a button and end beside it.
  let pressed = false;
  document.addEventListener("pointerdown", () => (pressed = true), { capture: true });
  for (const end of ["pointerup", "pointercancel", "dragend"]) {
    document.addEventListener(
      end,
      () => {
        pressed = false;
        window.setTimeout(leave);
      },
      { capture: true },
    );
  }
  input.addEventListener("blur", () => {
    forget();
    if (!pressed) {
      window.setTimeout(leave);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the input keeps the focus
  list.addEventListener("click", (event) => {
    const chosen = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    const index = choices.findIndex(({ option }) => option === chosen);
    if (index >= 0) {
      choose(index);
    }
  });
  return { refresh: () => void look() };
}
