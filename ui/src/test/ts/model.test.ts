import { describe, expect, it } from "vitest";
import { collapse, expand, hiddenAround, sceneOf } from "../../main/ts/graph/model";
import { AROUND_ATTENTION, AROUND_TRANSFORMER } from "./sample";

const first = sceneOf(AROUND_ATTENTION);
const opened = expand(first, AROUND_TRANSFORMER);

const places = (scene: typeof first): Record<string, [number, number]> =>
  Object.fromEntries([...scene.nodes].map(([slug, { x, y }]) => [slug, [x, y]]));

describe("a scene", () => {
  it("keeps every box where it was when another is opened", () => {
    const before = places(first);
    const after = places(opened);
    for (const [slug, place] of Object.entries(before)) {
      expect(after[slug]).toEqual(place);
    }
    expect([...opened.nodes.keys()]).toEqual(["attention", "softmax", "transformer", "bert", "gpt"]);
  });

  it("draws no edge twice", () => {
    expect(opened.edges.map((edge) => `${edge.from} ${edge.to}`)).toEqual([
      "attention softmax",
      "transformer attention",
      "bert transformer",
      "gpt transformer",
    ]);
  });

  it("counts what is hidden before and after an opening, and again after folding", () => {
    expect(hiddenAround(first, "transformer")).toEqual([{ relation: "prerequisite", inverse: true, count: 2 }]);
    expect(hiddenAround(opened, "transformer")).toEqual([]);
    expect(hiddenAround(collapse(opened, "transformer"), "transformer")).toEqual([
      { relation: "prerequisite", inverse: true, count: 2 },
    ]);
  });

  it("is as before after opening and folding", () => {
    const folded = collapse(opened, "transformer");
    expect(places(folded)).toEqual(places(first));
    expect(folded.edges).toEqual(first.edges);
    expect(folded.open).toEqual([]);
  });

  it("folds what a folded box had opened", () => {
    const deeper = expand(opened, { ...AROUND_TRANSFORMER, centre: "bert", nodes: [], edges: [] });
    expect(deeper.open).toEqual(["transformer", "bert"]);
    expect(collapse(deeper, "transformer").open).toEqual([]);
  });

  it("ignores an opening of what is not on screen or open already", () => {
    expect(expand(first, { ...AROUND_TRANSFORMER, centre: "elmo" })).toBe(first);
    expect(expand(opened, AROUND_TRANSFORMER)).toBe(opened);
  });
});
