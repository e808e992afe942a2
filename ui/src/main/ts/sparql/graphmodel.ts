import { keyOf, type Table, type Term } from "./result";

/** The most things that are drawn. */
export const MOST_NODES = 200;

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABELS = new Set([
  "http://www.w3.org/2004/02/skos/core#prefLabel",
  "http://www.w3.org/2000/01/rdf-schema#label",
  "https://schema.org/name",
  "http://purl.org/dc/terms/title",
]);

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  /** The kind of a concept where the answer tells it, else empty. */
  readonly kind: string;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** The IRI of the property; empty where the answer has none. */
  readonly property: string;
}

export interface Picture {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many things are left out. */
  readonly left: number;
}

/** Returns which columns are a thing, a property and another thing; undefined where no answer of that shape is there. */
export function graphColumns(table: Table): { from: string; property: string; to: string } | undefined {
  const things = table.columns.filter((column) =>
    table.rows.some((row) => row.get(column)?.type === "uri" || row.get(column)?.type === "bnode"),
  );
  const [from, second, third] = table.columns;
  if (table.columns.length === 3 && from !== undefined && second !== undefined && third !== undefined) {
    const isProperty = table.rows.every((row) => row.get(second)?.type === "uri");
    return isProperty && things.includes(from) ? { from, property: second, to: third } : undefined;
  }
  const [a, b] = things;
  return things.length >= 2 && a !== undefined && b !== undefined ? { from: a, property: "", to: b } : undefined;
}

const isThing = (term: Term | undefined): term is Term => term?.type === "uri" || term?.type === "bnode";

/**
 * Makes a picture of a table: things are nodes, properties edges. Texts are no nodes: a label names its thing; a type that is a
 * kind of concept becomes the thing's shape.
 */
export function pictureOf(
  table: Table,
  columns: { from: string; property: string; to: string },
  name: (iri: string) => string,
  kindOf: (type: string) => string | undefined,
): Picture {
  const labels = new Map<string, string>();
  const kinds = new Map<string, string>();
  const order = new Map<string, Term>();
  const edges = new Map<string, GraphEdge>();
  for (const row of table.rows) {
    const from = row.get(columns.from);
    const to = row.get(columns.to);
    const property = columns.property === "" ? undefined : row.get(columns.property);
    const written = property?.type === "uri" ? property.value : "";
    if (!isThing(from)) {
      continue;
    }
    order.set(keyOf(from), from);
    if (written === TYPE && to?.type === "uri") {
      const kind = kindOf(to.value);
      if (kind !== undefined) {
        kinds.set(keyOf(from), kind);
      }
    } else if (to?.type === "literal" && LABELS.has(written)) {
      labels.set(keyOf(from), to.value);
    } else if (isThing(to) && keyOf(from) !== keyOf(to)) {
      order.set(keyOf(to), to);
      const edge = { from: keyOf(from), to: keyOf(to), property: written };
      edges.set(`${edge.from} ${written} ${edge.to}`, edge);
    }
  }
  const drawn = [...order].slice(0, MOST_NODES);
  const seen = new Set(drawn.map(([key]) => key));
  return {
    nodes: drawn.map(([key, term]) => ({
      id: key,
      label: (term.type === "uri" ? knownName(term.value, name) : undefined) ?? labels.get(key) ?? shown(term, name),
      kind: kinds.get(key) ?? "",
    })),
    edges: [...edges.values()].filter((edge) => seen.has(edge.from) && seen.has(edge.to)),
    left: order.size - drawn.length,
  };
}

function knownName(iri: string, name: (iri: string) => string): string | undefined {
  const called = name(iri);
  return called.includes(":") ? undefined : called;
}

function shown(term: Term, name: (iri: string) => string): string {
  return term.type === "uri" ? name(term.value) : term.type === "bnode" ? `_:${term.value}` : "";
}
