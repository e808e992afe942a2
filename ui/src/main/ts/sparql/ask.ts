import { readTriples } from "./ntriples";
import { readRows, type JsonResults, type Table } from "./result";

/** The most rows or triples that the page holds. */
export const MOST = 10_000;

/** What a query is, as far as its answer's form goes. */
export type Kind = "rows" | "graph";

export type Answer =
  | {
      readonly kind: "table";
      readonly table: Table;
      readonly milliseconds: number;
    }
  | {
      readonly kind: "truth";
      readonly value: boolean;
      readonly milliseconds: number;
    };

/** Why the server would not answer, as it says itself. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly line?: number,
    readonly column?: number,
  ) {
    super(message);
  }
}

/** Returns what a query's answer is. */
export function kindOf(type: string): Kind {
  return type === "CONSTRUCT" || type === "DESCRIBE" ? "graph" : "rows";
}

function send(query: string, accept: string, more: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  const address = new URLSearchParams({
    lang: document.documentElement.lang,
    ...more,
  });
  return fetch(`/sparql?${address.toString()}`, {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: accept },
    body: query,
    ...(signal === undefined ? {} : { signal }),
  });
}

async function refusal(response: Response): Promise<Refusal> {
  try {
    const problem = (await response.json()) as {
      detail?: string;
      title?: string;
      line?: number;
      column?: number;
    };
    return new Refusal(problem.detail ?? problem.title ?? String(response.status), problem.line, problem.column);
  } catch {
    return new Refusal(`${response.status} ${response.statusText}`);
  }
}

/** Returns a name for a run that nobody guesses; crypto.randomUUID exists on https and localhost only. */
function runName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Tells the server that an answer is no longer wanted: it would notice only when it writes. */
function stop(run: string): void {
  void fetch(`/sparql/runs/${run}`, { method: "DELETE", keepalive: true }).catch(() => undefined);
}

/**
 * Runs a query.
 *
 * @param signal once aborted, the query is stopped on the server as well
 * @param most the most rows or triples to take; the server is asked for one more, to know whether there is more
 */
export async function ask(query: string, kind: Kind, most: number, signal?: AbortSignal): Promise<Answer> {
  const since = performance.now();
  const run = runName();
  const stopped = (): void => stop(run);
  signal?.addEventListener("abort", stopped, { once: true });
  const accept = kind === "graph" ? "application/n-triples" : "application/sparql-results+json";
  const response = await send(query, accept, { rows: String(most + 1), run }, signal);
  if (!response.ok) {
    throw await refusal(response);
  }
  const text = await response.text();
  signal?.removeEventListener("abort", stopped);
  const milliseconds = performance.now() - since;
  if (kind === "graph") {
    return { kind: "table", table: readTriples(text, most), milliseconds };
  }
  const json = JSON.parse(text) as JsonResults;
  return json.boolean === undefined
    ? { kind: "table", table: readRows(json, most), milliseconds }
    : { kind: "truth", value: json.boolean, milliseconds };
}

/** Returns the whole answer in a form that the server writes. */
export async function inForm(query: string, form: string): Promise<Blob> {
  const response = await send(query, "*/*", { format: form });
  if (!response.ok) {
    throw await refusal(response);
  }
  return response.blob();
}

/** Returns the beginning of an answer in a form that the server writes. */
export async function beginningInForm(query: string, form: string, rows: number, signal: AbortSignal): Promise<string> {
  const response = await send(query, "*/*", { format: form, rows: String(rows) }, signal);
  if (!response.ok) {
    throw await refusal(response);
  }
  return response.text();
}
