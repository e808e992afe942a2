import { describe, expect, it } from "vitest";
import type { Expansion, Hidden, Neighbourhood } from "../../main/ts/api";
import {
  clearWay,
  collapse,
  expand,
  free,
  hiddenAround,
  isOpen,
  pin,
  restCount,
  sceneOf,
  showWay,
  type Scene,
} from "../../main/ts/graph/model";
import { AROUND_ATTENTION, BEYOND_TRANSFORMER, box, concept, edge, numbers } from "./sample";

const first = sceneOf(AROUND_ATTENTION);
const opened = expand(first, "transformer", undefined, BEYOND_TRANSFORMER);

const places = (scene: Scene): Record<string, [number, number]> =>
  Object.fromEntries([...scene.nodes].map(([slug, { x, y }]) => [slug, [x, y]]));

describe("a scene", () => {
  it("keeps every box where it was when another is opened", () => {
    expect(places(opened)).toMatchObject(places(first));
    expect([...opened.nodes.keys()]).toEqual(["attention", "softmax", "transformer", "bert", "gpt"]);
  });

  it("draws no edge twice", () => {
    expect(opened.edges.map((one) => `${one.from} ${one.to}`)).toEqual([
      "attention softmax",
      "transformer attention",
      "bert transformer",
      "gpt transformer",
    ]);
  });

  it("counts what is hidden before and after an opening, and again after folding", () => {
    const two: Hidden[] = [{ relation: "prerequisite", inverse: true, count: 2 }];
    expect(hiddenAround(first, "transformer")).toEqual(two);
    expect(hiddenAround(opened, "transformer")).toEqual([]);
    expect(hiddenAround(collapse(opened, "transformer"), "transformer")).toEqual(two);
  });

  it("is as before after opening and folding", () => {
    const folded = collapse(opened, "transformer");
    expect(places(folded)).toEqual(places(first));
    expect(folded.edges).toEqual(first.edges);
    expect(isOpen(folded, "transformer")).toBe(false);
  });

  it("folds what a folded box had opened, but not what is pinned", () => {
    const deeper = expand(opened, "bert", undefined, {
      nodes: [{ concept: concept("roberta"), width: 90, height: 36, hidden: [] }],
      edges: [edge("roberta", "variantOf", "bert")],
    });
    expect([...collapse(deeper, "transformer").nodes.keys()]).toEqual(["attention", "softmax", "transformer"]);
    const held = pin(deeper, "bert", 500, 40);
    expect([...collapse(held, "transformer").nodes.keys()]).toEqual([
      "attention",
      "softmax",
      "transformer",
      "bert",
      "roberta",
    ]);
    expect([...collapse(free(held, "bert"), "transformer").nodes.keys()]).toHaveLength(3);
  });

  it("folds the first picture too, along the way it was reached", () => {
    expect([...collapse(first, "attention").nodes.keys()]).toEqual(["attention"]);
    expect(hiddenAround(collapse(first, "attention"), "attention").map((group) => group.count)).toEqual([1, 1]);
  });

  it("stands a box for what is left of a group, and fills it up", () => {
    const some: Expansion = {
      nodes: BEYOND_TRANSFORMER.nodes.slice(0, 1),
      edges: [edge("bert", "prerequisite", "transformer")],
    };
    const group = { relation: "prerequisite", inverse: true };
    const part = expand(first, "transformer", group, some);
    const rest = [...part.rests.values()];
    expect(rest.map((one) => [one.id, restCount(part, one)])).toEqual([["transformer -prerequisite", 1]]);
    const whole = expand(part, "transformer", group, {
      nodes: BEYOND_TRANSFORMER.nodes.slice(1),
      edges: [edge("gpt", "prerequisite", "transformer")],
    });
    expect([...whole.rests]).toEqual([]);
    expect(places(whole)).toMatchObject(places(part));
  });

  it("counts only relations that are followed", () => {
    const around: Neighbourhood = {
      ...AROUND_ATTENTION,
      nodes: [box("attention", "centre", 0, 0, [{ relation: "partOf", inverse: true, count: 5 }])],
      edges: [],
    };
    expect(hiddenAround(sceneOf(around, ["prerequisite"]), "attention")).toEqual([]);
    expect(hiddenAround(sceneOf(around, ["partOf"]), "attention")).toHaveLength(1);
  });

  it("brings what is missing of a way, and marks the way", () => {
    const hop = (from: string, to: string) => ({
      from: concept(from),
      to: concept(to),
      statements: [
        { subject: concept(to), relation: "prerequisite", object: concept(from), reason: "因为", evidence: [] },
      ],
    });
    const between = {
      from: concept("attention"),
      to: concept("bert"),
      explanations: [{ hops: [hop("attention", "transformer"), hop("transformer", "bert")] }],
    };
    const came = {
      nodes: BEYOND_TRANSFORMER.nodes.slice(0, 1),
      edges: [edge("bert", "prerequisite", "transformer")],
    };
    const shown = showWay(first, between, 0, came);
    expect(shown.nodes.has("bert")).toBe(true);
    expect([...(shown.way?.ids ?? [])]).toEqual(["attention", "transformer", "bert"]);
    expect(places(shown)).toMatchObject(places(first));
    expect(clearWay(shown).way).toBeUndefined();
    expect(shown.steps).toEqual([{ verb: "way", from: "attention", to: "bert", nth: 0 }]);
    expect(showWay(first, { ...between, explanations: [] }, 0, came)).toBe(first);
  });

  it("moves nothing and covers nothing, whatever is opened, pinned and folded", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const next = numbers(seed);
      let scene = first;
      let names = 0;
      for (let step = 0; step < 30; step++) {
        const before = scene;
        let moved = false;
        const slugs = [...scene.nodes.keys()];
        const slug = slugs[next(slugs.length)] ?? "attention";
        if (next(5) === 0) {
          scene = collapse(scene, slug);
        } else {
          scene = expand(
            scene,
            slug,
            undefined,
            randomExpansion(slug, next, () => `概念 ${++names}`),
          );
        }
        for (const [name, place] of Object.entries(places(scene))) {
          const was = before.nodes.get(name);
          if (was !== undefined) {
            moved ||= place[0] !== was.x || place[1] !== was.y;
          }
        }
        expect(moved).toBe(false);
      }
      expect(apart([...scene.nodes.values(), ...scene.rests.values()])).toBe(true);
    }
  });
});

function randomExpansion(slug: string, next: (n: number) => number, name: () => string): Expansion {
  const relations = ["prerequisite", "partOf", "related", "broader"];
  const nodes = Array.from({ length: 1 + next(6) }, () => ({
    concept: concept(name()),
    width: 60 + next(160),
    height: 36,
    hidden: next(2) === 0 ? [] : [{ relation: "prerequisite", inverse: next(2) === 0, count: 1 + next(9) }],
  }));
  const edges = nodes.map(({ concept: { slug: other } }) => {
    const relation = relations[next(relations.length)] ?? "related";
    return next(2) === 0 ? edge(slug, relation, other) : edge(other, relation, slug);
  });
  return { nodes, edges };
}

function apart(boxes: readonly { x: number; y: number; width: number; height: number }[]): boolean {
  return boxes.every((one, at) =>
    boxes
      .slice(at + 1)
      .every(
        (other) =>
          one.x >= other.x + other.width ||
          other.x >= one.x + one.width ||
          one.y >= other.y + other.height ||
          other.y >= one.y + one.height,
      ),
  );
}
