import { shape } from "../page/dom";
import { bounds, type Rectangle } from "./layout";

const MARGIN = 24;
const MOST_PIXELS = 36_000_000;
const PROPERTIES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
  "visibility",
];
const DEFAULTS: Record<string, string> = {
  stroke: "none",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  opacity: "1",
  visibility: "visible",
  "font-weight": "400",
};

/** Copies the look that style sheets give into the copy itself, so that it looks the same outside the page. */
function inlineLook(from: Element, to: Element): void {
  const look = getComputedStyle(from);
  for (const property of PROPERTIES) {
    const value = look.getPropertyValue(property);
    if (value !== "" && value !== DEFAULTS[property]) {
      to.setAttribute(property, value);
    }
  }
  [...from.children].forEach((child, index) => {
    const copy = to.children[index];
    if (copy !== undefined) {
      inlineLook(child, copy);
    }
  });
}

interface File {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Writes a drawing as an SVG document that stands alone: all of it, whatever part is seen, in the page's colours. */
function write(svg: SVGSVGElement, boxes: Iterable<Rectangle>): File {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineLook(svg, copy);
  const all = bounds(boxes);
  const width = Math.ceil(all.width + 2 * MARGIN);
  const height = Math.ceil(all.height + 2 * MARGIN);
  copy.setAttribute("viewBox", `${all.x - MARGIN} ${all.y - MARGIN} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("role", "img");
  for (const unseen of copy.querySelectorAll(".near-edge, .touch")) {
    unseen.remove();
  }
  // What belongs to the live picture means nothing in a file.
  for (const live of copy.querySelectorAll("[tabindex], [role], [aria-expanded]")) {
    ["tabindex", "role", "aria-expanded", "aria-label", "aria-hidden"].forEach((name) => live.removeAttribute(name));
  }
  const ground = getComputedStyle(svg.parentElement ?? svg).backgroundColor;
  copy.prepend(shape("rect", { x: all.x - MARGIN, y: all.y - MARGIN, width, height, fill: ground, stroke: "none" }));
  const used = new Set([...copy.querySelectorAll("use")].map((use) => use.getAttribute("href")?.slice(1) ?? ""));
  for (const symbol of document.querySelectorAll(".sprite symbol")) {
    if (used.has(symbol.id)) {
      copy.prepend(withHollows(symbol));
    }
  }
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** Shapes that the style sheet draws as outlines say so themselves. */
function withHollows(symbol: Element): Element {
  const copy = symbol.cloneNode(true) as Element;
  for (const hollow of copy.querySelectorAll(".hollow")) {
    hollow.setAttribute("fill", "none");
    hollow.setAttribute("stroke", "currentColor");
    hollow.setAttribute("stroke-width", "1.6");
  }
  return copy;
}

/** Lets the browser save a drawing as an SVG file. */
export function saveSvg(name: string, svg: SVGSVGElement, boxes: Iterable<Rectangle>): void {
  save(name, new Blob([write(svg, boxes).text], { type: "image/svg+xml" }));
}

/** Lets the browser save a drawing as a PNG file, two pixels for one where that is not too many. */
export async function savePng(name: string, svg: SVGSVGElement, boxes: Iterable<Rectangle>): Promise<void> {
  const file = write(svg, boxes);
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (file.width * file.height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(file.text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(file.width * scale);
  canvas.height = Math.round(file.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob === null) {
    throw new Error("the browser made no picture");
  }
  save(name, blob);
}

function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, "-");
  link.click();
  // Not at once: the download may not have begun.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
