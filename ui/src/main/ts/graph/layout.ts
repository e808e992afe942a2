import type { Box, Edge } from "../api";

/** A rectangle; x and y are its upper left corner, in pixels at scale 1. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Side = "left" | "right" | "below";

const ACROSS = 72;
const DOWN = 14;
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

/** Says on which side of the anchor a concept belongs: prerequisites left, what it unlocks right, the rest below. */
export function sideOf(slug: string, anchor: string, edges: readonly Edge[]): Side {
  for (const edge of edges) {
    if (edge.relation === "prerequisite" && edge.from === anchor && edge.to === slug) {
      return "left";
    }
    if (edge.relation === "prerequisite" && edge.from === slug && edge.to === anchor) {
      return "right";
    }
  }
  return "below";
}

/** 0, 1, -1, 2, -2 ... */
function* outwards(): Generator<number> {
  yield 0;
  for (let n = 1; ; n++) {
    yield n;
    yield -n;
  }
}

function* candidates(box: Rectangle, anchor: Rectangle, side: Side): Generator<Rectangle> {
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
export function freePlace(taken: readonly Rectangle[], box: Rectangle, anchor: Rectangle, side: Side): Rectangle {
  let last: Rectangle = box;
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
export function place<B extends Box>(
  onScreen: readonly Rectangle[],
  anchor: Box,
  added: readonly B[],
  edges: readonly Edge[],
): B[] {
  const taken = [...onScreen];
  const order = [...added].sort((a, b) => a.y - b.y || a.x - b.x || a.concept.slug.localeCompare(b.concept.slug, "en"));
  return order.map((box) => {
    const free = freePlace(taken, box, anchor, sideOf(box.concept.slug, anchor.concept.slug, edges));
    taken.push(free);
    return { ...box, x: free.x, y: free.y };
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

/** Leads from the side of one box to the facing side of another. */
function bend(a: Rectangle, b: Rectangle): Bend {
  const ax = a.x + a.width / 2;
  const ay = a.y + a.height / 2;
  const bx = b.x + b.width / 2;
  const by = b.y + b.height / 2;
  if (a.x + a.width <= b.x || b.x + b.width <= a.x) {
    const sign = Math.sign(bx - ax);
    const from = ax + (sign * a.width) / 2;
    const to = bx - (sign * b.width) / 2;
    const middle = (from + to) / 2;
    return [from, ay, middle, ay, middle, by, to, by];
  }
  const sign = by >= ay ? 1 : -1;
  const from = ay + (sign * a.height) / 2;
  const to = by - (sign * b.height) / 2;
  const middle = (from + to) / 2;
  return [ax, from, ax, middle, bx, middle, bx, to];
}

/** Returns the data of a curve from the side of one box to the facing side of another. */
export function curve(a: Rectangle, b: Rectangle): string {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = bend(a, b);
  return `M${x1} ${y1} C${x2} ${y2} ${x3} ${y3} ${x4} ${y4}`;
}

/** Returns the point of that curve at t, from 0 at its start to 1 at its end. */
export function pointOnCurve(a: Rectangle, b: Rectangle, t: number): { x: number; y: number } {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = bend(a, b);
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, u: number): number =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: mix(x1, x2, x3, x4), y: mix(y1, y2, y3, y4) };
}
