/** What part of a plane is seen: the point in the middle, and how many pixels one unit takes. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much nearer than all at once one may look. */
export const NEAREST = 60;

/** Shows all of a plane whose corner is at 0, 0. */
export function whole(plane: Size, screen: Size): Camera {
  return {
    x: plane.width / 2,
    y: plane.height / 2,
    scale: Math.max(1e-6, Math.min(screen.width / plane.width, screen.height / plane.height)),
  };
}

/** Keeps a camera where there is something to see: over the plane, and neither too far nor too near. */
export function bounded(camera: Camera, plane: Size, screen: Size, nearest: number = NEAREST): Camera {
  const all = whole(plane, screen).scale;
  return {
    x: Math.min(plane.width, Math.max(0, camera.x)),
    y: Math.min(plane.height, Math.max(0, camera.y)),
    scale: Math.min(all * nearest, Math.max(all * 0.8, camera.scale)),
  };
}

/** Moves by pixels. */
export function moved(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx / camera.scale, y: camera.y + dy / camera.scale };
}

/** Zooms so that a point of the screen keeps showing the same place. */
export function zoomed(camera: Camera, factor: number, px: number, py: number, screen: Size): Camera {
  const scale = camera.scale * factor;
  const dx = px - screen.width / 2;
  const dy = py - screen.height / 2;
  return { x: camera.x + dx / camera.scale - dx / scale, y: camera.y + dy / camera.scale - dy / scale, scale };
}

/** Returns a camera between two others; by even steps of enlargement, as the eye wants it. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const scale = from.scale * Math.pow(to.scale / from.scale, part);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, scale };
}

export function screenX(camera: Camera, x: number, screen: Size): number {
  return (x - camera.x) * camera.scale + screen.width / 2;
}

export function screenY(camera: Camera, y: number, screen: Size): number {
  return (y - camera.y) * camera.scale + screen.height / 2;
}
