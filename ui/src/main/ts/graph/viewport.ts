import type { Rectangle } from "./layout";

/** What part of the drawing is seen: its upper left corner, and how many screen pixels one unit takes. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const LEAST_SCALE = 0.2;
export const GREATEST_SCALE = 3;
const MARGIN = 24;

/** Shows all of a rectangle, not larger than life. */
export function fit(all: Rectangle, width: number, height: number): Viewport {
  const scale = Math.max(
    LEAST_SCALE,
    Math.min(1, (width - 2 * MARGIN) / all.width, (height - 2 * MARGIN) / all.height),
  );
  return {
    x: all.x + all.width / 2 - width / scale / 2,
    y: all.y + all.height / 2 - height / scale / 2,
    scale,
  };
}

/** Zooms so that the point of the screen (px, py) keeps showing the same place. */
export function zoom(view: Viewport, factor: number, px: number, py: number): Viewport {
  const scale = Math.min(GREATEST_SCALE, Math.max(LEAST_SCALE, view.scale * factor));
  return {
    x: view.x + px / view.scale - px / scale,
    y: view.y + py / view.scale - py / scale,
    scale,
  };
}

/** Moves just enough to bring a rectangle into sight. */
export function reveal(view: Viewport, box: Rectangle, width: number, height: number): Viewport {
  const seenWidth = width / view.scale;
  const seenHeight = height / view.scale;
  const margin = MARGIN / view.scale;
  const within = (at: number, size: number, from: number, seen: number): number => {
    if (at - margin < from) {
      return at - margin;
    }
    return at + size + margin > from + seen ? at + size + margin - seen : from;
  };
  return {
    ...view,
    x: within(box.x, box.width, view.x, seenWidth),
    y: within(box.y, box.height, view.y, seenHeight),
  };
}

export function viewBox(view: Viewport, width: number, height: number): string {
  return `${view.x} ${view.y} ${width / view.scale} ${height / view.scale}`;
}
