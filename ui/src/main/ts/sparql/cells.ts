import { pageAddress } from "../page/address";
import { announce, element, shape } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import { pageOf, word, type WorkbenchData } from "./data";
import type { Labels } from "./labels";
import type { Term } from "./result";

/** How much of a text a cell shows at first, in UTF-16 code units. */
const LONG = 280;

/** What cells are written with. */
export interface Writing {
  readonly data: WorkbenchData;
  readonly labels: Labels;
}

/** Returns a link to a thing's page, or its name where it has none. */
export function nameOf(iri: string, { data, labels }: Writing): HTMLElement {
  const name = labels.name(iri);
  const page = pageOf(iri, data.base);
  const known = labels.of(iri) !== undefined;
  const shown = element("span", known ? { lang: languageOf(name) } : { class: "iri" }, name);
  if (page === undefined) {
    return shown;
  }
  return page.startsWith("/")
    ? element("a", { href: local(page), title: iri }, shown)
    : element("a", { href: page, title: iri, rel: "external noopener" }, shown);
}

/** The address of a page of this site, with the language that the reader chose. */
function local(page: string): string {
  const [path = "", fragment] = page.split("#", 2);
  return pageAddress(path) + (fragment === undefined ? "" : `#${fragment}`);
}

/** Returns a button that copies an IRI. */
export function copyButton(iri: string): HTMLButtonElement {
  const said = word("copyIri", iri);
  const sign = shape("svg", {
    viewBox: "0 0 16 16",
    width: 14,
    height: 14,
    "aria-hidden": "true",
  });
  sign.append(
    shape("path", {
      d: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
      class: "hollow",
    }),
  );
  const button = element("button", { type: "button", class: "copy", "aria-label": said, title: said }, sign);
  button.addEventListener("click", () => {
    navigator.clipboard
      .writeText(iri)
      .then(() => {
        button.classList.add("done");
        announce(text("copied"));
      })
      .catch(() => announce(text("failed")));
  });
  return button;
}

/** Returns what a cell shows for a term. */
export function cellOf(term: Term | undefined, writing: Writing): Node {
  switch (term?.type) {
    case undefined:
      return document.createTextNode("");
    case "uri":
      return element("span", { class: "thing" }, nameOf(term.value, writing), copyButton(term.value));
    case "bnode":
      return element("code", {}, `_:${term.value}`);
    case "triple":
      return element(
        "span",
        { class: "triple" },
        "« ",
        cellOf(term.subject, writing),
        " ",
        cellOf(term.predicate, writing),
        " ",
        cellOf(term.object, writing),
        " »",
      );
    case "literal": {
      const written = element("span", { class: "text" }, shortened(term.value));
      if (term.lang !== "") {
        written.lang = term.lang;
        return element("span", {}, written, " ", element("span", { class: "tag", lang: "en" }, term.lang));
      }
      if (term.datatype !== "") {
        written.title = term.datatype;
      } else {
        written.lang = languageOf(term.value);
      }
      return term.value.length > LONG ? element("span", {}, written, more(term.value, written)) : written;
    }
  }
}

function shortened(value: string): string {
  return value.length > LONG ? `${value.slice(0, LONG)}…` : value;
}

function more(value: string, text: HTMLElement): HTMLButtonElement {
  const button = element("button", { type: "button", class: "linklike" }, word("whole"));
  button.addEventListener("click", () => {
    text.textContent = value;
    button.remove();
  });
  return button;
}
