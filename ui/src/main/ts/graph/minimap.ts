import { shape } from "../page/dom";
import type { Figure } from "./figure";
import { bounds, type Rectangle } from "./layout";

const MARGIN = 24;

/** The whole picture in small, with a frame around the part that is seen; there only while not all is seen. */
export class Minimap {
  private readonly svg = shape("svg", { class: "minimap", "aria-hidden": "true" });
  private readonly boxes = shape("g");
  private readonly frame = shape("rect", { class: "frame" });
  private all: Rectangle = { x: 0, y: 0, width: 1, height: 1 };

  /** @param centreOn moves the picture so that a point of it comes to the middle */
  constructor(host: HTMLElement, centreOn: (x: number, y: number) => void) {
    this.svg.append(this.boxes, this.frame);
    this.svg.toggleAttribute("hidden", true);
    host.append(this.svg);
    const go = (event: PointerEvent): void => {
      const matrix = this.svg.getScreenCTM();
      if (matrix !== null) {
        const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
        centreOn(at.x, at.y);
      }
    };
    this.svg.addEventListener("pointerdown", (event) => {
      this.svg.setPointerCapture(event.pointerId);
      go(event);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (this.svg.hasPointerCapture(event.pointerId)) {
        go(event);
      }
    });
  }

  /** Draws the boxes of a figure. */
  draw(figure: Figure, selected: string): void {
    this.all = bounds(figure.nodes.values());
    const { x, y, width, height } = this.all;
    this.svg.setAttribute("viewBox", `${x - MARGIN} ${y - MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`);
    this.boxes.replaceChildren(
      ...[...figure.nodes.values()].map((node) =>
        shape("rect", {
          x: node.x,
          y: node.y,
          width: node.width,
          height: node.height,
          class: `kind-${node.kind === "" ? "discovered" : node.kind}${node.id === selected ? " selected" : ""}`,
        }),
      ),
    );
  }

  /** Moves the frame to what is seen. */
  look(seen: Rectangle): void {
    const { all } = this;
    const whole =
      seen.x <= all.x &&
      seen.y <= all.y &&
      seen.x + seen.width >= all.x + all.width &&
      seen.y + seen.height >= all.y + all.height;
    this.svg.toggleAttribute("hidden", whole);
    const left = Math.max(seen.x, all.x - MARGIN);
    const top = Math.max(seen.y, all.y - MARGIN);
    const right = Math.min(seen.x + seen.width, all.x + all.width + MARGIN);
    const bottom = Math.min(seen.y + seen.height, all.y + all.height + MARGIN);
    this.frame.setAttribute("x", String(left));
    this.frame.setAttribute("y", String(top));
    this.frame.setAttribute("width", String(Math.max(0, right - left)));
    this.frame.setAttribute("height", String(Math.max(0, bottom - top)));
  }
}
