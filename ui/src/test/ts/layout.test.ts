import { describe, expect, it } from "vitest";
import { bounds, curve, freePlace, place, pointOnCurve, sideOf } from "../../main/ts/graph/layout";
import { AROUND_TRANSFORMER, box, edge } from "./sample";

describe("placing", () => {
  const anchor = box("transformer", "unlock", 180, 0);

  it("puts prerequisites left, what is unlocked right, the rest below", () => {
    const edges = [edge("a", "prerequisite", "left"), edge("right", "prerequisite", "a"), edge("a", "partOf", "below")];
    expect(["left", "right", "below"].map((slug) => sideOf(slug, "a", edges))).toEqual(["left", "right", "below"]);
  });

  it("never covers a box, however many come", () => {
    const many = Array.from({ length: 120 }, (_, i) => box(`n${i}`, "unlock", 0, i));
    const edges = many.map((b) => edge(b.concept.slug, i(b) % 3 === 0 ? "partOf" : "prerequisite", "transformer"));
    const placed = [anchor, ...place([anchor], anchor, many, edges)];
    for (const [at, one] of placed.entries()) {
      for (const other of placed.slice(at + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.concept.slug} over ${other.concept.slug}`).toBe(true);
      }
    }
  });

  it("gives the same places for the same input", () => {
    const added = AROUND_TRANSFORMER.nodes.slice(2);
    const once = place([anchor], anchor, added, AROUND_TRANSFORMER.edges);
    expect(place([anchor], anchor, [...added].reverse(), AROUND_TRANSFORMER.edges)).toEqual(once);
  });

  it("finds room below everything where all around is taken", () => {
    const wall = { x: -100000, y: -100000, width: 200000, height: 200000 };
    expect(freePlace([wall], anchor, anchor, "right").y).toBeGreaterThanOrEqual(100000);
  });

  function i(b: { concept: { slug: string } }): number {
    return Number(b.concept.slug.slice(1));
  }
});

describe("drawing", () => {
  it("bounds nothing by something small", () => {
    expect(bounds([])).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it("leads a curve from side to facing side", () => {
    const a = { x: 0, y: 0, width: 100, height: 30 };
    expect(curve(a, { ...a, x: 200 })).toBe("M100 15 C150 15 150 15 200 15");
    expect(curve(a, { ...a, y: 90 })).toBe("M50 30 C50 60 50 60 50 90");
    expect(pointOnCurve(a, { ...a, x: 200 }, 0.5)).toEqual({ x: 150, y: 15 });
  });
});
