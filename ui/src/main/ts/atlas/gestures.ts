import type { Stage } from "./stage";

const STEP = 90;

/** Ties pointer, wheel and keys to the map. All that dragging does, keys and buttons do as well. */
export function bindAtlasGestures(area: HTMLElement, stage: Stage): void {
  const pointers = new Map<number, { x: number; y: number }>();
  let moved = false;
  let start = { x: 0, y: 0 };

  const spread = (): number => {
    const [one, other] = [...pointers.values()];
    return one === undefined || other === undefined ? 0 : Math.hypot(one.x - other.x, one.y - other.y);
  };

  area.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      start = { x: event.clientX, y: event.clientY };
      moved = pointers.size > 1;
    }
  });
  area.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) {
      return;
    }
    if (!moved && Math.hypot(event.clientX - start.x, event.clientY - start.y) < 4) {
      return;
    }
    if (!moved) {
      moved = true;
      area.setPointerCapture(event.pointerId);
    }
    const wide = spread();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size === 2 && wide > 0) {
      const box = area.getBoundingClientRect();
      const [one, other] = [...pointers.values()];
      const x = ((one?.x ?? 0) + (other?.x ?? 0)) / 2 - box.left;
      const y = ((one?.y ?? 0) + (other?.y ?? 0)) / 2 - box.top;
      stage.zoomBy(spread() / wide, x, y);
    } else if (pointers.size === 1) {
      stage.moveBy(before.x - event.clientX, before.y - event.clientY);
    }
  });
  const end = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
  };
  area.addEventListener("pointerup", (event) => {
    if (pointers.has(event.pointerId) && !moved) {
      const box = area.getBoundingClientRect();
      stage.openAt(event.clientX - box.left, event.clientY - box.top);
    }
    end(event);
  });
  area.addEventListener("pointercancel", end);
  area.addEventListener("dblclick", (event) => {
    const box = area.getBoundingClientRect();
    stage.zoomBy(2, event.clientX - box.left, event.clientY - box.top);
  });
  area.addEventListener(
    "wheel",
    (event) => {
      // The plain wheel scrolls the page; with Ctrl, when pinched, and once the map has the focus, it zooms.
      if (event.ctrlKey || event.metaKey || document.activeElement === area) {
        event.preventDefault();
        const box = area.getBoundingClientRect();
        const step = Math.max(-60, Math.min(60, event.deltaY));
        stage.zoomBy(Math.exp(-step * 0.006), event.clientX - box.left, event.clientY - box.top);
      }
    },
    { passive: false },
  );

  const keys: Record<string, () => void> = {
    ArrowLeft: () => stage.moveBy(-STEP, 0),
    ArrowRight: () => stage.moveBy(STEP, 0),
    ArrowUp: () => stage.moveBy(0, -STEP),
    ArrowDown: () => stage.moveBy(0, STEP),
    "+": () => stage.zoomBy(1.35),
    "=": () => stage.zoomBy(1.35),
    "-": () => stage.zoomBy(1 / 1.35),
    "0": () => stage.all(),
    Enter: () => stage.openAt(),
    Escape: () => stage.close(),
  };
  area.addEventListener("keydown", (event) => {
    const deed = keys[event.key];
    if (deed !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      deed();
    }
  });
}
