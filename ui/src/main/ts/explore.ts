import { lookTools, tool } from "./graph/canvas";
import { Explorer } from "./graph/explorer";
import { readState } from "./graph/state";
import { announce, element } from "./page/dom";
import { text } from "./page/i18n";
import { suggest } from "./search/suggest";

const concept = document.getElementById("concept");
if (concept instanceof HTMLInputElement) {
  suggest(concept, {
    asked: (value) => value.trim(),
    questions: false,
    choose: (hit, input) => {
      input.value = hit.id;
      input.form?.requestSubmit();
    },
  });
}

const stage = document.getElementById("stage");
const still = stage?.querySelector<HTMLElement>(".canvas");
const toolbar = stage?.querySelector<HTMLElement>(".toolbar");
const inspector = stage?.querySelector<HTMLElement>(".inspector");
const tree = document.querySelector<HTMLElement>("#tree");
const rows = document.querySelector<HTMLTableSectionElement>("#twin tbody");

if (stage && still && toolbar && inspector && tree && rows) {
  start(stage, still, toolbar, inspector, tree, rows).catch(() => announce(text("failed")));
}

/** Puts the live picture in the place of the one that the server drew. */
async function start(
  stage: HTMLElement,
  still: HTMLElement,
  toolbar: HTMLElement,
  inspector: HTMLElement,
  tree: HTMLElement,
  rows: HTMLTableSectionElement,
): Promise<void> {
  const state = { ...readState(location.search), concept: stage.dataset["centre"] ?? "" };
  const limit = Number(stage.dataset["limit"] ?? "60");
  const name = still.querySelector("svg")?.getAttribute("aria-label") ?? "";
  const refreshers: (() => void)[] = [];
  const place = (canvas: HTMLElement): void => {
    stage.classList.add("live");
    still.replaceWith(canvas);
    canvas.after(element("p", { id: "keys", class: "quiet" }, text("explore.keys")));
    toolbar.hidden = false;
    inspector.hidden = false;
  };
  const explorer = await Explorer.open({ inspector, tree, rows }, state, name, limit, place, () =>
    refreshers.forEach((refresh) => refresh()),
  );
  refreshers.push(fillToolbar(toolbar, explorer), bindLegend(explorer));
  refreshers.forEach((refresh) => refresh());
}

function fillToolbar(toolbar: HTMLElement, explorer: Explorer): () => void {
  const count = element("span", { class: "quiet" });
  const undo = tool(text("undo"), () => explorer.undo(), "Control+Z");
  const redo = tool(text("redo"), () => explorer.redo(), "Control+Shift+Z");
  const marks = tool(text("explore.marks"), () => explorer.toggleMarks());
  const file = (): string => explorer.scene().centre;
  const [larger, smaller, fit, ...files] = lookTools(explorer.canvas, file, () => announce(text("failed")));
  fit?.addEventListener("click", () => explorer.fit());
  toolbar.replaceChildren(...[larger, smaller, fit, undo, redo, marks, ...files].flatMap((one) => one ?? []), count);
  return () => {
    undo.disabled = !explorer.canUndo();
    redo.disabled = !explorer.canRedo();
    marks.setAttribute("aria-pressed", String(explorer.showsMarks()));
    const { nodes, edges } = explorer.count();
    count.textContent = text("shown", nodes, edges);
  };
}

/** Makes each entry of the legend a switch that hides what it explains. */
function bindLegend(explorer: Explorer): () => void {
  const switches: [string, HTMLButtonElement][] = [];
  for (const entry of document.querySelectorAll<HTMLElement>(".legend [data-hide]")) {
    const what = entry.dataset["hide"] ?? "";
    const button = tool("", () => explorer.toggleHidden(what));
    button.replaceChildren(...entry.childNodes);
    entry.replaceChildren(button);
    switches.push([what, button]);
  }
  document.querySelectorAll<HTMLElement>(".legend-help").forEach((help) => (help.hidden = false));
  return () =>
    switches.forEach(([what, button]) => button.setAttribute("aria-pressed", String(!explorer.isHidden(what))));
}
