import "../css/app.css";
import { page, type Hit } from "./api";
import { conceptAddress, pageAddress } from "./page/address";
import { bindCopies, bindShortcuts, bindTheme, reveal } from "./page/controls";
import { nearestAnchor } from "./page/lines";
import { suggest } from "./search/suggest";
import { bindChecks } from "./study/checks";
import { knownSlugs } from "./study/known";

function open(hit: Hit): void {
  location.assign(
    hit.type === "concept" ? conceptAddress(hit.id) : pageAddress(`/question/${encodeURIComponent(hit.id)}`),
  );
}

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
  }
}

for (const id of ["find", "first"]) {
  const input = document.getElementById(id);
  if (input instanceof HTMLInputElement) {
    suggest(input, { asked: (value) => value.trim(), questions: true, choose: open });
    if (id === "find") {
      bindShortcuts(input);
    }
  }
}
reveal(document);
bindTheme();
bindCopies(document);
if (document.querySelector("main.path") === null) {
  bindChecks(document);
}
for (const part of document.querySelectorAll<HTMLElement>("[data-known-part]")) {
  personalise(part).catch(() => {
    // the page as it came stays
  });
}
const formulas = document.querySelectorAll<HTMLElement>(".prose .math, .prose .formula");
if (formulas.length > 0) {
  void import("./page/math").then(({ setFormulas }) => setFormulas(formulas));
}

const note = document.querySelector("main.note");
if (note !== null && location.hash !== "") {
  const anchors = [...note.querySelectorAll("[id]")].map((element) => element.id);
  const nearest = nearestAnchor(anchors, location.hash.slice(1));
  const target = nearest === undefined ? null : document.getElementById(nearest);
  target?.querySelector("details")?.setAttribute("open", "");
  target?.scrollIntoView();
}
