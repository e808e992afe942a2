import type { Rectangle } from "./layout";

const ACROSS = 96;
const DOWN = 14;
const APART = 56;
const TALLEST = 14;
const SWEEPS = 8;
const WIDEST = 1600;

/** Something to place: its size, and a name that is its own. */
export interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly from: string;
  readonly to: string;
}

/** Returns the boxes that hang together, each group in the order given. */
function groups(ids: readonly string[], next: ReadonlyMap<string, readonly string[]>): string[][] {
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const start of ids) {
    if (seen.has(start)) {
      continue;
    }
    const group = new Set([start]);
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const other of next.get(id) ?? []) {
        if (!group.has(other)) {
          group.add(other);
          open.push(other);
        }
      }
    }
    group.forEach((id) => seen.add(id));
    found.push(ids.filter((id) => group.has(id)));
  }
  return found;
}

/** Gives each box the length of the longest chain of lines that leads to it; a line that closes a circle does not count. */
function ranks(ids: readonly string[], edges: readonly Line[]): Map<string, number> {
  const before = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of edges) {
    if (from !== to) {
      before.get(to)?.push(from);
    }
  }
  const rank = new Map<string, number>();
  const onTheWay = new Set<string>();
  // Depth first with a stack of its own: chains may be as long as there are boxes.
  for (const start of ids) {
    const stack = [start];
    while (stack.length > 0) {
      const id = stack[stack.length - 1] ?? start;
      if (rank.has(id)) {
        stack.pop();
        continue;
      }
      onTheWay.add(id);
      const waiting = (before.get(id) ?? []).filter((other) => !rank.has(other) && !onTheWay.has(other));
      if (waiting.length > 0) {
        stack.push(...waiting.reverse());
        continue;
      }
      const steps = (before.get(id) ?? []).map((other) => rank.get(other) ?? -1);
      rank.set(id, Math.max(-1, ...steps) + 1);
      onTheWay.delete(id);
      stack.pop();
    }
  }
  return rank;
}

/** Orders each column so that boxes stand at the height of their neighbours (Sugiyama, Tagawa and Toda, 1981). */
function order(columns: string[][], next: ReadonlyMap<string, readonly string[]>): void {
  const at = new Map<string, number>();
  const number = (column: readonly string[]): void =>
    column.forEach((id, i) => at.set(id, i - (column.length - 1) / 2));
  columns.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const middle = new Map(
        column.map((id) => {
          const near = (next.get(id) ?? []).flatMap((other) => at.get(other) ?? []);
          return [id, near.length === 0 ? (at.get(id) ?? 0) : near.reduce((sum, one) => sum + one, 0) / near.length];
        }),
      );
      column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0));
      number(column);
    }
  }
}

/**
 * Places boxes in columns along their lines, from left to right; each group that hangs together apart from the others, the
 * largest first. No two boxes overlap; the same input, the same places.
 */
export function layers(nodes: readonly Sized[], edges: readonly Line[]): Map<string, Rectangle> {
  const sizes = new Map(nodes.map((node) => [node.id, node]));
  const ids = [...sizes.keys()].sort();
  const joined = edges.filter(({ from, to }) => sizes.has(from) && sizes.has(to));
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of joined) {
    next.get(from)?.push(to);
    next.get(to)?.push(from);
  }
  const placed = new Map<string, Rectangle>();
  let left = 0;
  let top = 0;
  let lowest = 0;
  for (const group of groups(ids, next).sort((a, b) => b.length - a.length)) {
    const rank = ranks(group, joined);
    const columns: string[][] = [];
    for (const id of group) {
      (columns[rank.get(id) ?? 0] ??= []).push(id);
    }
    const filled = columns.filter((column) => column.length > 0);
    order(filled, next);
    // A column that is too tall goes on beside itself.
    const split = filled.flatMap((column) => {
      const parts = Math.ceil(column.length / TALLEST);
      const each = Math.ceil(column.length / parts);
      return Array.from({ length: parts }, (_, i) => column.slice(i * each, (i + 1) * each));
    });
    const box = stack(split, sizes);
    if (left > 0 && left + box.width > WIDEST) {
      left = 0;
      top = lowest + APART;
    }
    for (const [id, one] of box.places) {
      placed.set(id, { ...one, x: one.x + left, y: one.y + top });
    }
    left += box.width + APART;
    lowest = Math.max(lowest, top + box.height);
  }
  return placed;
}

function stack(
  columns: readonly (readonly string[])[],
  sizes: ReadonlyMap<string, Sized>,
): { places: Map<string, Rectangle>; width: number; height: number } {
  const height = (column: readonly string[]): number =>
    column.reduce((sum, id) => sum + (sizes.get(id)?.height ?? 0) + DOWN, -DOWN);
  const tallest = Math.max(...columns.map(height));
  const places = new Map<string, Rectangle>();
  let x = 0;
  for (const column of columns) {
    let y = (tallest - height(column)) / 2;
    let widest = 0;
    for (const id of column) {
      const { width, height: tall } = sizes.get(id) ?? { width: 0, height: 0 };
      places.set(id, { x, y, width, height: tall });
      y += tall + DOWN;
      widest = Math.max(widest, width);
    }
    x += widest + ACROSS;
  }
  return { places, width: x - ACROSS, height: tallest };
}

const HEIGHT = 32;
const CELL = 8;
const PADDING = 36;
const LEAST = 56;

/** Returns the size of a box that fits a label, where a Chinese character takes two cells. */
export function sizeOf(label: string): { width: number; height: number } {
  const wide =
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
  const cells = [...label].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0);
  return { width: Math.max(LEAST, cells * CELL + PADDING), height: HEIGHT };
}
