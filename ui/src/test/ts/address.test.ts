import { describe, expect, it } from "vitest";
import { pageAddress } from "../../main/ts/page/address";

describe("addresses of pages", () => {
  it("keep the languages of the page and of names where the reader chose them", () => {
    expect(pageAddress("/path", { goal: "bert" }, "?lang=en&content=zh&from=2")).toBe(
      "/path?goal=bert&lang=en&content=zh",
    );
    expect(pageAddress("/topics", { content: "en" }, "?content=zh")).toBe("/topics?content=en");
    expect(pageAddress("/topics", {}, "?q=x")).toBe("/topics");
  });
});
