import type { Overview } from "./atlas/data";
import { contentLanguage as language } from "./page/i18n";

/** The only module that calls the server. */

import type { DeckAnswer } from "./study/deck";

/** One thing found; from and to mark the match, in UTF-16 code units. */
export interface Hit {
  type: "concept" | "question";
  id: string;
  label: string;
  matched: string;
  from: number;
  to: number;
  /** What sort of thing a concept is; null for a question. */
  kind: string | null;
  /** How it matched. */
  via: "label" | "name" | "mention" | "pinyin" | "spelling";
}

export interface Concept {
  slug: string;
  label: string;
  kind: string;
  known: boolean;
}

export type Role = "centre" | "prerequisite" | "unlock" | "related";

/** Neighbours that are not drawn; inverse where the node is the object of those edges. */
export interface Hidden {
  relation: string;
  inverse: boolean;
  count: number;
}

export interface Box {
  concept: Concept;
  role: Role;
  distance: number;
  x: number;
  y: number;
  width: number;
  height: number;
  hidden: Hidden[];
}

/** Where a statement comes from. */
export interface Evidence {
  /** The path of a note; empty for the curated scheme. */
  note: string;
  /** Counted from 1; 0 for the curated scheme. */
  line: number;
  method: string;
  confidence: number;
  quote: string;
}

export interface Edge {
  from: string;
  relation: string;
  to: string;
  reason: string;
  evidence: Evidence[];
}

export interface Neighbourhood {
  centre: string;
  depth: number;
  nodes: Box[];
  edges: Edge[];
}

/** A concept that comes to a picture, not placed yet. */
export interface Arrival {
  concept: Concept;
  width: number;
  height: number;
  hidden: Hidden[];
}

/** What comes to a picture, the most telling first, and all edges that it has there. */
export interface Expansion {
  nodes: Arrival[];
  edges: Edge[];
}

/** Neighbours by one relation in one direction. */
export interface Group {
  relation: string;
  inverse: boolean;
}

/** One relation between two neighbouring concepts of a way. */
export interface Statement {
  subject: Concept;
  relation: string;
  object: Concept;
  reason: string;
  evidence: Evidence[];
}

export interface Between {
  from: Concept;
  to: Concept;
  explanations: { hops: { from: Concept; to: Concept; statements: Statement[] }[] }[];
}

async function json<T>(address: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(address, {
    headers: { Accept: "application/json, application/sparql-results+json;q=0.9" },
    ...(signal === undefined ? {} : { signal }),
  });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${address}`);
  }
  return (await answer.json()) as T;
}

function query(parameters: Record<string, string | number>): string {
  const written = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    written.set(key, String(value));
  }
  return written.toString();
}

/** Finds concepts and questions, best first. */
export async function search(q: string, limit: number, signal: AbortSignal): Promise<Hit[]> {
  const found = await json<{ items: Hit[] }>(`/api/search?${query({ q, lang: language(), limit })}`, signal);
  return found.items;
}

/** Returns what lies around a concept, laid out. */
export function neighbourhood(
  slug: string,
  depth: number,
  relations: readonly string[],
  limit: number,
): Promise<Neighbourhood> {
  const parameters: Record<string, string | number> = { depth, limit, lang: language() };
  if (relations.length > 0) {
    parameters["relations"] = relations.join(",");
  }
  return json(`/api/concepts/${encodeURIComponent(slug)}/neighbourhood?${query(parameters)}`);
}

async function send<T>(address: string, body: unknown): Promise<T> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${address}`);
  }
  return (await answer.json()) as T;
}

/** Returns the neighbours of a concept that are not shown yet: of one group, or of all. */
export function expansion(
  slug: string,
  shown: readonly string[],
  group: Group | undefined,
  relations: readonly string[],
  limit: number,
): Promise<Expansion> {
  const parameters: Record<string, string | number> = { limit, lang: language() };
  const followed = group === undefined ? relations : [group.relation];
  if (followed.length > 0) {
    parameters["relations"] = followed.join(",");
  }
  if (group !== undefined) {
    parameters["direction"] = group.inverse ? "in" : "out";
  }
  return send(`/api/concepts/${encodeURIComponent(slug)}/expansion?${query(parameters)}`, { shown });
}

/** Returns the concepts named that are not shown yet, with all edges that they have to what is shown. */
export function addition(names: readonly string[], shown: readonly string[]): Promise<Expansion> {
  return send(`/api/expansion?${query({ lang: language() })}`, { shown, add: names });
}

/** Returns the shortest ways between two concepts. */
export function between(from: string, to: string, relations: readonly string[], k: number): Promise<Between> {
  const parameters: Record<string, string | number> = { from, to, k, lang: language() };
  if (relations.length > 0) {
    parameters["relations"] = relations.join(",");
  }
  return json(`/api/between?${query(parameters)}`);
}

/** What hangs together with a concept, as far as scripts show it. */
export interface ConceptCard {
  slug: string;
  label: string;
  /** By language tag. */
  definition: Record<string, string>;
  broader: Concept[];
  prerequisites: { concept: Concept; required: boolean }[];
  relations: { relation: string; inverse: boolean; concepts: { concept: Concept }[] }[];
}

/** Returns all that is known of a concept. */
export function concept(slug: string): Promise<ConceptCard> {
  return json(`/api/concepts/${encodeURIComponent(slug)}?${query({ lang: language() })}`);
}

/** Returns the cards that pass a filter, as an address gives it. */
export function deck(filter: URLSearchParams): Promise<DeckAnswer> {
  const asked: Record<string, string> = { lang: language() };
  for (const name of ["topic", "goal", "note"]) {
    const value = (filter.get(name) ?? "").trim();
    if (value !== "") {
      asked[name] = value;
    }
  }
  return json(`/api/review?${query(asked)}`);
}

/** Returns a page of this site, read. */
export async function page(address: string): Promise<Document> {
  return (await arrive(address)).page;
}

/** A page, and the address that led to it in the end. */
export interface Landing {
  address: string;
  page: Document;
}

/** Goes to a page of this site, wherever that leads; with a form, as if it had been sent there. */
export async function arrive(address: string, form?: URLSearchParams): Promise<Landing> {
  const answer = await fetch(address, {
    headers: { Accept: "text/html" },
    ...(form === undefined ? {} : { method: "POST", body: form }),
  });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${address}`);
  }
  return { address: answer.url, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
}

/** Returns the areas, communities and years of the map of all concepts. */
export function atlasOverview(): Promise<Overview> {
  return json(`/api/atlas?${query({ limit: 0, lang: language() })}`);
}

/** Returns the names of an area's concepts, the most important first. */
export function atlasNames(area: number): Promise<{ slugs: string[]; labels: string[] }> {
  return json(`/api/atlas/names?${query({ area, lang: language() })}`);
}

/** Returns columns of numbers of the map. */
export async function atlasColumns(part: "places" | "edges"): Promise<ArrayBuffer> {
  const answer = await fetch(`/api/atlas/${part}`);
  if (!answer.ok) {
    throw new Error(`${answer.status} ${part}`);
  }
  return answer.arrayBuffer();
}
