import { describe, expect, it } from "vitest";
import { layers, sizeOf } from "../../main/ts/graph/layers";
import { bounds, curve, freePlace, place, pointOnCurve, shifts, type Rectangle } from "../../main/ts/graph/layout";
import { sideOf } from "../../main/ts/graph/model";
import { edge, numbers } from "./sample";

function apart(boxes: readonly Rectangle[]): boolean {
  return boxes.every((one, at) =>
    boxes
      .slice(at + 1)
      .every(
        (other) =>
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y,
      ),
  );
}

describe("placing", () => {
  const anchor = { x: 180, y: 0, width: 100, height: 32 };

  it("puts prerequisites left, what is unlocked right, the rest below", () => {
    const edges = [edge("a", "prerequisite", "left"), edge("right", "prerequisite", "a"), edge("a", "partOf", "below")];
    expect(["left", "right", "below"].map((slug) => sideOf(slug, "a", edges))).toEqual(["left", "right", "below"]);
  });

  it("never covers a box, however many come", () => {
    const many = Array.from({ length: 120 }, (_, i) => ({
      width: 60 + (i % 7) * 20,
      height: 36,
      side: (["left", "right", "below"] as const)[i % 3] ?? "below",
    }));
    expect(apart([anchor, ...place([anchor], anchor, many)])).toBe(true);
  });

  it("finds room below everything where all around is taken", () => {
    const wall = { x: -100000, y: -100000, width: 200000, height: 200000 };
    expect(freePlace([wall], anchor, anchor, "right").y).toBeGreaterThanOrEqual(100000);
  });
});

describe("columns of any graph", () => {
  const lines = (...pairs: string[]): { from: string; to: string }[] =>
    pairs.map((pair) => ({ from: pair.split(">")[0] ?? "", to: pair.split(">")[1] ?? "" }));
  const boxes = (...ids: string[]) => ids.map((id) => ({ id, ...sizeOf(id) }));

  it("go from left to right along the lines", () => {
    const placed = layers(boxes("a", "b", "c", "d"), lines("a>b", "b>c", "a>c", "c>d"));
    const x = ["a", "b", "c", "d"].map((id) => placed.get(id)?.x ?? 0);
    expect([...x].sort((p, q) => p - q)).toEqual(x);
  });

  it("bear circles, loops, loose boxes and ends that are not there", () => {
    const placed = layers(boxes("a", "b", "c", "单独"), lines("a>b", "b>c", "c>a", "b>b", "c>nobody"));
    expect([...placed.keys()].sort()).toEqual(["a", "b", "c", "单独"]);
    expect(apart([...placed.values()])).toBe(true);
    expect(layers([], [])).toEqual(new Map());
  });

  it("are the same for the same graph in another order, and cover nothing, for hundreds of boxes", () => {
    const next = numbers(3);
    const nodes = Array.from({ length: 400 }, (_, i) => ({ id: `n${i}`, width: 60 + next(200), height: 36 }));
    const edges = Array.from({ length: 700 }, () => ({ from: `n${next(400)}`, to: `n${next(400)}` }));
    const placed = layers(nodes, edges);
    expect(apart([...placed.values()])).toBe(true);
    expect(layers([...nodes].reverse(), edges)).toEqual(placed);
  });

  it("make room for wide characters", () => {
    expect(sizeOf("注意力机制").width).toBeGreaterThan(sizeOf("token").width);
  });
});

describe("drawing", () => {
  it("bounds nothing by something small", () => {
    expect(bounds([])).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it("leads a curve from side to facing side", () => {
    const a = { x: 0, y: 0, width: 100, height: 30 };
    expect(curve(a, { ...a, x: 200 })).toBe("M100 15 C150 15 150 15 200 15");
    expect(curve(a, { ...a, y: 90 })).toBe("M50 30 C50 60 50 60 50 90");
    expect(curve(a, { ...a, x: 200 }, 5)).toBe("M100 20 C150 20 150 20 200 20");
    expect(pointOnCurve(a, { ...a, x: 200 }, 0.5)).toEqual({ x: 150, y: 15 });
  });

  it("keeps lines between the same two boxes apart", () => {
    const moved = shifts([
      { id: "1", from: "a", to: "b" },
      { id: "2", from: "b", to: "a" },
      { id: "3", from: "a", to: "c" },
    ]);
    expect([...moved.values()]).toEqual([-3.5, 3.5, 0]);
  });
});
