import { describe, expect, it } from "vitest";
import { readState, writeState, type ViewState } from "../../main/ts/graph/state";

const NAMES = [
  "bert",
  "c#",
  "r&d",
  "注意力 机制",
  "50%",
  "a,b",
  "a=b?",
  "+1",
  "%2C",
  "é",
  "😀",
  "https://w3id.org/zhitu/id/concept/x#y",
];

/** A fixed sequence of numbers in [0, n), so that every run tries the same states. */
function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

describe("the address of a view", () => {
  it("leads back to the same view, whatever the names", () => {
    const next = numbers(7);
    const some = (most: number): string[] => Array.from({ length: next(most) }, () => NAMES[next(NAMES.length)] ?? "");
    for (let i = 0; i < 500; i++) {
      const state: ViewState = {
        concept: NAMES[next(NAMES.length)] ?? "",
        depth: 1 + next(6),
        relations: some(4),
        open: some(5),
        at: next(2) === 0 ? "" : (NAMES[next(NAMES.length)] ?? ""),
      };
      expect(readState(`?${writeState(state)}`)).toEqual(state);
    }
  });

  it("reads what the form without script sends", () => {
    const state = readState(
      "?concept=%E6%B3%A8%E6%84%8F%E5%8A%9B&depth=2&relations=prerequisite&relations=partOf&lang=zh",
    );
    expect(state).toEqual({ concept: "注意力", depth: 2, relations: ["prerequisite", "partOf"], open: [], at: "" });
  });

  it("keeps the depth within its bounds", () => {
    expect(["0", "99", "-1", "x", ""].map((depth) => readState(`?depth=${depth}`).depth)).toEqual([1, 6, 1, 1, 1]);
  });

  it("is short for the usual view", () => {
    expect(writeState({ concept: "bert", depth: 1, relations: [], open: [], at: "" })).toBe("concept=bert");
  });
});
