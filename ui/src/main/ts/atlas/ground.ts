import { screenX, screenY, type Camera, type Size } from "./camera";
import type { Colours } from "./colours";
import type { Overview } from "./data";

const PICTURE = 2048;

/** How far the ground of a community reaches beyond its outermost concept. */
const SHORE = 0.006;

/** Draws the ground of the map: the discs of an area's communities, which together look like a country. */
export function drawCountries(
  context: CanvasRenderingContext2D,
  overview: Overview,
  camera: Camera,
  screen: Size,
  colours: Colours,
): void {
  let area = -1;
  context.beginPath();
  for (const group of overview.groups) {
    if (group.area !== area) {
      context.fill();
      context.beginPath();
      area = group.area;
      context.fillStyle = colours.ground(area);
    }
    const x = screenX(camera, group.x, screen);
    const y = screenY(camera, group.y, screen);
    const radius = (group.radius + SHORE) * camera.scale;
    if (x + radius > 0 && y + radius > 0 && x - radius < screen.width && y - radius < screen.height) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  context.fill();
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

/** Returns a colour written as #rrggbb as a pixel holds it. */
function pixel(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  return (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}

/**
 * The whole view as one picture, made once, pixel by pixel: what is shown while there are too many dots to be drawn one by
 * one.
 */
export class FarPicture {
  private readonly canvas = document.createElement("canvas");
  private readonly scale: number;

  constructor(
    plane: Size,
    x: Float32Array,
    y: Float32Array,
    overview: Overview | undefined,
    colours: Colours,
    colourOf: (place: number) => string,
  ) {
    this.scale = PICTURE / Math.max(plane.width, plane.height);
    const width = Math.ceil(plane.width * this.scale);
    const height = Math.ceil(plane.height * this.scale);
    this.canvas.width = width;
    this.canvas.height = height;
    const context = this.canvas.getContext("2d");
    if (context === null) {
      return;
    }
    const image = context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    const span = (from: number, to: number, row: number, value: number): void => {
      if (row >= 0 && row < height) {
        pixels.fill(value, row * width + Math.max(0, from), row * width + Math.max(0, Math.min(width, to)));
      }
    };
    for (const group of overview?.groups ?? []) {
      const value = pixel(colours.ground(group.area));
      const radius = (group.radius + SHORE) * this.scale;
      for (let dy = -Math.floor(radius); dy <= radius; dy++) {
        const half = Math.sqrt(radius * radius - dy * dy);
        const middle = group.x * this.scale;
        span(Math.round(middle - half), Math.round(middle + half), Math.round(group.y * this.scale + dy), value);
      }
    }
    const values = new Map<string, number>();
    // the most important last, so that they lie on top
    for (let place = x.length - 1; place >= 0; place--) {
      const px = Math.round((x[place] ?? Number.NaN) * this.scale);
      const py = Math.round((y[place] ?? Number.NaN) * this.scale);
      if (!Number.isNaN(px)) {
        const colour = colourOf(place);
        let value = values.get(colour);
        if (value === undefined) {
          value = pixel(colour);
          values.set(colour, value);
        }
        span(px - 1, px + 2, py - 1, value);
        span(px - 1, px + 2, py, value);
        span(px - 1, px + 2, py + 1, value);
      }
    }
    context.putImageData(image, 0, 0);
  }

  draw(context: CanvasRenderingContext2D, camera: Camera, screen: Size, smooth: boolean): void {
    const factor = camera.scale / this.scale;
    context.imageSmoothingEnabled = smooth;
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
