import { arrive } from "./api";
import { announce } from "./page/dom";
import { copy, reveal } from "./page/controls";
import { text } from "./page/i18n";
import { changeNames, planAddress } from "./plan/address";
import { bindSuggestions } from "./plan/suggestions";
import { forgetAll, knownSlugs } from "./study/known";
import { allMarks, bindMarks, setMark, showMarks } from "./study/marks";
import { mergeNames } from "./study/names";

const form = document.querySelector<HTMLFormElement>("#path-form");

bindSuggestions();

/** Puts what the server wrote in place of what is here; the address becomes that of the new plan. */
async function plan(address: string, focus: () => HTMLElement | null): Promise<void> {
  const fresh = await arrive(address);
  const next = fresh.page.getElementById("plan");
  const here = document.getElementById("plan");
  if (next === null || here === null) {
    location.assign(fresh.address);
    return;
  }
  history.replaceState(null, "", fresh.address);
  here.replaceWith(document.adoptNode(next));
  for (const field of form?.querySelectorAll<HTMLInputElement>("input[name]") ?? []) {
    const now = fresh.page.querySelector<HTMLInputElement>(`#path-form input[name="${field.name}"]`);
    if (now !== null) {
      field.value = now.value;
      field.checked = now.checked;
    }
  }
  bind();
  bindMarks(next);
  focus()?.focus();
  announce([".summary", ".verdict p", ".warned"].map((part) => next.querySelector(part)?.textContent ?? "").join(" "));
}

function replan(address: string, focus: () => HTMLElement | null = () => null): void {
  plan(address, focus).catch(() => announce(text("failed")));
}

/** What has the focus now, found again when the plan has been written anew. */
function samePlace(element: Element | null): () => HTMLElement | null {
  const button = element instanceof HTMLButtonElement ? element : null;
  const step = element?.closest<HTMLElement>("[data-step]")?.dataset["step"] ?? "";
  return () => {
    const root = document.getElementById("plan");
    const same = [...(root?.querySelectorAll<HTMLButtonElement>("button[name]:not(:disabled)") ?? [])].find(
      (one) => one.name === button?.name && one.value === button.value,
    );
    return (
      same ??
      document.getElementById(`step-${step}`)?.querySelector<HTMLElement>("h3 a") ??
      root?.querySelector<HTMLElement>("h2 a") ??
      null
    );
  };
}

function known(change: (names: string[]) => string[]): string {
  const names = mergeNames(new URLSearchParams(location.search).get("known") ?? "", []);
  return planAddress(changeNames(location.search, "known", change(names)));
}

form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement) || button.name === "" || document.getElementById("plan") === null) {
    return;
  }
  event.preventDefault();
  const wanted = new FormData(form);
  wanted.append(button.name, button.value);
  if (button.name === "learned") {
    setMark(button.value, "known");
  }
  const parameters = new URLSearchParams();
  wanted.forEach((value, name) => parameters.append(name, String(value)));
  replan(planAddress(parameters.toString()), samePlace(button));
});

// A mark makes a difference to the plan where it says that something is known, or no longer is.
document.addEventListener("change", (event) => {
  const choice = event.target;
  if (choice instanceof HTMLSelectElement && choice.closest("#plan") !== null) {
    const slug = choice.dataset["mark"] ?? "";
    if (allMarks().get(slug) === "known") {
      replan(
        known((names) => [...new Set([...names, slug])]),
        samePlace(choice),
      );
    }
  }
});

// Alt and an arrow move the step that has the focus, as its two buttons do.
document.addEventListener("keydown", (event) => {
  const move = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  if (move !== undefined && event.altKey && !event.ctrlKey && !event.metaKey && event.target instanceof Element) {
    const button = event.target
      .closest("[data-step]")
      ?.querySelector<HTMLButtonElement>(`.wishes button[name="${move}"]:not(:disabled)`);
    if (button !== null && button !== undefined) {
      event.preventDefault();
      button.click();
    }
  }
});

function bind(): void {
  const root = document.getElementById("plan");
  if (root === null) {
    return;
  }
  reveal(root);
  showMarks(root);
  root.querySelector<HTMLButtonElement>("[data-share]")?.addEventListener("click", (event) => {
    void copy(location.href, event.currentTarget as HTMLElement);
  });
  root.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  root.querySelector("[data-forget]")?.addEventListener("click", () => {
    forgetAll();
    replan(known(() => []));
  });
}

bind();
if (document.getElementById("plan") !== null) {
  const asked = mergeNames(new URLSearchParams(location.search).get("known") ?? "", []);
  const missing = knownSlugs().filter((slug) => !asked.includes(slug));
  if (missing.length > 0) {
    replan(known((names) => [...names, ...missing]));
  }
}
