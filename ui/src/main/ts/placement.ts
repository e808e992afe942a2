import { arrive } from "./api";
import { announce } from "./page/dom";
import { reveal } from "./page/controls";
import { text } from "./page/i18n";
import { bindSuggestions } from "./plan/suggestions";
import { allMarks, setMark } from "./study/marks";

bindSuggestions();

/** Sends the form without leaving the page: nothing of what was said gets into an address or the history. */
async function send(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  const said = new URLSearchParams();
  new FormData(form).forEach((value, name) => said.append(name, String(value)));
  if (button !== null) {
    said.append(button.name, button.value);
  }
  const fresh = (await arrive("/placement", said)).page.getElementById("placement");
  const here = document.getElementById("placement");
  if (fresh === null || here === null) {
    throw new Error("no placement on the page");
  }
  const tile = button?.closest<HTMLElement>("[data-tile]")?.dataset["tile"];
  here.replaceWith(document.adoptNode(fresh));
  bind();
  const same = tile === undefined ? null : fresh.querySelector<HTMLElement>(`[data-tile="${tile}"] summary`);
  (same ?? fresh.querySelector<HTMLElement>("#where"))?.focus();
  announce(fresh.querySelector(".summary, #where")?.textContent ?? "");
}

/** Marks as known what the placement takes as known; no mark is taken away. */
function takeOver(slugs: readonly string[]): void {
  const marks = allMarks();
  const missing = slugs.filter((slug) => marks.get(slug) !== "known");
  for (const slug of missing) {
    setMark(slug, "known");
  }
  announce(text("placement.taken", missing.length));
}

function bind(): void {
  const root = document.getElementById("placement");
  const form = root?.querySelector<HTMLFormElement>("#placement-form");
  if (root === null || form === null || form === undefined) {
    return;
  }
  reveal(root);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    send(form, button).catch(() => announce(text("failed")));
  });
  root.querySelector<HTMLButtonElement>("[data-take]")?.addEventListener("click", (event) => {
    takeOver((root.dataset["known"] ?? "").split(",").filter((slug) => slug !== ""));
    if (event.currentTarget instanceof HTMLButtonElement) {
      event.currentTarget.textContent = text("placement.took");
    }
  });
}

bind();
