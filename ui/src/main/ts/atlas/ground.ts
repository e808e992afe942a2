import { screenX, screenY, type Camera, type Size } from "./camera";
import type { Colours } from "./colours";
import type { Overview, Places } from "./data";

const PICTURE = 2048;

/** One path for each area: the discs of its communities, which together look like a country. */
export function countries(overview: Overview): Path2D[] {
  const paths = overview.areas.map(() => new Path2D());
  for (const group of overview.groups) {
    const path = paths[group.area];
    const radius = group.radius + 0.006;
    path?.moveTo(group.x + radius, group.y);
    path?.arc(group.x, group.y, radius, 0, 2 * Math.PI);
  }
  return paths;
}

/** Draws the ground of the map. */
export function drawCountries(
  context: CanvasRenderingContext2D,
  paths: readonly Path2D[],
  camera: Camera,
  screen: Size,
  ratio: number,
  colours: Colours,
): void {
  const { scale } = camera;
  context.save();
  context.setTransform(
    scale * ratio,
    0,
    0,
    scale * ratio,
    screenX(camera, 0, screen) * ratio,
    screenY(camera, 0, screen) * ratio,
  );
  paths.forEach((path, area) => {
    context.fillStyle = colours.ground(area);
    context.fill(path, "nonzero");
  });
  context.restore();
}

/** Draws the ground of the history: a lane for each area, a line for some years, and the years at the lower edge. */
export function drawLanes(
  context: CanvasRenderingContext2D,
  overview: Overview,
  camera: Camera,
  screen: Size,
  colours: Colours,
): void {
  overview.areas.forEach((area, number) => {
    if (area.rows > 0) {
      context.fillStyle = colours.ground(number);
      const top = screenY(camera, area.lane + 0.2, screen);
      context.fillRect(0, top, screen.width, (area.rows - 0.4) * camera.scale);
    }
  });
  context.font = `12px ${colours.sans}`;
  context.textAlign = "center";
  context.textBaseline = "bottom";
  let free = -Infinity;
  for (const { year, x } of overview.years) {
    const at = screenX(camera, x, screen);
    if (at >= free && at > -40 && at < screen.width + 40) {
      free = at + 52;
      context.fillStyle = colours.line;
      context.fillRect(Math.round(at), 0, 1, screen.height - 24);
      context.fillStyle = colours.paper;
      context.fillRect(at - 20, screen.height - 23, 40, 22);
      context.fillStyle = colours.soft;
      context.fillText(String(year), at, screen.height - 5);
    }
  }
}

/** All dots in one picture, drawn once: what is shown while there are too many to be drawn one by one. */
export class DotPicture {
  private readonly canvas = document.createElement("canvas");
  private readonly scale: number;

  constructor(
    plane: Size,
    x: Float32Array,
    y: Float32Array,
    private readonly colourOf: (place: number) => string,
    order: Iterable<number>,
  ) {
    this.scale = PICTURE / Math.max(plane.width, plane.height);
    this.canvas.width = Math.ceil(plane.width * this.scale);
    this.canvas.height = Math.ceil(plane.height * this.scale);
    const context = this.canvas.getContext("2d");
    if (context !== null) {
      const size = 3;
      let colour = "";
      for (const place of order) {
        const next = this.colourOf(place);
        if (next !== colour) {
          context.fillStyle = next;
          colour = next;
        }
        const px = (x[place] ?? Number.NaN) * this.scale;
        const py = (y[place] ?? Number.NaN) * this.scale;
        if (!Number.isNaN(px)) {
          context.fillRect(Math.round(px) - 1, Math.round(py) - 1, size, size);
        }
      }
    }
  }

  draw(context: CanvasRenderingContext2D, camera: Camera, screen: Size): void {
    const factor = camera.scale / this.scale;
    context.drawImage(
      this.canvas,
      screenX(camera, 0, screen),
      screenY(camera, 0, screen),
      this.canvas.width * factor,
      this.canvas.height * factor,
    );
  }
}

/** Draws dots one by one. */
export function drawDots(
  context: CanvasRenderingContext2D,
  dots: Iterable<number>,
  at: (place: number) => { x: number; y: number },
  radius: (place: number) => number,
  colour: (place: number) => string,
): void {
  for (const place of dots) {
    const { x, y } = at(place);
    context.fillStyle = colour(place);
    context.beginPath();
    context.arc(x, y, radius(place), 0, 2 * Math.PI);
    context.fill();
  }
}

/** Returns all places, area by area, so that a colour is set once. */
export function byArea(places: Places, areas: number): Uint32Array {
  const starts = new Uint32Array(areas + 1);
  for (let place = 0; place < places.count; place++) {
    const next = (places.area[place] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let area = 1; area <= areas; area++) {
    starts[area] = (starts[area] ?? 0) + (starts[area - 1] ?? 0);
  }
  const order = new Uint32Array(places.count);
  for (let place = 0; place < places.count; place++) {
    const area = places.area[place] ?? 0;
    const at = starts[area] ?? 0;
    order[at] = place;
    starts[area] = at + 1;
  }
  return order;
}
