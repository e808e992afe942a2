import { ask } from "./ask";
import { shortIri, type WorkbenchData } from "./data";

const AT_ONCE = 400;

/** Labels of things by IRI, in the reader's language where there is one. */
export class Labels {
  private readonly known = new Map<string, string>();
  private readonly asked = new Set<string>();

  constructor(
    private readonly data: WorkbenchData,
    private readonly language: "zh" | "en",
  ) {
    for (const term of data.terms) {
      this.known.set(term.iri, term[language]);
    }
  }

  /** Returns a thing's label, or undefined where none is known. */
  of(iri: string): string | undefined {
    return this.known.get(iri);
  }

  /** Returns what to call a thing: its label, else its IRI written short. */
  name(iri: string): string {
    return this.known.get(iri) ?? shortIri(iri, this.data.prefixes).replace(/^<(.*)>$/, "$1");
  }

  /** Asks for the labels that are not known yet. */
  async want(iris: Iterable<string>): Promise<void> {
    const own = [...iris].filter(
      (iri) => iri.startsWith(this.data.base) && !this.known.has(iri) && !this.asked.has(iri),
    );
    own.forEach((iri) => this.asked.add(iri));
    for (let from = 0; from < own.length; from += AT_ONCE) {
      await this.fetch(own.slice(from, from + AT_ONCE));
    }
  }

  private async fetch(iris: readonly string[]): Promise<void> {
    const answer = await ask(labelQuery(iris), "rows", iris.length * 12);
    if (answer.kind !== "table") {
      return;
    }
    const best = new Map<string, number>();
    for (const row of answer.table.rows) {
      const thing = row.get("thing");
      const label = row.get("label");
      if (thing?.type !== "uri" || label?.type !== "literal") {
        continue;
      }
      const fit = fitOf(label.lang, this.language);
      if (fit > (best.get(thing.value) ?? 0)) {
        best.set(thing.value, fit);
        this.known.set(thing.value, label.value);
      }
    }
  }
}

/**
 * Says how well a text of a language serves a reader: 3 the same language whatever its region or script, 2 no language, 1 another.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export function fitOf(tag: string, language: "zh" | "en"): number {
  if (tag === "") {
    return 2;
  }
  return tag.toLowerCase().split("-")[0] === language ? 3 : 1;
}

/** Returns the query for the labels of some things. */
export function labelQuery(iris: readonly string[]): string {
  const values = iris.filter((iri) => !/[<>"{}|^`\\\s]/.test(iri)).map((iri) => `<${iri}>`);
  return `PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label WHERE {
  VALUES ?thing { ${values.join(" ")} }
  ?thing skos:prefLabel|rdfs:label|dcterms:title|schema:name ?label
}`;
}
