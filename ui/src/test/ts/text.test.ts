import { describe, expect, it } from "vitest";
import { pageAddress } from "../../main/ts/page/address";
import { format, languageOf } from "../../main/ts/page/i18n";
import { nearestAnchor } from "../../main/ts/page/lines";
import { complete, highlight, lastPiece } from "../../main/ts/search/pieces";
import { parseKnown } from "../../main/ts/study/known";
import { mergeNames } from "../../main/ts/study/names";

describe("texts", () => {
  it("fill their holes and leave those without a value", () => {
    expect(format("还有 {0} 个，共 {1}", 3)).toBe("还有 3 个，共 {1}");
  });

  it("know their language", () => {
    expect(["BERT", "自注意力 (self-attention)", ""].map(languageOf)).toEqual(["en", "zh", "en"]);
  });
});

describe("an input for several names", () => {
  it("suggests for the last one, with either comma", () => {
    expect(lastPiece("BERT，自注")).toEqual({ before: "BERT，", name: "自注" });
    expect(complete(lastPiece("BERT, self"), "自注意力")).toBe("BERT, 自注意力");
    expect(complete(lastPiece("be"), "BERT")).toBe("BERT");
  });

  it("joins what is written with what is remembered, each once", () => {
    expect(mergeNames("softmax，词向量,softmax", ["bert", "softmax"])).toEqual(["softmax", "词向量", "bert"]);
  });
});

describe("a match", () => {
  it("is cut out of its text", () => {
    expect(highlight("自注意力机制", 1, 4)).toEqual(["自", "注意力", "机制"]);
  });

  it("stays within its text", () => {
    expect(highlight("ab", -1, 9)).toEqual(["", "ab", ""]);
    expect(highlight("ab", 5, 1)).toEqual(["ab", "", ""]);
  });
});

describe("what is known", () => {
  it("is read with care", () => {
    const stored = [null, "", "{", "3", '["bert","<b>",7,"bert","a-b"]'];
    expect(stored.map(parseKnown)).toEqual([[], [], [], [], ["a-b", "bert"]]);
  });
});

describe("the address of a page", () => {
  it("keeps the language that was chosen", () => {
    expect(pageAddress("/path", { goal: "r&d #1" }, "?lang=zh")).toBe("/path?goal=r%26d+%231&lang=zh");
    expect(pageAddress("/path", {}, "?q=x")).toBe("/path");
  });
});

describe("a line of a note", () => {
  it("is found at the last anchor before it", () => {
    const anchors = ["content", "L3", "L20", "L12"];
    expect(["L12", "L19", "L2", "L99", "x"].map((line) => nearestAnchor(anchors, line))).toEqual([
      "L12",
      "L12",
      undefined,
      "L20",
      undefined,
    ]);
  });
});
