import type { Camera, Size } from "./camera";
import type { Edges, Places } from "./data";

/** How much is shown: areas with their names; the concepts that matter most as well; every concept. */
export type Level = "areas" | "landmarks" | "concepts";

/** The most concepts that are drawn one by one; of more a picture is shown that was drawn beforehand. */
export const MOST_NEAR = 2_000;

/** The most edges that are drawn. */
export const MOST_EDGES = 4_000;

/** Below this many times the view of everything, no edges are drawn: they would hide what they join. */
export const EDGES_FROM = 1.5;

/** Returns the level for an enlargement, where 1 shows everything; the more concepts there are, the later they come. */
export function levelOf(enlargement: number, count: number): Level {
  const crowd = Math.max(1, Math.sqrt(count / 800));
  if (enlargement < 1.3 * crowd) {
    return "areas";
  }
  return enlargement < 3.2 * crowd ? "landmarks" : "concepts";
}

/** Returns the most names of concepts at a level, for a screen. */
export function namesOf(level: Level, screen: Size): number {
  const room = (screen.width * screen.height) / 1e6;
  const each = { areas: 14, landmarks: 45, concepts: 160 }[level];
  return Math.max(4, Math.round(room * each));
}

/** Returns the most important places within sight, a margin around it included, up to a number; ascending. */
export function inSight(
  x: Float32Array,
  y: Float32Array,
  camera: Camera,
  screen: Size,
  most: number,
  margin = 0.15,
): { places: number[]; all: boolean } {
  const halfWidth = (screen.width / camera.scale) * (0.5 + margin);
  const halfHeight = (screen.height / camera.scale) * (0.5 + margin);
  const places: number[] = [];
  for (let place = 0; place < x.length; place++) {
    // also false for what is nowhere
    if (
      Math.abs((x[place] ?? Number.NaN) - camera.x) <= halfWidth &&
      Math.abs((y[place] ?? Number.NaN) - camera.y) <= halfHeight
    ) {
      if (places.length === most) {
        return { places, all: false };
      }
      places.push(place);
    }
  }
  return { places, all: true };
}

/** Returns the edges between some places along some relations, those of the most important places first. */
export function edgesAmong(
  edges: Edges,
  places: readonly number[],
  relations: ReadonlySet<number>,
  most: number,
): number[] {
  const shown = new Set(places);
  const found: number[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (
      relations.has(edges.relation[edge] ?? -1) &&
      shown.has(edges.from[edge] ?? -1) &&
      shown.has(edges.to[edge] ?? -1)
    ) {
      found.push(edge);
    }
  }
  if (found.length > most) {
    const last = (edge: number): number => Math.max(edges.from[edge] ?? 0, edges.to[edge] ?? 0);
    found.sort((a, b) => last(a) - last(b) || a - b);
    found.length = most;
  }
  return found;
}

/** Returns the place nearest to a point; undefined where none is within a distance. */
export function nearest(
  x: Float32Array,
  y: Float32Array,
  atX: number,
  atY: number,
  within: number,
): number | undefined {
  let best: number | undefined;
  let least = within * within;
  for (let place = 0; place < x.length; place++) {
    const squared = ((x[place] ?? Number.NaN) - atX) ** 2 + ((y[place] ?? Number.NaN) - atY) ** 2;
    if (squared < least) {
      least = squared;
      best = place;
    }
  }
  return best;
}

/** Returns the radius of a place's dot in pixels, for an enlargement. */
export function radiusOf(places: Places, place: number, enlargement: number): number {
  return (1.6 + 5.4 * Math.sqrt(places.importance[place] ?? 0)) * Math.sqrt(Math.max(0.15, Math.min(9, enlargement)));
}
