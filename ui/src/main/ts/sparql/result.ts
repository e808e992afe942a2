/** A term of RDF as the SPARQL results format writes it. */
export type Term =
  | { readonly type: "uri"; readonly value: string }
  | { readonly type: "bnode"; readonly value: string }
  | {
      readonly type: "literal";
      readonly value: string;
      readonly lang: string;
      readonly datatype: string;
    }
  | {
      readonly type: "triple";
      readonly subject: Term;
      readonly predicate: Term;
      readonly object: Term;
    };

/** A row by column; a column may be without value. */
export type Row = ReadonlyMap<string, Term>;

/** An answer as rows. The triples of a graph are rows too, of subject, predicate and object. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly isGraph: boolean;
  /** Whether there is more than this. */
  readonly cut: boolean;
}

export const TRIPLE = ["subject", "predicate", "object"] as const;

const NUMERIC =
  /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:integer|decimal|double|float|int|long|short|byte|nonNegativeInteger|positiveInteger|unsignedInt|unsignedLong|gYear)$/;

interface JsonTerm {
  readonly type: string;
  readonly value: string | { subject: JsonTerm; predicate: JsonTerm; object: JsonTerm };
  readonly "xml:lang"?: string;
  readonly datatype?: string;
}

export interface JsonResults {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: {
    readonly bindings: readonly Readonly<Record<string, JsonTerm>>[];
  };
}

function read(written: JsonTerm): Term {
  if (typeof written.value === "object") {
    const { subject, predicate, object } = written.value;
    return {
      type: "triple",
      subject: read(subject),
      predicate: read(predicate),
      object: read(object),
    };
  }
  if (written.type === "uri" || written.type === "bnode") {
    return { type: written.type, value: written.value };
  }
  return {
    type: "literal",
    value: written.value,
    lang: written["xml:lang"] ?? "",
    datatype: written.datatype ?? "",
  };
}

/** Reads rows; those beyond the most that are shown are left out, and the table says so. */
export function readRows(json: JsonResults, most: number): Table {
  const bindings = json.results?.bindings ?? [];
  return {
    columns: json.head.vars ?? [],
    rows: bindings
      .slice(0, most)
      .map((binding) => new Map(Object.entries(binding).map(([name, term]) => [name, read(term)]))),
    isGraph: false,
    cut: bindings.length > most,
  };
}

/** Returns the number that a term stands for, if it is one; a year is one. */
export function numberOf(term: Term | undefined): number | undefined {
  if (term?.type !== "literal" || !NUMERIC.test(term.datatype)) {
    return undefined;
  }
  const value = Number(term.value);
  return Number.isFinite(value) ? value : undefined;
}

/** Returns a name for a term that two terms share only if they are the same. */
export function keyOf(term: Term): string {
  switch (term.type) {
    case "uri":
      return `<${term.value}>`;
    case "bnode":
      return `_:${term.value}`;
    case "literal":
      return `"${term.value}"@${term.lang}^^${term.datatype}`;
    case "triple":
      return `<<(${keyOf(term.subject)} ${keyOf(term.predicate)} ${keyOf(term.object)})>>`;
  }
}

/** Returns all IRIs of a table, each once, in the order in which they come. */
export function irisOf(table: Table): string[] {
  const found = new Set<string>();
  const add = (term: Term): void => {
    if (term.type === "uri") {
      found.add(term.value);
    } else if (term.type === "triple") {
      [term.subject, term.predicate, term.object].forEach(add);
    }
  };
  table.rows.forEach((row) => row.forEach(add));
  return [...found];
}
