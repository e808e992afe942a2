import { expect, test } from "vitest";
import { addressOf, stepOf, STEPS } from "../../main/ts/tour";

test("the address names the step, and nothing else does", () => {
  expect(["?tour=3", "?lang=zh&tour=1", "?tour=0", "?tour=99", "?tour=x", ""].map(stepOf)).toEqual([
    3,
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a step keeps the language that the reader chose", () => {
  expect(addressOf(4, "?lang=zh&tour=3")).toBe("/explore?concept=attention-mechanism&tour=4&lang=zh");
  expect(addressOf(STEPS.length, "")).toBe("/sparql?tour=6");
});
