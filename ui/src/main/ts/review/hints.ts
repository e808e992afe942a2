import type { ConceptCard } from "../api";
import { element } from "../page/dom";
import { contentLanguage, languageOf, text } from "../page/i18n";

/** What helps to remember, step by step: what it belongs to, what it builds on, what is near, at last what it is. */
export function hints(concepts: readonly ConceptCard[]): HTMLElement[] {
  const own = new Set(concepts.map(({ slug }) => slug));
  const names = (some: readonly { slug: string; label: string }[]): string[] =>
    [...new Set(some.filter(({ slug }) => !own.has(slug)).map(({ label }) => label))].slice(0, 5);
  const steps: [string, string[]][] = [
    ["broader", names(concepts.flatMap(({ broader }) => broader))],
    [
      "builds",
      names(
        concepts.flatMap(({ prerequisites }) =>
          prerequisites.filter(({ required }) => required).map(({ concept }) => concept),
        ),
      ),
    ],
    [
      "near",
      names(
        concepts.flatMap(({ relations }) =>
          relations.flatMap((relation) => relation.concepts.map(({ concept }) => concept)),
        ),
      ),
    ],
    ["about", concepts.map(({ label }) => label)],
  ];
  const lines = steps
    .filter(([, labels]) => labels.length > 0)
    .map(([key, labels]) => element("li", {}, text(`review.hint.${key}`, labels.join(text("review.comma")))));
  const definitions = concepts.flatMap(({ definition }) => {
    const said = definition[contentLanguage()] ?? Object.values(definition)[0] ?? "";
    return said === "" ? [] : [element("li", { lang: languageOf(said) }, said)];
  });
  return [...lines, ...definitions];
}
