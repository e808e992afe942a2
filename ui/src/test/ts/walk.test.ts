import { describe, expect, it } from "vitest";
import { History } from "../../main/ts/graph/history";
import { fit, reveal, zoom } from "../../main/ts/graph/viewport";
import { step } from "../../main/ts/graph/walk";
import { AROUND_ATTENTION, box } from "./sample";

describe("an arrow key", () => {
  const nodes = new Map(AROUND_ATTENTION.nodes.map((node) => [node.concept.slug, node]));

  it("walks along edges", () => {
    expect(step(nodes, AROUND_ATTENTION.edges, "attention", "left")).toBe("softmax");
    expect(step(nodes, AROUND_ATTENTION.edges, "softmax", "right")).toBe("attention");
  });

  it("prefers an edge to a nearer box", () => {
    const nearer = new Map([...nodes, ["stranger", box("stranger", "related", -120, 10)] as const]);
    expect(step(nearer, AROUND_ATTENTION.edges, "attention", "left")).toBe("softmax");
  });

  it("stays at the border", () => {
    expect(step(nodes, AROUND_ATTENTION.edges, "transformer", "right")).toBeUndefined();
    expect(step(nodes, AROUND_ATTENTION.edges, "attention", "up")).toBeUndefined();
  });
});

describe("the viewport", () => {
  it("shows all, not larger than life", () => {
    expect(fit({ x: 0, y: 0, width: 100, height: 50 }, 800, 600).scale).toBe(1);
    expect(fit({ x: 0, y: 0, width: 1504, height: 50 }, 800, 600).scale).toBeCloseTo(0.5);
  });

  it("keeps the place under the pointer when it zooms", () => {
    const before = { x: 10, y: 20, scale: 1 };
    const after = zoom(before, 2, 300, 200);
    expect(after.x + 300 / after.scale).toBeCloseTo(310);
    expect(after.y + 200 / after.scale).toBeCloseTo(220);
  });

  it("does not move for what is in sight", () => {
    const view = { x: 0, y: 0, scale: 1 };
    expect(reveal(view, { x: 100, y: 100, width: 50, height: 20 }, 800, 600)).toEqual(view);
    expect(reveal(view, { x: 900, y: 100, width: 50, height: 20 }, 800, 600).x).toBe(174);
  });
});

describe("history", () => {
  it("goes back and forth, and forgets what was undone when something new is done", () => {
    const steps = new History("a");
    steps.push("b");
    steps.push("c");
    expect([steps.undo(), steps.undo(), steps.undo(), steps.redo()]).toEqual(["b", "a", "a", "b"]);
    steps.push("d");
    expect([steps.canRedo, steps.undo(), steps.now]).toEqual([false, "b", "b"]);
  });
});
