import { mountGraph } from "../graph/mount";
import { pageAddress } from "../page/address";
import { element } from "../page/dom";
import { languageOf } from "../page/i18n";
import type { Writing } from "./cells";
import { pageOf, word } from "./data";
import { graphColumns, pictureOf } from "./graphmodel";
import type { Table } from "./result";

const KINDS = ["Model", "Method", "Task", "Metric", "Resource", "Tool", "Foundation", "Discovered"];

/** Shows a graph, or rows of things that belong together, on the canvas of Explore. */
export function graphView(table: Table, { data, labels }: Writing): HTMLElement {
  const columns = graphColumns(table);
  if (columns === undefined) {
    return element("p", { class: "notice" }, word("graph.none"));
  }
  const own = `${data.base}ontology#`;
  const kinds = new Map(KINDS.map((kind) => [own + kind, kind.toLowerCase()]));
  const picture = pictureOf(
    table,
    columns,
    (iri) => labels.name(iri),
    (type) => kinds.get(type),
  );
  if (picture.nodes.length === 0) {
    return element("p", { class: "notice" }, word("graph.none"));
  }
  const host = element("div", { class: "graphview" });
  const root = element("div", {}, host);
  if (picture.left > 0) {
    root.append(element("p", { class: "notice" }, word("graph.cut", picture.left)));
  }
  const nodes = picture.nodes.map((node) => {
    const iri = /^<(.*)>$/.exec(node.id)?.[1];
    const page = iri === undefined ? undefined : pageOf(iri, data.base);
    return {
      id: node.id,
      label: node.label,
      lang: languageOf(node.label),
      ...(node.kind === "" ? {} : { kind: node.kind }),
      ...(page === undefined ? {} : { href: page.startsWith("/") ? pageAddress(page) : page }),
    };
  });
  const edges = picture.edges.map((edge) => {
    const isOwn = edge.property.startsWith(own);
    const relation = isOwn ? edge.property.slice(own.length) : /#(broader|related)$/.exec(edge.property)?.[1];
    return {
      from: edge.from,
      to: edge.to,
      label: edge.property === "" ? "" : labels.name(edge.property),
      property: relation ?? edge.property,
      turned: relation === "prerequisite",
    };
  });
  const show = (): void => {
    mountGraph(
      host,
      { nodes, edges },
      {
        name: word("graph.name", nodes.length, edges.length),
        file: "zhitu-query",
      },
    );
  };
  // The canvas measures itself, so it is made once it is in the page.
  requestAnimationFrame(show);
  return root;
}
