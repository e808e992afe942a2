import { describe, expect, it } from "vitest";
import { conceptAt, parseMarks } from "../../main/ts/study/marks";

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

  it("belong to links to a concept's page or step, in whatever language", () => {
    expect(conceptAt("/concept/self-attention?lang=zh#top")).toBe("self-attention");
    expect(conceptAt("/concept/bert")).toBe("bert");
    expect(conceptAt("#step-self-attention")).toBe("self-attention");
    for (const other of [
      "/concept/bert.json",
      "/concepts/bert",
      "/explore?concept=bert",
      "/path?goal=bert#step-bert",
      "https://example.org/concept/bert",
    ]) {
      expect(conceptAt(other)).toBeUndefined();
    }
  });
});
