import type { Figure } from "./figure";
import { zoom, type Viewport } from "./viewport";
import { step, type Direction } from "./walk";

/** What a reader can do to a picture, whatever the device. */
export interface Deeds {
  figure(): Figure;
  view(): Viewport;
  selected(): string;
  look(view: Viewport): void;
  select(id: string): void;
  /** Enter, or a second click: what can be done here. */
  act(id: string): void;
  /** A double click. */
  open(id: string): void;
  /** A click with Shift. */
  join(id: string): void;
  /** A click on a line, at a point of the window: fingers cannot hover. */
  tell(edge: string, x: number, y: number): void;
  /** Shows a node elsewhere while it is moved. */
  drag(id: string, x: number, y: number): void;
  /** Puts a node elsewhere. */
  drop(id: string, x: number, y: number): void;
  fit(): void;
  /** Any other key; says whether it meant something. */
  key(event: KeyboardEvent): boolean;
}

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const AWAY: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
const MOVE = 20;

/** Ties pointers, wheel and keys of a drawing to deeds. Dragging is never needed: keys and buttons do all it does. */
export function bindGestures(svg: SVGSVGElement, deeds: Deeds): void {
  svg.addEventListener("keydown", (event) => pressed(svg, deeds, event));
  bindPointers(svg, deeds);
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

function pressed(svg: SVGSVGElement, deeds: Deeds, event: KeyboardEvent): void {
  const byHalf = (factor: number): void =>
    deeds.look(zoom(deeds.view(), factor, svg.clientWidth / 2, svg.clientHeight / 2));
  const keys: Record<string, () => void> = {
    Enter: () => deeds.act(deeds.selected()),
    " ": () => deeds.act(deeds.selected()),
    "+": () => byHalf(1.25),
    "=": () => byHalf(1.25),
    "-": () => byHalf(0.8),
    "0": () => deeds.fit(),
  };
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
  const direction = ARROWS[event.key];
  if (bare && direction !== undefined) {
    event.preventDefault();
    const { nodes, edges } = deeds.figure();
    const here = nodes.get(deeds.selected());
    if (event.shiftKey && here !== undefined) {
      const [dx, dy] = AWAY[direction];
      deeds.drop(here.id, here.x + dx * MOVE, here.y + dy * MOVE);
      return;
    }
    const next = step(nodes, edges, deeds.selected(), direction);
    if (next !== undefined) {
      deeds.select(next);
    }
    return;
  }
  const deed = bare ? keys[event.key] : undefined;
  if (deed !== undefined) {
    event.preventDefault();
    deed();
  } else if (deeds.key(event)) {
    event.preventDefault();
  }
}

interface Pointer {
  x: number;
  y: number;
}

/** Drags start where a finger or the mouse has gone so far, in pixels. */
const SLACK = 4;

function bindPointers(svg: SVGSVGElement, deeds: Deeds): void {
  const down = new Map<number, Pointer>();
  let start:
    { x: number; y: number; view: Viewport; node: { id: string; x: number; y: number } | undefined } | undefined;
  let moved = false;

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) {
      return;
    }
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (down.size === 1) {
      moved = false;
      const node = deeds.figure().nodes.get(idAt(event.target) ?? "");
      start = { x: event.clientX, y: event.clientY, view: deeds.view(), node };
    } else {
      start = undefined; // a second finger: what follows is a pinch
      moved = true;
    }
  });

  svg.addEventListener("pointermove", (event) => {
    const last = down.get(event.pointerId);
    if (last === undefined) {
      return;
    }
    if (down.size === 2) {
      pinch(svg, deeds, down, event.pointerId, { x: event.clientX, y: event.clientY });
    }
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (start === undefined) {
      return;
    }
    const dx = event.clientX - start.x;
    const dy = event.clientY - start.y;
    if (!moved && Math.hypot(dx, dy) < SLACK) {
      return;
    }
    if (!moved) {
      moved = true;
      svg.setPointerCapture(event.pointerId);
    }
    const { view, node } = start;
    if (node === undefined) {
      deeds.look({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });
    } else {
      deeds.drag(node.id, node.x + dx / view.scale, node.y + dy / view.scale);
    }
  });

  const end = (event: PointerEvent): void => {
    down.delete(event.pointerId);
    if (start?.node !== undefined && moved && event.type === "pointerup") {
      const { node, view } = start;
      deeds.drop(
        node.id,
        node.x + (event.clientX - start.x) / view.scale,
        node.y + (event.clientY - start.y) / view.scale,
      );
    }
    start = undefined;
  };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", end);

  svg.addEventListener("click", (event) => {
    const id = idAt(event.target);
    const edge = edgeAt(event.target);
    if (moved) {
      return;
    }
    if (id === undefined) {
      if (edge !== undefined) {
        deeds.tell(edge, event.clientX, event.clientY);
      }
      return;
    }
    if (event.shiftKey) {
      deeds.join(id);
      return;
    }
    const onBadge = event.target instanceof Element && event.target.closest(".more") !== null;
    const again = id === deeds.selected() && event.detail < 2;
    if (event.detail === 2) {
      deeds.open(id);
      return;
    }
    const isRest = deeds.figure().nodes.get(id)?.look === "rest";
    deeds.select(id);
    if (again || onBadge || isRest) {
      deeds.act(id);
    }
  });
}

function idAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGGElement>("[data-id]")?.dataset["id"] : undefined;
}

/** Returns the line that an event happened on. */
export function edgeAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGGElement>("[data-edge]")?.dataset["edge"] : undefined;
}

/** Two fingers: the place between them stays between them. */
function pinch(
  svg: SVGSVGElement,
  deeds: Deeds,
  down: ReadonlyMap<number, Pointer>,
  moving: number,
  to: Pointer,
): void {
  const still = [...down].find(([id]) => id !== moving)?.[1];
  const from = down.get(moving);
  if (still === undefined || from === undefined) {
    return;
  }
  const box = svg.getBoundingClientRect();
  const before = Math.hypot(from.x - still.x, from.y - still.y);
  const after = Math.hypot(to.x - still.x, to.y - still.y);
  if (before < 1 || after < 1) {
    return;
  }
  const view = deeds.view();
  const shifted = {
    ...view,
    x: view.x - (to.x - from.x) / 2 / view.scale,
    y: view.y - (to.y - from.y) / 2 / view.scale,
  };
  deeds.look(zoom(shifted, after / before, (to.x + still.x) / 2 - box.left, (to.y + still.y) / 2 - box.top));
}
