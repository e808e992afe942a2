import { Explorer, type Parts } from "./graph/explorer";
import { readState } from "./graph/state";
import { announce, element, shape } from "./page/dom";
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
const canvas = stage?.querySelector<HTMLElement>(".canvas");
const toolbar = stage?.querySelector<HTMLElement>(".toolbar");
const inspector = stage?.querySelector<HTMLElement>(".inspector");
const rows = document.querySelector<HTMLTableSectionElement>("#twin tbody");

if (stage && canvas && toolbar && inspector && rows) {
  start(stage, canvas, toolbar, inspector, rows).catch(() => announce(text("failed")));
}

/** Puts the live picture in the place of the one that the server drew. */
async function start(
  stage: HTMLElement,
  canvas: HTMLElement,
  toolbar: HTMLElement,
  inspector: HTMLElement,
  rows: HTMLTableSectionElement,
): Promise<void> {
  const still = canvas.querySelector("svg");
  const svg = shape("svg", { class: "picture live", role: "application", "aria-describedby": "keys" });
  svg.setAttribute("aria-label", still?.getAttribute("aria-label") ?? "");
  const layers = { edges: shape("g"), boxes: shape("g"), labels: shape("g") };
  const defs = still?.querySelector("defs");
  svg.append(
    ...(defs === null || defs === undefined ? [] : [defs.cloneNode(true)]),
    layers.edges,
    layers.boxes,
    layers.labels,
  );
  const parts: Parts = { svg, layers, inspector, rows };

  const state = readState(location.search);
  const centre = stage.dataset["centre"] ?? state.concept;
  const limit = Number(stage.dataset["limit"] ?? "60");

  stage.classList.add("live");
  canvas.replaceChildren(svg);
  try {
    const tools = makeTools(toolbar);
    const explorer = await Explorer.open(parts, { ...state, concept: centre }, limit, () => tools.refresh());
    tools.bind(explorer);
    canvas.after(element("p", { id: "keys", class: "quiet" }, text("keys")));
    toolbar.hidden = false;
    inspector.hidden = false;
    explorer.fit();
    new ResizeObserver(() => explorer.look(explorer.view())).observe(svg);
  } catch (failure) {
    stage.classList.remove("live");
    canvas.replaceChildren(...(still === null ? [] : [still]));
    throw failure;
  }
}

interface Tools {
  bind(explorer: Explorer): void;
  refresh(): void;
}

function makeTools(toolbar: HTMLElement): Tools {
  let explorer: Explorer | undefined;
  const count = element("span", { class: "quiet" });
  const button = (key: string, deed: (of: Explorer) => void): HTMLButtonElement => {
    const made = element("button", { type: "button" }, text(key));
    made.addEventListener("click", () => explorer && deed(explorer));
    return made;
  };
  const undo = button("undo", (of) => of.undo());
  const redo = button("redo", (of) => of.redo());
  toolbar.replaceChildren(
    button("zoomIn", (of) => of.zoomBy(1.25)),
    button("zoomOut", (of) => of.zoomBy(0.8)),
    button("fit", (of) => of.fit()),
    undo,
    redo,
    button("svg", (of) => of.saveSvg()),
    count,
  );
  const refresh = (): void => {
    if (explorer !== undefined) {
      undo.disabled = !explorer.canUndo();
      redo.disabled = !explorer.canRedo();
      count.textContent = text("shown", explorer.scene().nodes.size, explorer.scene().edges.length);
    }
  };
  return {
    bind: (of) => {
      explorer = of;
      refresh();
    },
    refresh,
  };
}
