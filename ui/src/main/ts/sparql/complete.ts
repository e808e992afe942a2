import type { Hit } from "../api";
import { shortIri, type KnownTerm, type WorkbenchData } from "./data";

/** What may be completed: the word before the cursor and where it begins. */
export interface Typed {
  readonly text: string;
  readonly from: number;
  readonly place: "subject" | "predicate" | "class" | "prefix";
}

/** A proposal: what to write, what to show for it, what it means. */
export interface Proposal {
  readonly write: string;
  readonly label: string;
  readonly sort: "class" | "property" | "individual" | "concept" | "prefix";
  readonly meaning: string;
}

const WORD = /(?:<[^<>\s]*|[\p{L}\p{N}_][\p{L}\p{N}_:./-]*)$/u;

/** Words of the language itself, which nothing should be proposed for while they are being typed. */
const KEYWORDS =
  /^(?:s(?:e(?:l(?:e(?:c(?:t)?)?)?|p.*|r.*)|a(?:m.*)?|t(?:r.*)?|u(?:m|b.*)?)|w(?:h.*)?|f(?:i.*|r.*)|o(?:p.*|r.*|f.*)|l(?:i.*|a.*|c.*)|b(?:i.*|y|o.*|a.*|n.*)|d(?:i.*|e.*|a.*)|g(?:r.*)|u(?:n.*|c.*|u.*)|v(?:a.*)?|c(?:o(?:n(?:s.*|t.*|c.*)?|u.*|a.*)?)|a(?:s(?:c)?|vg|sk)?|h(?:a(?:v.*)?)|i(?:f|n|r.*|s.*)?|n(?:o.*)|m(?:i.*|a.*)|p(?:r(?:e(?:f(?:i(?:x)?)?)?)?)|e(?:x(?:i.*)?)|r(?:e(?:g.*|d.*|p.*)))$/i;

/**
 * Returns what is being typed at the end of a piece of text where a name of a thing may stand; undefined within a variable, a
 * text or a comment.
 *
 * @param before the query up to the cursor
 */
export function typedAt(before: string): Typed | undefined {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const prefix = /^\s*PREFIX\s+(\w*)$/i.exec(line);
  if (prefix !== null) {
    const text = prefix[1] ?? "";
    return { text, from: line.length - text.length, place: "prefix" };
  }
  const bare = line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (text) => " ".repeat(text.length));
  if (/["']/.test(bare) || /(?:^|\s)#(?![^<]*>)/.test(bare)) {
    return undefined;
  }
  const found = WORD.exec(bare);
  if (found === null || /[?$@^]$/.test(bare.slice(0, found.index))) {
    return undefined;
  }
  const all = before.slice(0, before.length - found[0].length).replace(/#[^\n<>]*$/gm, "");
  return { text: found[0], from: found.index, place: placeOf(all) };
}

/** Says what stands next in a pattern: after a thing a property, after a property a thing. */
function placeOf(before: string): Typed["place"] {
  const body = before.slice(Math.max(before.lastIndexOf("{"), before.lastIndexOf("}")) + 1);
  if (/\s(?:a|rdf:type)\s+$/.test(before)) {
    return "class";
  }
  const statement = body.split(/[.;](?=\s|$)/).pop() ?? "";
  const continues = /[;](?=\s*$)/.test(body.trimEnd());
  const words = statement
    .replace(/"(?:[^"\\]|\\.)*"\S*/g, "x")
    .trim()
    .split(/\s+/)
    .filter((each) => each !== "");
  const count = words.length + (continues ? 1 : /;[^.]*$/.test(body) ? 1 : 0);
  return count % 3 === 1 && before.includes("{") ? "predicate" : "subject";
}

/** Says whether completions should come by themselves for what is typed. */
export function comesByItself(typed: Typed): boolean {
  const { text, place } = typed;
  if (place === "prefix") {
    return text.length > 0;
  }
  if (/\p{Script=Han}/u.test(text)) {
    return true;
  }
  return text.includes(":") ? text.length > 3 && !/^https?:$/.test(text) : text.length >= 4 && !KEYWORDS.test(text);
}

/** Returns the words that are looked for: of a name with a prefix the part behind it. */
export function soughtIn(text: string): string {
  return text.replace(/^<(?:.*[/#])?/, "").replace(/^[\p{L}\p{N}_-]*:/u, "");
}

/** Returns the terms that fit, best first: those of the place before all others, beginnings before middles. */
export function termsFor(typed: Typed, data: WorkbenchData, language: "zh" | "en"): Proposal[] {
  const sought = soughtIn(typed.text).toLowerCase();
  const prefix = /^([\p{L}\p{N}_-]*:)/u.exec(typed.text)?.[1] ?? "";
  const wanted = typed.place === "predicate" ? "property" : typed.place === "class" ? "class" : "";
  const score = (term: KnownTerm): number => {
    if (prefix !== "" && !term.name.startsWith(prefix)) {
      return 0;
    }
    const names = [term.name.slice(term.name.indexOf(":") + 1), term.en, term.zh].map((name) => name.toLowerCase());
    const fit = names.some((name) => name.startsWith(sought)) ? 2 : names.some((name) => name.includes(sought)) ? 1 : 0;
    return fit === 0 ? 0 : fit + (term.sort === wanted ? 4 : 0);
  };
  return data.terms
    .map((term) => ({ term, fit: score(term) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.term.name.localeCompare(b.term.name))
    .slice(0, 12)
    .map(({ term }) => ({
      write: term.name,
      label: term[language],
      sort: term.sort,
      meaning: term.definition,
    }));
}

/** Returns the concepts that were found as proposals. */
export function conceptsFor(hits: readonly Hit[], data: WorkbenchData): Proposal[] {
  return hits
    .filter((hit) => hit.type === "concept")
    .map((hit) => ({
      write: shortIri(`${data.base}id/concept/${hit.id}`, data.prefixes),
      label: hit.label,
      sort: "concept",
      meaning: hit.matched === hit.label ? "" : hit.matched,
    }));
}

/** Returns the prefixes that begin so, as declarations. */
export function prefixesFor(typed: Typed, data: WorkbenchData): Proposal[] {
  return Object.entries(data.prefixes)
    .filter(([prefix]) => prefix.startsWith(typed.text))
    .map(([prefix, namespace]) => ({
      write: `${prefix}: <${namespace}>`,
      label: prefix,
      sort: "prefix",
      meaning: namespace,
    }));
}

/** Returns the prefixes that a text uses and a query does not declare. */
export function missingPrefixes(
  written: string,
  declared: Readonly<Record<string, string>>,
  data: WorkbenchData,
): Record<string, string> {
  const prefix = /^([\p{L}\p{N}_-]+):[^/]/u.exec(written)?.[1];
  const namespace = prefix === undefined ? undefined : data.prefixes[prefix];
  return prefix === undefined || namespace === undefined || prefix in declared ? {} : { [prefix]: namespace };
}
