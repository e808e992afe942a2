import { page } from "./api";
import { pageAddress } from "./page/address";
import { announce } from "./page/dom";
import { copy, reveal } from "./page/controls";
import { text } from "./page/i18n";
import { complete, lastPiece } from "./search/pieces";
import { suggest } from "./search/suggest";
import { bindChecks } from "./study/checks";
import { forgetAll, knownSlugs } from "./study/known";
import { showMarks } from "./study/marks";
import { mergeNames } from "./study/names";

const form = document.getElementById("path-form");
const asked = new URLSearchParams(location.search);

for (const id of ["goal", "known"]) {
  const input = document.getElementById(id);
  if (input instanceof HTMLInputElement) {
    suggest(input, {
      asked: (value) => lastPiece(value).name,
      questions: false,
      choose: (hit) => {
        input.value = complete(lastPiece(input.value), hit.label);
      },
    });
  }
}

/** The address of the plan, with what is known. */
function planAddress(known: readonly string[]): string {
  return pageAddress("/path", { goal: asked.get("goal") ?? "", known: known.join(",") });
}

/** Plans anew without leaving the page: the server writes the steps, this puts them in place. */
async function plan(known: readonly string[]): Promise<void> {
  const fresh = await page(planAddress(known));
  const next = fresh.getElementById("plan");
  const here = document.getElementById("plan");
  if (next === null || here === null) {
    return;
  }
  here.replaceWith(document.adoptNode(next));
  bind();
  announce(next.querySelector(".summary")?.textContent ?? "");
}

function replan(): void {
  const known = mergeNames(asked.get("known") ?? "", knownSlugs());
  history.replaceState(null, "", planAddress(known));
  plan(known).catch(() => announce(text("failed")));
}

function bind(): void {
  const root = document.getElementById("plan");
  if (root === null) {
    return;
  }
  reveal(root);
  showMarks(root);
  bindChecks(root, (slug) => {
    const heading = document.getElementById(`step-${slug}`)?.nextElementSibling?.querySelector<HTMLElement>("a");
    heading?.focus();
    replan();
  });
  root.querySelector<HTMLButtonElement>("[data-share]")?.addEventListener("click", (event) => {
    void copy(location.href, event.currentTarget as HTMLElement);
  });
  root.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  root.querySelector("[data-forget]")?.addEventListener("click", () => {
    forgetAll();
    asked.delete("known");
    replan();
  });
}

bind();
if (form !== null && document.getElementById("plan") !== null && knownSlugs().length > 0) {
  replan();
}
