import { describe, expect, it } from "vitest";
import { parseMarks } from "../../main/ts/study/marks";

describe("the marks that the browser remembers", () => {
  it("are read as they were stored", () => {
    expect([...parseMarks('{"bert":"learning","crf":"later"}')]).toEqual([
      ["bert", "learning"],
      ["crf", "later"],
    ]);
  });

  it("leave out what is no slug or no mark", () => {
    expect(parseMarks('{"注意力":"later","a b":"later","bert":"known","gpt":7}').size).toBe(0);
    for (const nonsense of [null, "", "null", "[1]", "{", '"x"']) {
      expect(parseMarks(nonsense).size).toBe(0);
    }
  });
});
