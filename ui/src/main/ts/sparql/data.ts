import { format } from "../page/i18n";

/** A class or property of the data. */
export interface KnownTerm {
  readonly iri: string;
  /** With its prefix. */
  readonly name: string;
  readonly sort: "class" | "property" | "individual";
  readonly en: string;
  readonly zh: string;
  readonly definition: string;
}

/** What the server tells of the data before anything is asked. */
export interface WorkbenchData {
  readonly base: string;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly KnownTerm[];
  readonly words: Readonly<Record<string, string>>;
}

let words: Readonly<Record<string, string>> = {};

/** Reads what the server put into the page. */
export function readData(): WorkbenchData {
  const written = document.getElementById("workbench-data")?.textContent ?? "{}";
  const data = {
    base: "",
    prefixes: {},
    terms: [],
    words: {},
    ...(JSON.parse(written) as Partial<WorkbenchData>),
  };
  words = data.words;
  return data;
}

/** Returns a text of this page by its key, its holes filled; the key itself where there is none. */
export function word(key: string, ...values: (string | number)[]): string {
  return format(words[key] ?? key, ...values);
}

/** Writes an IRI with a prefix where one fits and the rest is a plain local name, else between angle brackets. */
export function shortIri(iri: string, prefixes: Readonly<Record<string, string>>): string {
  let best = "";
  let bestNamespace = "";
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (
      iri.startsWith(namespace) &&
      namespace.length > bestNamespace.length &&
      /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u.test(iri.slice(namespace.length))
    ) {
      best = prefix;
      bestNamespace = namespace;
    }
  }
  return bestNamespace === "" ? `<${iri}>` : `${best}:${iri.slice(bestNamespace.length)}`;
}

/** Returns the page of a thing of this site, the entry of one of its terms, or else the IRI itself where it can be opened. */
export function pageOf(iri: string, base: string): string | undefined {
  const own = `${base}id/`;
  const vocabulary = `${base}ontology#`;
  if (base !== "" && iri.startsWith(own)) {
    const rest = iri.slice(own.length);
    return /^(concept|note|question)\//.test(rest) ? `/${rest}` : `/id/${rest}`;
  }
  if (base !== "" && iri.startsWith(vocabulary)) {
    return `/ontology#${iri.slice(vocabulary.length)}`;
  }
  return /^https?:\/\//.test(iri) ? iri : undefined;
}
