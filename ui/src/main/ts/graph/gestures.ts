import { step, type Direction } from "./walk";
import type { Scene } from "./model";
import { zoom, type Viewport } from "./viewport";

/** What a reader can do to the picture, whatever the device. */
export interface Deeds {
  scene(): Scene;
  view(): Viewport;
  selected(): string;
  look(view: Viewport): void;
  select(slug: string): void;
  toggle(slug: string): void;
  centre(slug: string): void;
  openPage(slug: string): void;
  fit(): void;
  undo(): void;
  redo(): void;
}

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Ties pointer, wheel and keys of a drawing to deeds. Dragging is never needed: keys and buttons do all it does. */
export function bindGestures(svg: SVGSVGElement, deeds: Deeds): void {
  bindKeys(svg, deeds);
  bindPointer(svg, deeds);
  svg.addEventListener(
    "wheel",
    (event) => {
      // The plain wheel scrolls the page; with Ctrl, and when pinched, it zooms.
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const box = svg.getBoundingClientRect();
        const factor = Math.exp(-event.deltaY * 0.004);
        deeds.look(zoom(deeds.view(), factor, event.clientX - box.left, event.clientY - box.top));
      }
    },
    { passive: false },
  );
}

function bindKeys(svg: SVGSVGElement, deeds: Deeds): void {
  const byHalf = (factor: number): void => {
    deeds.look(zoom(deeds.view(), factor, svg.clientWidth / 2, svg.clientHeight / 2));
  };
  const keys: Record<string, () => void> = {
    Enter: () => deeds.toggle(deeds.selected()),
    " ": () => deeds.toggle(deeds.selected()),
    c: () => deeds.centre(deeds.selected()),
    o: () => deeds.openPage(deeds.selected()),
    "+": () => byHalf(1.25),
    "=": () => byHalf(1.25),
    "-": () => byHalf(0.8),
    "0": () => deeds.fit(),
    Home: () => deeds.select(deeds.scene().centre),
  };
  svg.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      (event.shiftKey ? deeds.redo : deeds.undo)();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const direction = ARROWS[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const { nodes, edges } = deeds.scene();
      const next = step(nodes, edges, deeds.selected(), direction);
      if (next !== undefined) {
        deeds.select(next);
      }
      return;
    }
    const deed = keys[event.key];
    if (deed !== undefined) {
      event.preventDefault();
      deed();
    }
  });
}

function bindPointer(svg: SVGSVGElement, deeds: Deeds): void {
  let from: { x: number; y: number; view: Viewport } | undefined;
  let moved = false;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      from = { x: event.clientX, y: event.clientY, view: deeds.view() };
      moved = false;
    }
  });
  svg.addEventListener("pointermove", (event) => {
    if (from === undefined) {
      return;
    }
    const dx = event.clientX - from.x;
    const dy = event.clientY - from.y;
    if (!moved && Math.hypot(dx, dy) < 4) {
      return;
    }
    if (!moved) {
      moved = true;
      svg.setPointerCapture(event.pointerId);
    }
    const { view } = from;
    deeds.look({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });
  });
  const end = (): void => {
    from = undefined;
  };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", end);
  svg.addEventListener("click", (event) => {
    const group = event.target instanceof Element ? event.target.closest<SVGGElement>("[data-slug]") : null;
    const slug = group?.dataset["slug"];
    if (moved || slug === undefined) {
      return;
    }
    const again = slug === deeds.selected() && event.detail < 2;
    deeds.select(slug);
    if (again || event.detail === 2) {
      deeds.toggle(slug);
    }
  });
}
