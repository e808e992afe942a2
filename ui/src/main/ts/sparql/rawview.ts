import { copy } from "../page/controls";
import { element } from "../page/dom";
import { beginningInForm, type Kind } from "./ask";
import { word } from "./data";

/** The forms of each kind of answer: the server's name, what people call it, the ending of a file. */
export const FORMS: Readonly<Record<Kind, readonly (readonly [key: string, name: string, ending: string])[]>> = {
  rows: [
    ["json", "JSON", "srj"],
    ["csv", "CSV", "csv"],
    ["tsv", "TSV", "tsv"],
    ["xml", "XML", "srx"],
  ],
  graph: [
    ["turtle", "Turtle", "ttl"],
    ["ntriples", "N-Triples", "nt"],
    ["jsonld", "JSON-LD", "jsonld"],
    ["rdfxml", "RDF/XML", "rdf"],
    ["trig", "TriG", "trig"],
    ["nquads", "N-Quads", "nq"],
  ],
};

const MOST_ROWS = 1000;
const MOST_TEXT = 200_000;

/** Shows the beginning of an answer as the server writes it. */
export function rawView(query: string, kind: Kind): HTMLElement {
  const select = element("select", {}, ...FORMS[kind].map(([key, name]) => element("option", { value: key }, name)));
  const text = element("code", { lang: "en" });
  const note = element("p", { class: "quiet" }, word("raw.cut", MOST_ROWS.toLocaleString()));
  const button = element("button", { type: "button" }, word("raw.copy"));
  let asking = new AbortController();
  const write = (): void => {
    asking.abort();
    asking = new AbortController();
    beginningInForm(query, select.value, MOST_ROWS, asking.signal)
      .then((answer) => (text.textContent = answer.slice(0, MOST_TEXT)))
      .catch((failure: unknown) => {
        if (!(failure instanceof DOMException)) {
          text.textContent = failure instanceof Error ? failure.message : String(failure);
        }
      });
  };
  select.addEventListener("change", write);
  button.addEventListener("click", () => void copy(text.textContent ?? "", button));
  write();
  return element(
    "div",
    {},
    element(
      "div",
      { class: "lineup" },
      element("label", {}, element("span", {}, word("raw.form")), " ", select),
      button,
    ),
    element(
      "pre",
      {
        class: "raw",
        tabindex: "0",
        role: "group",
        "aria-label": word("view.raw"),
      },
      text,
    ),
    note,
  );
}
