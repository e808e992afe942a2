import { describe, expect, it } from "vitest";
import { queryFor } from "../../main/ts/graph/table";

const WRITTEN = `PREFIX c: <https://example.org/id/concept/>
SELECT ?from ?relation ?to
WHERE {
  VALUES ?from { c:bert }
  VALUES ?relation { <urn:x:r> }
  ?from ?relation ?to
  FILTER (?to IN (c:bert))
}`;

describe("the query behind a drawing", () => {
  it("asks for the concepts and relations that the table shows", () => {
    const address = `http://localhost/sparql?query=${encodeURIComponent(WRITTEN)}&lang=zh`;
    const url = new URL(
      queryFor(address, [
        { from: "bert", relation: "prerequisite", to: "自注意力" },
        { from: "bert", relation: "related", to: "c++" },
        { from: "自注意力", relation: "prerequisite", to: "softmax" },
      ]),
    );
    expect(url.searchParams.get("lang")).toBe("zh");
    const query = url.searchParams.get("query");
    expect(query).toContain(
      `VALUES ?from { c:bert <https://example.org/id/concept/${encodeURIComponent("自注意力")}> }`,
    );
    expect(query).toContain("VALUES ?relation { zt:prerequisite skos:related }");
    expect(query).toContain(
      `?to IN (<https://example.org/id/concept/c%2B%2B>, c:softmax, <https://example.org/id/concept/${encodeURIComponent("自注意力")}>)`,
    );
  });

  it("asks for nothing where nothing is drawn", () => {
    const address = `http://localhost/sparql?query=${encodeURIComponent(WRITTEN)}`;
    expect(new URL(queryFor(address, [])).searchParams.get("query")).toContain("VALUES ?from {  }");
  });
});
