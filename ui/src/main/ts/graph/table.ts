import type { Concept } from "../api";
import { conceptAddress } from "../page/address";
import { element, shape } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import type { Scene } from "./model";

function link(concept: Concept): HTMLAnchorElement {
  const glyph = shape("svg", { class: `glyph kind-${concept.kind}`, width: 12, height: 12, "aria-hidden": "true" });
  glyph.append(shape("use", { href: `#k-${concept.kind}` }));
  const label = element("span", { lang: languageOf(concept.label) }, concept.label);
  return element("a", { class: "concept", href: conceptAddress(concept.slug) }, glyph, label);
}

/** Writes the same as the picture shows into a table's body, the selected concept's rows marked. */
export function writeTable(body: HTMLTableSectionElement, scene: Scene, selected: string): void {
  const rows = scene.edges.flatMap((edge) => {
    const from = scene.nodes.get(edge.from);
    const to = scene.nodes.get(edge.to);
    if (from === undefined || to === undefined) {
      return [];
    }
    const near = edge.from === selected || edge.to === selected;
    return [
      element(
        "tr",
        near ? { class: "near" } : {},
        element("td", {}, link(from.concept)),
        element("td", {}, text(`edge.${edge.relation}`)),
        element("td", {}, link(to.concept)),
        element("td", edge.reason === "" ? {} : { lang: languageOf(edge.reason) }, edge.reason),
      ),
    ];
  });
  body.replaceChildren(...rows);
}
