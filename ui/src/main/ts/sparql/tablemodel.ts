import { keyOf, numberOf, type Row, type Table, type Term } from "./result";

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** Returns what a term shows. */
export function textOf(term: Term | undefined, name: (iri: string) => string): string {
  switch (term?.type) {
    case undefined:
      return "";
    case "uri":
      return name(term.value);
    case "bnode":
      return `_:${term.value}`;
    case "literal":
      return term.value;
    case "triple":
      return `« ${textOf(term.subject, name)} ${textOf(term.predicate, name)} ${textOf(term.object, name)} »`;
  }
}

/** Returns the rows in which every word is somewhere, in a label or in an IRI. */
export function filtered(table: Table, typed: string, name: (iri: string) => string): readonly Row[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((each) => each !== "");
  if (words.length === 0) {
    return table.rows;
  }
  return table.rows.filter((row) => {
    const all = [...row.values()]
      .map((term) => `${textOf(term, name)} ${term.type === "uri" ? term.value : ""}`)
      .join("\n")
      .toLowerCase();
    return words.every((each) => all.includes(each));
  });
}

/** Returns rows in order: numbers by value, all else by what it shows; what is missing comes last either way. */
export function sorted(
  rows: readonly Row[],
  order: Order | undefined,
  name: (iri: string) => string,
  collator: Intl.Collator,
): readonly Row[] {
  if (order === undefined) {
    return rows;
  }
  const sign = order.descending ? -1 : 1;
  const keys = new Map(rows.map((row) => [row, row.get(order.column)]));
  const texts = new Map(rows.map((row) => [row, textOf(keys.get(row), name)]));
  return [...rows].sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === undefined || y === undefined) {
      return Number(x === undefined) - Number(y === undefined);
    }
    const [m, n] = [numberOf(x), numberOf(y)];
    if (m !== undefined && n !== undefined) {
      return sign * (m - n);
    }
    if (m !== undefined || n !== undefined) {
      return sign * (m === undefined ? 1 : -1);
    }
    return sign * (collator.compare(texts.get(a) ?? "", texts.get(b) ?? "") || keyOf(x).localeCompare(keyOf(y)));
  });
}

/** Returns the order after a click on a column's head: up, down, as it came. */
export function nextOrder(order: Order | undefined, column: string): Order | undefined {
  if (order?.column !== column) {
    return { column, descending: false };
  }
  return order.descending ? undefined : { column, descending: true };
}
