import type { Concept, Edge } from "../api";
import { conceptAddress } from "../page/address";
import { element, shape } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import { edgeKey, type Scene } from "./model";
import { edgeSentence } from "./words";

function link(concept: Concept): HTMLAnchorElement {
  const glyph = shape("svg", { class: `glyph kind-${concept.kind}`, width: 12, height: 12, "aria-hidden": "true" });
  glyph.append(shape("use", { href: `#k-${concept.kind}` }));
  const label = element("span", { lang: languageOf(concept.label) }, concept.label);
  return element("a", { class: "concept", href: conceptAddress(concept.slug) }, glyph, label);
}

const SKOS = new Set(["broader", "related"]);

/** Writes a slug as the names of concepts do. */
function segment(slug: string): string {
  return encodeURIComponent(slug)
    .replaceAll("%2F", "/")
    .replace(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Returns the address of the query behind a table, as the server wrote it, with the concepts and relations of other edges. */
export function queryFor(address: string, edges: readonly Pick<Edge, "from" | "relation" | "to">[]): string {
  const url = new URL(address);
  const query = url.searchParams.get("query") ?? "";
  const base = /PREFIX c: <([^>]*)>/.exec(query)?.[1] ?? "";
  const name = (slug: string): string =>
    /^[A-Za-z][A-Za-z0-9-]*$/.test(slug) ? `c:${slug}` : `<${base}${segment(slug)}>`;
  const names = (slugs: string[]): string[] => [...new Set(slugs)].sort().map(name);
  const relations = [...new Set(edges.map((edge) => edge.relation))].sort();
  const properties = relations.map((relation) => `${SKOS.has(relation) ? "skos" : "zt"}:${relation}`);
  url.searchParams.set(
    "query",
    query
      .replace(/VALUES \?from \{[^}]*\}/, () => `VALUES ?from { ${names(edges.map((edge) => edge.from)).join(" ")} }`)
      .replace(/VALUES \?relation \{[^}]*\}/, () => `VALUES ?relation { ${properties.join(" ")} }`)
      .replace(/\?to IN \([^)]*\)/, () => `?to IN (${names(edges.map((edge) => edge.to)).join(", ")})`),
  );
  return url.href;
}

/**
 * Writes the same as the picture shows into a table's body, the selected concept's rows marked.
 *
 * @param shown whether an edge is on screen
 * @param show  shows an edge in the picture
 */
export function writeTable(
  body: HTMLTableSectionElement,
  scene: Scene,
  selected: string,
  shown: (key: string) => boolean,
  show: (key: string) => void,
): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["show"] : undefined;
  const rows = scene.edges.flatMap((edge) => {
    const from = scene.nodes.get(edge.from);
    const to = scene.nodes.get(edge.to);
    const key = edgeKey(edge);
    if (from === undefined || to === undefined || !shown(key)) {
      return [];
    }
    const near = edge.from === selected || edge.to === selected;
    const name = text("explore.show", edgeSentence(scene, edge));
    const button = element("button", { type: "button", class: "show", "data-show": key, "aria-label": name }, "◎");
    button.addEventListener("click", () => show(key));
    return [
      element(
        "tr",
        near ? { class: "near" } : {},
        element("td", {}, link(from.concept)),
        element("td", {}, button, " ", text(`edge.${edge.relation}`)),
        element("td", {}, link(to.concept)),
        element("td", edge.reason === "" ? {} : { lang: languageOf(edge.reason) }, edge.reason),
      ),
    ];
  });
  body.replaceChildren(...rows);
  const asked = body.closest("section")?.querySelector<HTMLAnchorElement>(".showquery a");
  if (asked) {
    asked.href = queryFor(
      asked.href,
      scene.edges.filter((edge) => shown(edgeKey(edge))),
    );
  }
  if (focused !== undefined) {
    body.querySelector<HTMLElement>(`[data-show="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}
