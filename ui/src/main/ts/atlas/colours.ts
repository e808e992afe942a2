/** Colours for a canvas and for WebGL, as the page's style has them now. */
export interface Colours {
  readonly dark: boolean;
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly edge: string;
  readonly accent: string;
  readonly good: string;
  readonly sans: string;
  /** The dots of an area. */
  area(number: number): string;
  /** The ground of an area. */
  ground(number: number): string;
  /** The name of an area. */
  name(number: number): string;
}

/** Returns a colour of the OKLCH space as hexadecimal sRGB; what sRGB lacks is cut off. */
export function oklch(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channel = (linear: number): string => {
    const bounded = Math.min(1, Math.max(0, linear));
    const value = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055;
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)}${channel(
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
  )}${channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)}`;
}

/** Neighbouring numbers get hues far apart. */
const hue = (number: number): number => (28 + number * 137.508) % 360;

/** Mixes two colours written as #rrggbb. */
export function mixed(one: string, other: string, part: number): string {
  const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(one, at) * (1 - part) + channel(other, at) * part))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}

/** Writes #rgb as #rrggbb. */
export function long(colour: string): string {
  return /^#[0-9a-f]{3}$/i.test(colour) ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour;
}

/** Reads the colours of the page. */
export function pageColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => long(style.getPropertyValue(`--${name}`).trim());
  const dark = style.colorScheme === "dark";
  return {
    dark,
    paper: token("sheet"),
    ink: token("ink"),
    soft: token("soft"),
    line: token("line"),
    edge: token("edge"),
    accent: token("accent"),
    good: token("good"),
    sans: token("sans"),
    area: (number) => (dark ? oklch(0.74, 0.09, hue(number)) : oklch(0.58, 0.1, hue(number))),
    ground: (number) => (dark ? oklch(0.31, 0.035, hue(number)) : oklch(0.95, 0.028, hue(number))),
    name: (number) => (dark ? oklch(0.87, 0.06, hue(number)) : oklch(0.4, 0.085, hue(number))),
  };
}
