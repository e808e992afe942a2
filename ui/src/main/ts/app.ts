import "../css/app.css";
import { page } from "./api";
import { pageAddress } from "./page/address";
import { bindCopies, bindShortcuts, bindTheme, reveal } from "./page/controls";
import { nearestAnchor } from "./page/lines";
import { keySheet } from "./page/sheet";
import { open, palette } from "./palette";
import { suggest } from "./search/suggest";
import { bindChecks } from "./study/checks";
import { knownSlugs } from "./study/known";
import { bindMarks, keepMarks, showMarks } from "./study/marks";
import { isSeen, showStep, stepOf } from "./tour";

/** Asks again for the part of the page that depends on what the reader knows. */
async function personalise(part: HTMLElement): Promise<void> {
  const known = knownSlugs();
  if (known.length === 0 || part.id === "") {
    return;
  }
  const fresh = await page(pageAddress(location.pathname, { known: known.join(",") }));
  const replacement = fresh.getElementById(part.id);
  if (replacement !== null) {
    part.replaceWith(document.adoptNode(replacement));
    showMarks(replacement);
  }
}

for (const id of ["find", "first"]) {
  const input = document.getElementById(id);
  if (input instanceof HTMLInputElement) {
    suggest(input, { asked: (value) => value.trim(), questions: true, choose: open });
  }
}
const showKeys = keySheet();
const showPalette = palette(showKeys);
bindShortcuts(showPalette, showKeys);
document.getElementById("show-keys")?.addEventListener("click", showKeys);
reveal(document);
bindTheme();
bindCopies(document);
keepMarks();
bindMarks(document);
showMarks(document);
if (document.querySelector("main.path") === null) {
  bindChecks(document);
}
for (const part of document.querySelectorAll<HTMLElement>("[data-known-part]")) {
  personalise(part).catch(() => {
    // the page as it came stays
  });
}
const formulas = document.querySelectorAll<HTMLElement>("main .math");
if (formulas.length > 0) {
  void import("./page/math").then(({ setFormulas }) => setFormulas(formulas));
}

const step = stepOf(location.search);
const offer = document.getElementById("offer-tour");
if (step !== undefined) {
  showStep(step);
} else if (offer !== null) {
  offer.hidden = isSeen();
}

const note = document.querySelector("main.note");
function goToLine(): void {
  if (note === null || location.hash === "") {
    return;
  }
  const anchors = [...note.querySelectorAll("[id]")].map((element) => element.id);
  const nearest = nearestAnchor(anchors, location.hash.slice(1));
  const target = nearest === undefined ? null : document.getElementById(nearest);
  target?.querySelector("details.question")?.setAttribute("open", "");
  note.querySelector(".row.here")?.classList.remove("here");
  target?.closest(".row")?.classList.add("here");
  target?.scrollIntoView();
}
goToLine();
window.addEventListener("hashchange", goToLine);
