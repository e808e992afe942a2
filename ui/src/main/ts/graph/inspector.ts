import type { Hidden } from "../api";
import { conceptAddress, pageAddress } from "../page/address";
import { element } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import type { Placed } from "./model";

/** What the panel beside the picture says of the selected concept. */
export interface Selection {
  readonly box: Placed;
  readonly hidden: readonly Hidden[];
  readonly isOpen: boolean;
  readonly isCentre: boolean;
  readonly toggle: () => void;
  readonly centre: () => void;
}

/** Writes the panel: what is hidden is counted before it is opened. */
export function writeInspector(panel: HTMLElement, selection: Selection): void {
  const { concept } = selection.box;
  const parts: Node[] = [
    element("h2", { lang: languageOf(concept.label) }, concept.label),
    element("p", {}, element("a", { href: conceptAddress(concept.slug) }, text("page"))),
  ];
  if (selection.hidden.length > 0) {
    const counts = selection.hidden.map((hidden) => {
      const key = `group.${hidden.relation}${hidden.inverse ? ".inverse" : ""}`;
      const name = text(key) === key ? text(`group.${hidden.relation}`) : text(key);
      return element("li", {}, `${name} `, element("span", { class: "count" }, `+${hidden.count}`));
    });
    parts.push(element("ul", { class: "plain counts" }, ...counts));
  } else {
    parts.push(element("p", { class: "quiet" }, text("none")));
  }
  const actions = element("p", { class: "actions" });
  if (selection.isOpen || selection.hidden.length > 0) {
    actions.append(button(text(selection.isOpen ? "collapse" : "expand"), selection.toggle));
  }
  if (!selection.isCentre) {
    actions.append(" ", button(text("centre"), selection.centre));
  }
  actions.append(
    " ",
    element("a", { class: "button", href: pageAddress("/path", { goal: concept.slug }) }, text("plan")),
  );
  parts.push(actions);
  panel.replaceChildren(...parts);
}

function button(label: string, deed: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", deed);
  return made;
}
