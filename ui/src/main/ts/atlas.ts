import "../css/atlas.css";
import { atlasColumns, atlasNames, atlasOverview } from "./api";
import { readEdges, readPlaces, RELATIONS } from "./atlas/data";
import { pageColours } from "./atlas/colours";
import { bindAtlasGestures } from "./atlas/gestures";
import { Stage } from "./atlas/stage";
import { readAtlasState } from "./atlas/state";
import { announce } from "./page/dom";
import { text } from "./page/i18n";
import { suggest } from "./search/suggest";

const section = document.getElementById("atlas");
const picture = document.getElementById("atlas-picture");
const card = document.getElementById("atlas-card");
if (section && picture && card) {
  start(section, picture, card).catch(() => {
    section.hidden = true; // the lists remain
    announce(text("failed"));
  });
}

/** Makes the map; it is shown as soon as there is a first picture of it. */
async function start(section: HTMLElement, picture: HTMLElement, card: HTMLElement): Promise<void> {
  const [overview, bytes] = await Promise.all([atlasOverview(), atlasColumns("places")]);
  if (overview.total === 0) {
    return;
  }
  section.hidden = false;
  picture.tabIndex = 0;
  picture.setAttribute("role", "application");
  picture.setAttribute("aria-label", section.getAttribute("aria-label") ?? "");
  picture.setAttribute("aria-describedby", "atlas-keys");

  const state = readAtlasState(location.search);
  const view = section.querySelector<HTMLSelectElement>("#atlas-view");
  const marks = section.querySelector<HTMLSelectElement>("#atlas-marks");
  const boxes = [...section.querySelectorAll<HTMLInputElement>("input[name=relations]")];
  const signs = section.querySelector<HTMLElement>(".atlas-signs");
  const stage = new Stage(
    picture,
    card,
    {
      overview,
      places: readPlaces(bytes),
      edges: () => atlasColumns("edges").then(readEdges),
      names: atlasNames,
      near: () => import("./atlas/near").then((module) => module.Near),
    },
    state,
    (now) => {
      if (view && marks) {
        view.value = now.view;
        marks.value = now.colouring;
      }
      if (signs) {
        signs.hidden = now.colouring !== "marks";
      }
      boxes.forEach((box) => (box.checked = now.relations.includes(box.value)));
    },
  );
  performance.mark("atlas-first-picture");
  bindAtlasGestures(picture, stage);

  view?.addEventListener("change", () => stage.show(view.value === "history" ? "history" : "map"));
  marks?.addEventListener("change", () => stage.colourBy(marks.value === "marks" ? "marks" : "areas"));
  boxes.forEach((box) =>
    box.addEventListener("change", () =>
      stage.follow(RELATIONS.filter((name) => boxes.some((other) => other.value === name && other.checked))),
    ),
  );
  const zoom: Record<string, () => void> = {
    in: () => stage.zoomBy(1.5),
    out: () => stage.zoomBy(1 / 1.5),
    all: () => stage.all(),
  };
  for (const button of section.querySelectorAll<HTMLButtonElement>("[data-zoom]")) {
    button.addEventListener("click", () => zoom[button.dataset["zoom"] ?? ""]?.());
  }
  const areas = [...section.querySelectorAll<HTMLButtonElement>("[data-area]")];
  areas.forEach((button) => button.addEventListener("click", () => stage.flyToArea(Number(button.dataset["area"]))));
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      stage.close();
    }
  });
  const find = document.getElementById("atlas-find");
  if (find instanceof HTMLInputElement) {
    suggest(find, {
      asked: (value) => value.trim(),
      questions: false,
      choose: (hit, input) => {
        input.value = hit.label;
        void stage.flyToConcept(hit.id);
      },
    });
  }

  const paintLegend = (): void => {
    const colours = pageColours();
    areas.forEach((button) => {
      const swatch = button.querySelector<HTMLElement>("i");
      if (swatch) {
        swatch.style.backgroundColor = colours.area(Number(button.dataset["area"]));
      }
    });
  };
  paintLegend();
  const turned = (): void => {
    paintLegend();
    stage.repaintAll();
    stage.follow(RELATIONS.filter((name) => boxes.some((other) => other.value === name && other.checked)));
  };
  new MutationObserver(turned).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", turned);
  // what follows must not hold up the first picture
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  await stage.deepen();
  if (state.colouring === "marks") {
    stage.colourBy("marks");
  }
}
