import { concept } from "../api";
import { conceptAddress, pageAddress } from "../page/address";
import { element } from "../page/dom";
import { contentLanguage, languageOf, text } from "../page/i18n";
import { allMarks } from "../study/marks";

/** What is known of a concept before the server is asked. */
export interface Sketch {
  readonly slug: string;
  readonly label: string;
  readonly area: string;
  readonly year: number;
}

/** Writes the card of a concept; its definition follows as soon as it is there. */
export function writeCard(card: HTMLElement, of: Sketch, close: () => void): void {
  const definition = element("p", { class: "definition", "aria-busy": "true" });
  const mark = allMarks().get(of.slug);
  const button = element("button", { type: "button", class: "close", "aria-label": text("atlas.close") }, "×");
  button.addEventListener("click", close);
  const facts = [
    of.area,
    ...(of.year > 0 ? [text("atlas.year", of.year)] : []),
    ...(mark ? [text(`mark.${mark}`)] : []),
  ];
  card.replaceChildren(
    button,
    element("h2", { lang: languageOf(of.label), tabindex: "-1" }, of.label),
    element("p", { class: "quiet" }, facts.join(" · ")),
    definition,
    element(
      "p",
      { class: "actions" },
      element("a", { href: conceptAddress(of.slug) }, text("page")),
      element("a", { href: pageAddress("/explore", { concept: of.slug }) }, text("atlas.explore")),
      element("a", { href: pageAddress("/path", { goal: of.slug }) }, text("plan")),
    ),
  );
  card.hidden = false;
  concept(of.slug)
    .then((found) => {
      const words = found.definition[contentLanguage()] ?? found.definition.en ?? found.definition.zh;
      definition.textContent = words ?? text("atlas.definition");
      definition.lang = languageOf(definition.textContent ?? "");
    })
    .catch(() => (definition.textContent = text("failed")))
    .finally(() => definition.removeAttribute("aria-busy"));
}
