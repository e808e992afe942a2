/** What the server knows of the map, as it sends it: an overview as JSON, the rest in columns of numbers. */

export interface Area {
  readonly slug: string | null;
  readonly label: string | null;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly size: number;
  /** Where its lane in the history begins, and how high it is; in rows. */
  readonly lane: number;
  readonly rows: number;
}

export interface Group {
  readonly area: number;
  readonly place: number;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly size: number;
}

export interface Overview {
  readonly width: number;
  readonly height: number;
  readonly total: number;
  readonly totalEdges: number;
  readonly historyWidth: number;
  readonly areas: readonly Area[];
  readonly groups: readonly Group[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
}

/** All places, the most important first; one column for each property. */
export interface Places {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** In [0,1]. */
  readonly importance: Float32Array;
  /** 0 for none. */
  readonly year: Uint16Array;
  readonly area: Uint16Array;
  readonly group: Uint16Array;
  readonly row: Uint16Array;
  readonly kind: Uint8Array;
}

export interface Edges {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly relation: Uint8Array;
}

/** The relations in the order of the column, by their short names. */
export const RELATIONS = [
  "broader",
  "prerequisite",
  "partOf",
  "variantOf",
  "usedFor",
  "contrastsWith",
  "related",
] as const;

const UNIT = 65_535;

/** Reads the columns of the places. */
export function readPlaces(bytes: ArrayBuffer): Places {
  const view = new DataView(bytes);
  const count = view.getUint32(0, true);
  const shorts = (column: number): Uint16Array => {
    const values = new Uint16Array(count);
    for (let i = 0, at = 4 + column * 2 * count; i < count; i++, at += 2) {
      values[i] = view.getUint16(at, true);
    }
    return values;
  };
  const parts = (column: number): Float32Array => Float32Array.from(shorts(column), (value) => value / UNIT);
  return {
    count,
    x: parts(0),
    y: parts(1),
    importance: parts(2),
    year: shorts(3),
    area: shorts(4),
    group: shorts(5),
    row: shorts(6),
    kind: new Uint8Array(bytes, 4 + 14 * count, count),
  };
}

/** Reads the columns of the edges. */
export function readEdges(bytes: ArrayBuffer): Edges {
  const count = new DataView(bytes).getUint32(0, true);
  const column = (at: number): Uint32Array =>
    new Uint32Array(bytes.slice(4 + 4 * count * at, 4 + 4 * count * (at + 1)));
  return { count, from: column(0), to: column(1), relation: new Uint8Array(bytes, 4 + 8 * count, count) };
}

/** Where the concepts are in the view by year: those without a year are nowhere, which is written as NaN. */
export function historyPlaces(overview: Overview, places: Places): { x: Float32Array; y: Float32Array } {
  const columns = new Map(overview.years.map(({ year, x }) => [year, x]));
  const x = new Float32Array(places.count).fill(Number.NaN);
  const y = new Float32Array(places.count).fill(Number.NaN);
  for (let place = 0; place < places.count; place++) {
    const column = columns.get(places.year[place] ?? 0);
    const area = overview.areas[places.area[place] ?? 0];
    if (column !== undefined && area !== undefined) {
      x[place] = column;
      y[place] = area.lane + 1.5 + (places.row[place] ?? 0);
    }
  }
  return { x, y };
}
