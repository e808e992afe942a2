import { describe, expect, test } from "vitest";
import { firstChoice, numericColumns, points, ticks } from "../../main/ts/sparql/chartmodel";
import { comesByItself, missingPrefixes, soughtIn, termsFor, typedAt } from "../../main/ts/sparql/complete";
import { pageOf, shortIri, type WorkbenchData } from "../../main/ts/sparql/data";
import { fitting, typeOf } from "../../main/ts/sparql/examples";
import { graphColumns, pictureOf } from "../../main/ts/sparql/graphmodel";
import { fitOf, labelQuery } from "../../main/ts/sparql/labels";
import { readTriples } from "../../main/ts/sparql/ntriples";
import { irisOf, keyOf, readRows, type JsonResults } from "../../main/ts/sparql/result";
import { filtered, nextOrder, sorted, textOf } from "../../main/ts/sparql/tablemodel";
import { added, changed, closed, current, oneTab, opened, readTabs } from "../../main/ts/sparql/tabs";
import { forest, treeColumns } from "../../main/ts/sparql/treemodel";

const BASE = "https://w3id.org/zhitu/";
const C = `${BASE}id/concept/`;
const XSD = "http://www.w3.org/2001/XMLSchema#";
const uri = (value: string): { type: string; value: string } => ({
  type: "uri",
  value,
});
const int = (value: number): { type: string; value: string; datatype: string } => ({
  type: "literal",
  value: String(value),
  datatype: `${XSD}integer`,
});
const text = (value: string, lang = ""): { type: string; value: string; "xml:lang"?: string } =>
  lang === "" ? { type: "literal", value } : { type: "literal", value, "xml:lang": lang };
const json = (vars: string[], ...bindings: Record<string, never | object>[]): JsonResults =>
  ({ head: { vars }, results: { bindings } }) as unknown as JsonResults;
const name = (iri: string): string => ({ [`${C}bert`]: "BERT", [`${C}zyl`]: "注意力" })[iri] ?? iri;
const data: WorkbenchData = {
  base: BASE,
  prefixes: {
    c: C,
    zt: `${BASE}ontology#`,
    skos: "http://www.w3.org/2004/02/skos/core#",
  },
  terms: [
    {
      iri: `${BASE}ontology#prerequisite`,
      name: "zt:prerequisite",
      sort: "property",
      en: "prerequisite",
      zh: "先修",
      definition: "…",
    },
    {
      iri: `${BASE}ontology#Model`,
      name: "zt:Model",
      sort: "class",
      en: "model",
      zh: "模型",
      definition: "…",
    },
    {
      iri: "http://www.w3.org/2004/02/skos/core#prefLabel",
      name: "skos:prefLabel",
      sort: "property",
      en: "preferred label",
      zh: "首选名称",
      definition: "…",
    },
  ],
  words: {},
};

describe("results", () => {
  const answer = json(
    ["concept", "label", "n"],
    { concept: uri(`${C}zyl`), label: text("注意力", "zh"), n: int(12) },
    { concept: uri(`${C}bert`), label: text("BERT", "en"), n: int(9) },
    { concept: uri(`${C}bert`), n: int(100) },
  );
  const table = readRows(answer, 10);
  const collator = new Intl.Collator("zh");

  test("rows beyond the most are left out, and the table says so", () => {
    expect(readRows(answer, 2)).toMatchObject({
      cut: true,
      rows: { length: 2 },
    });
    expect(table.cut).toBe(false);
    expect(irisOf(table)).toEqual([`${C}zyl`, `${C}bert`]);
  });

  test("numbers are sorted by value, what is missing comes last either way", () => {
    const order = (column: string, descending: boolean): string[] =>
      sorted(table.rows, { column, descending }, name, collator).map((row) => textOf(row.get("n"), name));
    expect(order("n", false)).toEqual(["9", "12", "100"]);
    expect(order("n", true)).toEqual(["100", "12", "9"]);
    expect(order("label", false).at(-1)).toBe("100");
    expect(order("label", true).at(-1)).toBe("100");
  });

  test("a filter finds labels in Chinese as well as parts of IRIs", () => {
    expect(filtered(table, "注意", name)).toHaveLength(1);
    expect(filtered(table, "concept/bert 100", name)).toHaveLength(1);
    expect(filtered(table, "没有", name)).toHaveLength(0);
  });

  test("a head is clicked through up, down and as it came", () => {
    const up = nextOrder(undefined, "n");
    const down = nextOrder(up, "n");
    expect([up, down, nextOrder(down, "n")]).toEqual([
      { column: "n", descending: false },
      { column: "n", descending: true },
      undefined,
    ]);
  });

  test("N-Triples are read with escapes, languages, types, blank nodes and triple terms", () => {
    const read = readTriples(
      `VERSION "1.2"
<https://e.org/a> <https://e.org/p> "一\\n\\u4e8c \\"x\\""@zh-Hans .
_:b0 <https://e.org/p> "3"^^<${XSD}integer> .
_:r <https://e.org/reifies> <<( <https://e.org/a> <https://e.org/p> _:b0 )>> .
`,
      2,
    );
    expect(read).toMatchObject({ isGraph: true, cut: true });
    expect(read.rows[0]?.get("object")).toEqual({
      type: "literal",
      value: '一\n二 "x"',
      lang: "zh-Hans",
      datatype: "",
    });
    const whole = readTriples("_:r <x:p> <<( <x:a> <x:p> _:b )>> .", 9);
    expect(keyOf(whole.rows[0]?.get("object") ?? { type: "bnode", value: "" })).toBe("<<(<x:a> <x:p> _:b)>>");
  });
});

describe("charts", () => {
  test("a count by label is a chart of two columns", () => {
    const table = readRows(
      json(["label", "n"], { label: text("注意力"), n: int(3) }, { label: text("BERT"), n: int(5) }),
      9,
    );
    expect(numericColumns(table)).toEqual(["n"]);
    const choice = firstChoice(table);
    expect(choice).toEqual({ label: "label", value: "n" });
    expect(choice && points(table.rows, choice, name)).toEqual([
      { label: "注意力", value: 3 },
      { label: "BERT", value: 5 },
    ]);
  });

  test("rows with years are counted by year; words alone make no chart", () => {
    const year = (value: string): object => ({
      type: "literal",
      value,
      datatype: `${XSD}gYear`,
    });
    const table = readRows(
      json(["year", "title"], { year: year("2017"), title: text("a") }, { year: year("2017"), title: text("b") }),
      9,
    );
    const choice = firstChoice(table);
    expect(choice && points(table.rows, choice, name)).toEqual([{ label: "2017", value: 2 }]);
    expect(firstChoice(readRows(json(["a"], { a: text("x") }), 9))).toBeUndefined();
  });

  test.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [-3, 3, 3, [-4, -2, 0, 2, 4]],
    [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
    [0, 0, 5, [0]],
  ])("ticks from %d to %d are round", (least, greatest, wanted, expected) => {
    expect(ticks(least, greatest, wanted)).toEqual(expected);
  });
});

describe("trees", () => {
  const pairs = (...rows: [string, string][]): JsonResults =>
    json(
      ["below", "topic"],
      ...rows.map(([below, topic]) => ({
        below: text(below),
        topic: text(topic),
      })),
    );

  test("columns are known by name, whatever their order", () => {
    expect(treeColumns(readRows(json(["parent", "child"]), 9))).toEqual({
      child: "child",
      parent: "parent",
    });
    expect(treeColumns(readRows(json(["x", "y"]), 9))).toEqual({
      child: "x",
      parent: "y",
    });
    expect(treeColumns(readRows(json(["x"]), 9))).toBeUndefined();
  });

  test("a thing with two parents stands below both, and a circle has a first", () => {
    const all = forest(
      readRows(pairs(["自注意力", "注意力"], ["自注意力", "Transformer"], ["a", "b"], ["b", "a"]), 9),
      "below",
      "topic",
    );
    expect(all.roots.map((root) => textOf(root.term, name))).toEqual(["注意力", "Transformer", "b"]);
    expect(all.below.get(all.roots[1]?.key ?? "")?.map((each) => textOf(each.term, name))).toEqual(["自注意力"]);
  });
});

describe("graphs", () => {
  test("texts are no nodes: labels name things, types shape them", () => {
    const table = readTriples(
      `<${C}bert> <${BASE}ontology#prerequisite> <${C}new> .
<${C}new> <http://www.w3.org/2004/02/skos/core#prefLabel> "新概念"@zh .
<${C}bert> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${BASE}ontology#Model> .`,
      9,
    );
    const columns = graphColumns(table);
    const picture =
      columns && pictureOf(table, columns, name, (type) => (type.endsWith("#Model") ? "model" : undefined));
    expect(picture?.nodes).toEqual([
      { id: `<${C}bert>`, label: "BERT", kind: "model" },
      { id: `<${C}new>`, label: "新概念", kind: "" },
    ]);
    expect(picture?.edges).toHaveLength(1);
  });

  test("two columns of things are a graph, a thing and a text are not", () => {
    expect(graphColumns(readRows(json(["a", "b"], { a: uri("x:a"), b: uri("x:b") }), 9))).toEqual({
      from: "a",
      property: "",
      to: "b",
    });
    expect(graphColumns(readRows(json(["a", "b"], { a: uri("x:a"), b: text("b") }), 9))).toBeUndefined();
  });
});

describe("completion", () => {
  test.each([
    ["SELECT * { ?x ?p 注意力", "注意力", "subject"],
    ["SELECT * { ?x zt:pre", "zt:pre", "predicate"],
    ["SELECT * { ?x a zt:Mo", "zt:Mo", "class"],
    ["SELECT * { ?x a zt:Model ; pref", "pref", "predicate"],
    ["SELECT * { <https://w3id.org/zhitu/id/concept/bert", "<https://w3id.org/zhitu/id/concept/bert", "subject"],
    ["PREFIX sk", "sk", "prefix"],
  ])("%s: what is typed and where", (before, typed, place) => {
    expect(typedAt(before)).toMatchObject({ text: typed, place });
  });

  test.each(["SELECT ?att", 'SELECT * { ?x ?p "注意力', "# attention"])("nothing is proposed in %s", (before) => {
    expect(typedAt(before)).toBeUndefined();
  });

  test("a word of the language is left alone, a Chinese word is not", () => {
    const typed = (text: string): boolean => comesByItself({ text, from: 0, place: "subject" });
    expect(["FILT", "OPTI", "SELE", "att", "注", "attention", "zt:pr"].map(typed)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  test("terms are found by their labels in both languages, those that fit the place first", () => {
    const at = (text: string, place: "predicate" | "class"): string[] =>
      termsFor({ text, from: 0, place }, data, "zh").map((proposal) => proposal.write);
    expect(at("先修", "predicate")).toEqual(["zt:prerequisite"]);
    expect(at("pre", "predicate")).toEqual(["skos:prefLabel", "zt:prerequisite"]);
    expect(at("zt:pre", "predicate")).toEqual(["zt:prerequisite"]);
    expect(at("模", "class")).toEqual(["zt:Model"]);
    expect(soughtIn("c:self-att")).toBe("self-att");
  });

  test("a prefix that is not declared comes along", () => {
    expect(missingPrefixes("c:bert", {}, data)).toEqual({ c: C });
    expect(missingPrefixes("c:bert", { c: C }, data)).toEqual({});
    expect(missingPrefixes("<https://x.org/>", {}, data)).toEqual({});
  });
});

describe("names and pages", () => {
  test("IRIs are written short where they can be, and lead to their pages", () => {
    expect(shortIri(`${C}bert`, data.prefixes)).toBe("c:bert");
    expect(shortIri(`${C}a/b`, data.prefixes)).toBe(`<${C}a/b>`);
    expect(pageOf(`${C}bert`, BASE)).toBe("/concept/bert");
    expect(pageOf(`${BASE}id/note/%E6%B3%A8.md#L3`, BASE)).toBe("/note/%E6%B3%A8.md#L3");
    expect(pageOf(`${BASE}ontology#Model`, BASE)).toBe("/ontology#Model");
    expect(pageOf("https://example.org/", BASE)).toBe("https://example.org/");
    expect(pageOf("urn:x", BASE)).toBeUndefined();
  });

  test("labels fit by language whatever the region; what cannot stand between angle brackets is not asked for", () => {
    expect([fitOf("zh-Hant", "zh"), fitOf("en-GB", "en"), fitOf("", "zh"), fitOf("en", "zh")]).toEqual([3, 3, 2, 1]);
    expect(labelQuery(["x:a", "x:b>"])).toContain("VALUES ?thing { <x:a> }");
  });
});

describe("examples", () => {
  const all = [
    {
      title: "没有回答的问题",
      tags: ["questions", "gaps"],
      query: "SELECT ?q {}",
    },
    { title: "年份", tags: ["history"], query: "SELECT ?y {}" },
  ];

  test("they are found by words, by tag and by what a tag is called", () => {
    const called = (tag: string): string => ({ gaps: "缺口" })[tag] ?? tag;
    expect(fitting(all, "缺口", "", called)).toEqual([all[0]]);
    expect(fitting(all, "", "history", called)).toEqual([all[1]]);
    expect(fitting(all, "?q", "history", called)).toEqual([]);
  });

  test("the type of a query is its first word after the prologue", () => {
    expect(typeOf("# SELECT\nPREFIX c: <https://x/#construct>\nconstruct {}")).toBe("CONSTRUCT");
    expect(typeOf("BASE <x:>\nASK {}")).toBe("ASK");
  });
});

describe("tabs", () => {
  test("they open, close and never run out", () => {
    const two = added(oneTab("a", "SELECT 1"), "问题", "SELECT 2");
    expect(current(two).name).toBe("问题");
    expect(current(closed(two, "")).name).toBe("a");
    expect(closed(closed(two, ""), "").all).toHaveLength(1);
    expect(opened(two, "x", " SELECT 1 ").all).toHaveLength(2);
    expect(current(changed(two, { view: "chart" })).view).toBe("chart");
  });

  test("what the browser kept is read, and what is broken is not", () => {
    const two = added(oneTab("a", "SELECT 1"), "b", "SELECT 2");
    expect(readTabs(JSON.stringify(two))).toEqual(two);
    for (const broken of [null, "", "[]", '{"all":[]}', '{"all":[{"id":"x"}],"open":1}']) {
      expect(readTabs(broken)).toBeUndefined();
    }
  });
});
