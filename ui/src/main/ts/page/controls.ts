import { text } from "./i18n";
import { announce } from "./dom";

/** Shows what only works with script. */
export function reveal(root: ParentNode): void {
  for (const part of root.querySelectorAll<HTMLElement>("[data-needs-script]")) {
    part.hidden = false;
  }
}

/** Copies a text and says so. */
export async function copy(what: string, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(what);
    const before = button.textContent;
    button.textContent = text("copied");
    announce(text("copied"));
    window.setTimeout(() => (button.textContent = before), 1500);
  } catch {
    announce(text("failed"));
  }
}

/** Makes the buttons with data-copy copy. */
export function bindCopies(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.addEventListener("click", () => void copy(button.dataset["copy"] ?? "", button));
  }
}

/** Lets the reader turn light to dark and back; remembered in the browser. */
export function bindTheme(): void {
  const button = document.querySelector<HTMLButtonElement>("button.theme");
  if (button === null) {
    return;
  }
  const root = document.documentElement;
  const dark = (): boolean =>
    root.dataset["theme"] === undefined
      ? window.matchMedia("(prefers-color-scheme: dark)").matches
      : root.dataset["theme"] === "dark";
  const tell = (): void => button.setAttribute("aria-pressed", String(dark()));
  button.hidden = false;
  tell();
  button.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    root.dataset["theme"] = next;
    tell();
    try {
      localStorage.setItem("zhitu.theme", next);
    } catch {
      // storage is off: the choice lasts as long as the page
    }
  });
}

/** `/` and Ctrl-K open the search, `?` the sheet of keys; single keys never while something is being typed. */
export function bindShortcuts(openSearch: () => void, openKeys: () => void): void {
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const typing = target.isContentEditable || target.matches("input, textarea, select");
    const single = !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const jump = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if ((event.key === "/" && single) || jump) {
      event.preventDefault();
      openSearch();
    } else if (event.key === "?" && single) {
      event.preventDefault();
      openKeys();
    }
  });
}
