import { describe, expect, it } from "vitest";
import { matches } from "../../main/ts/search/actions";

describe("an action of the palette", () => {
  it("is meant by the beginning of a word", () => {
    expect(matches("load", "report", "Load report")).toBe(true);
    expect(matches("rep", "report", "Load report")).toBe(true);
    expect(matches("oad", "report", "Load report")).toBe(false);
  });

  it("is meant by any part of its Chinese text, and by its key whatever the language", () => {
    expect(matches("报告", "report", "载入报告")).toBe(true);
    expect(matches("report", "report", "载入报告")).toBe(true);
    expect(matches("ｒｅｐｏｒｔ", "report", "载入报告")).toBe(true);
    expect(matches("路径", "report", "载入报告")).toBe(false);
  });
});
