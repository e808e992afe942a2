import { numberOf, type Row, type Table, type Term } from "./result";
import { textOf } from "./tablemodel";

/** The most bars that are drawn. */
export const MOST_BARS = 60;

export interface Point {
  readonly label: string;
  readonly value: number;
}

/** What of a table becomes a chart; no value column: rows are counted. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Returns the columns that hold numbers, and nothing else where they hold something. */
export function numericColumns(table: Table): string[] {
  return table.columns.filter((column) => {
    const values = table.rows.map((row) => row.get(column)).filter((term) => term !== undefined);
    return values.length > 0 && values.every((term) => numberOf(term) !== undefined);
  });
}

const isYear = (term: Term | undefined): boolean => term?.type === "literal" && term.datatype.endsWith("#gYear");

/** Returns what to draw at first; undefined where there is nothing to draw. */
export function firstChoice(table: Table): Choice | undefined {
  if (table.rows.length === 0 || table.isGraph) {
    return undefined;
  }
  const numeric = numericColumns(table);
  const years = numeric.filter((column) => table.rows.every((row) => isYear(row.get(column))));
  const values = numeric.filter((column) => !years.includes(column));
  const words = table.columns.filter((column) => !numeric.includes(column));
  const value = values.at(-1) ?? "";
  const label = years[0] ?? words.at(-1) ?? values.find((column) => column !== value);
  if (label === undefined || (value === "" && years.length === 0)) {
    return undefined;
  }
  return { label, value };
}

/** Returns the points of a chart in the order of the rows; rows of the same label are added up. */
export function points(rows: readonly Row[], choice: Choice, name: (iri: string) => string): Point[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const label = textOf(row.get(choice.label), name);
    const value = choice.value === "" ? 1 : numberOf(row.get(choice.value));
    if (value !== undefined) {
      sums.set(label, (sums.get(label) ?? 0) + value);
    }
  }
  return [...sums].map(([label, value]) => ({ label, value }));
}

/** Returns round numbers from the least, or 0, to the greatest, about as many as wanted. */
export function ticks(least: number, greatest: number, wanted: number): number[] {
  const low = Math.min(0, least);
  const high = Math.max(0, greatest);
  if (low === high) {
    return [0];
  }
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const found: number[] = [];
  for (let count = Math.floor(low / step); count <= Math.ceil(high / step); count++) {
    found.push(Number((count * step).toPrecision(12)));
  }
  return found;
}
