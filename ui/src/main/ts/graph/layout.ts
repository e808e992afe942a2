/** A rectangle; x and y are its upper left corner, in pixels at scale 1. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Side = "left" | "right" | "below";

const ACROSS = 72;
const DOWN = 12;
const BELOW = 56;
const APART = 8;
const MOST_TRIES = 400;

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return (
    a.x < b.x + b.width + APART &&
    b.x < a.x + a.width + APART &&
    a.y < b.y + b.height + APART &&
    b.y < a.y + a.height + APART
  );
}

/** 0, 1, -1, 2, -2 ... */
function* outwards(): Generator<number> {
  yield 0;
  for (let n = 1; ; n++) {
    yield n;
    yield -n;
  }
}

function* candidates(box: Size, anchor: Rectangle, side: Side): Generator<Rectangle> {
  if (side === "below") {
    const middle = anchor.x + (anchor.width - box.width) / 2;
    for (let row = 0; ; row++) {
      const y = anchor.y + anchor.height + BELOW + row * (box.height + DOWN);
      for (const column of [0, 1, -1, 2, -2]) {
        yield { ...box, x: middle + column * (box.width + 2 * DOWN), y };
      }
    }
  }
  for (let rank = 0; ; rank++) {
    const shift = rank * (ACROSS + box.width);
    const x = side === "left" ? anchor.x - ACROSS - box.width - shift : anchor.x + anchor.width + ACROSS + shift;
    let tried = 0;
    for (const step of outwards()) {
      yield { ...box, x, y: anchor.y + step * (box.height + DOWN) };
      if (++tried > 24) {
        break;
      }
    }
  }
}

/** Returns the first free place for a box beside its anchor. */
export function freePlace(taken: readonly Rectangle[], box: Size, anchor: Rectangle, side: Side): Rectangle {
  let last: Rectangle = { ...box, x: anchor.x, y: anchor.y };
  let tries = 0;
  for (const candidate of candidates(box, anchor, side)) {
    if (!taken.some((other) => overlaps(candidate, other))) {
      return candidate;
    }
    last = candidate;
    if (++tries > MOST_TRIES) {
      break;
    }
  }
  // Crowded beyond measure: below everything there is always room.
  const bottom = Math.max(...taken.map((other) => other.y + other.height));
  return { ...last, y: bottom + DOWN };
}

/** Finds places for new boxes around an anchor. What is on screen stays where it is; the same input, the same places. */
export function place<B extends Size & { readonly side: Side }>(
  onScreen: readonly Rectangle[],
  anchor: Rectangle,
  added: readonly B[],
): (B & Rectangle)[] {
  const taken = [...onScreen];
  return added.map((box) => {
    const { x, y } = freePlace(taken, box, anchor, box.side);
    taken.push({ ...box, x, y });
    return { ...box, x, y };
  });
}

/** Returns the rectangle around all boxes. */
export function bounds(boxes: Iterable<Rectangle>): Rectangle {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity
    ? { x: 0, y: 0, width: 1, height: 1 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Start, two control points and end of a curve. */
type Bend = readonly [number, number, number, number, number, number, number, number];

/**
 * The curve from the side of one box to the facing side of another. A shift moves it aside, so that lines between the same
 * two boxes run beside each other; from a box to itself it is a loop above it.
 */
function bend(a: Rectangle, b: Rectangle, shift: number): Bend {
  const ax = a.x + a.width / 2;
  const ay = a.y + a.height / 2;
  const bx = b.x + b.width / 2;
  const by = b.y + b.height / 2;
  if (ax === bx && ay === by) {
    return [ax - 14, a.y, ax - 26 - shift, a.y - 34 - shift, ax + 26 + shift, a.y - 34 - shift, ax + 14, a.y];
  }
  if (a.x + a.width <= b.x || b.x + b.width <= a.x) {
    const sign = Math.sign(bx - ax);
    const from = ax + (sign * a.width) / 2;
    const to = bx - (sign * b.width) / 2;
    const middle = (from + to) / 2;
    return [from, ay + shift, middle, ay + shift, middle, by + shift, to, by + shift];
  }
  const sign = by >= ay ? 1 : -1;
  const from = ay + (sign * a.height) / 2;
  const to = by - (sign * b.height) / 2;
  const middle = (from + to) / 2;
  return [ax + shift, from, ax + shift, middle, bx + shift, middle, bx + shift, to];
}

/** Returns the data of a curve from the side of one box to the facing side of another. */
export function curve(a: Rectangle, b: Rectangle, shift = 0): string {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = bend(a, b, shift);
  return `M${x1} ${y1} C${x2} ${y2} ${x3} ${y3} ${x4} ${y4}`;
}

/** Returns the point of that curve at t, from 0 at its start to 1 at its end. */
export function pointOnCurve(a: Rectangle, b: Rectangle, t: number, shift = 0): { x: number; y: number } {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = bend(a, b, shift);
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, u: number): number =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: mix(x1, x2, x3, x4), y: mix(y1, y2, y3, y4) };
}

const SHIFT = 7;

/** Returns how far each line is moved aside, by id: lines between the same two boxes get different places. */
export function shifts(edges: readonly { id: string; from: string; to: string }[]): Map<string, number> {
  const pairs = new Map<string, string[]>();
  for (const { id, from, to } of edges) {
    const pair = from < to ? `${from}\n${to}` : `${to}\n${from}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), id]);
  }
  const found = new Map<string, number>();
  for (const ids of pairs.values()) {
    ids.forEach((id, at) => found.set(id, (at - (ids.length - 1) / 2) * SHIFT));
  }
  return found;
}
