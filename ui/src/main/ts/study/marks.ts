import { markSign as signOnBox } from "../graph/sign";
import { announce, element } from "../page/dom";
import { text } from "../page/i18n";
import { allMarks, setMark, type Mark } from "./known";
import { firstTime, migrate, onOtherTab, restoreMirror } from "./log";

export { allMarks, parseMarks, setMark, type Mark } from "./known";

const SIGNS: Record<Mark, string> = { known: "✓", learning: "◐", later: "○" };

/** The links that are called after a concept: to its page, to its step of a plan, or to a page about it. */
const LINKS = ["a[href^='/concept/']", "a[href^='#step-']", "a[data-concept]"].map((link) => `${link}:not(svg a)`);

/** Returns the concept whose page or step an address leads to; none for its twins and for other pages. */
export function conceptAt(address: string): string | undefined {
  return /^(?:\/concept\/|#step-)([a-z0-9-]+)(?:[?#]|$)/.exec(address)?.[1];
}

/**
 * Shows beside each link to a concept how far the reader is with it: by a sign, by colour, and in words for who listens. In
 * pictures that the server drew, by a sign on the box.
 */
export function showMarks(root: ParentNode): void {
  const marks = allMarks();
  for (const box of root.querySelectorAll<SVGGElement>("svg .node[data-box]")) {
    box.querySelector(".sign")?.remove();
    box.classList.remove("mark-known", "mark-learning", "mark-later");
    const mark = marks.get(box.dataset["box"] ?? "");
    if (mark !== undefined) {
      box.classList.add(`mark-${mark}`);
      box.append(signOnBox(mark, Number(box.querySelector("rect")?.getAttribute("height"))));
    }
  }
  for (const link of root.querySelectorAll<HTMLAnchorElement>(LINKS.join())) {
    link.querySelector(".how-far")?.remove();
    const mark = marks.get(link.dataset["concept"] ?? conceptAt(link.getAttribute("href") ?? "") ?? "");
    if (mark === undefined) {
      delete link.dataset["mark"];
    } else {
      link.dataset["mark"] = mark;
      link.append(markSign(mark));
    }
  }
}

/** Returns what shows a mark. */
export function markSign(mark: Mark): HTMLElement {
  return element(
    "span",
    { class: `how-far ${mark}`, title: text(`mark.${mark}`) },
    element("span", { "aria-hidden": "true" }, ` ${SIGNS[mark]}`),
    element("span", { class: "hidden" }, ` (${text(`mark.${mark}`)})`),
  );
}

function showChoices(root: ParentNode): void {
  const marks = allMarks();
  for (const choice of root.querySelectorAll<HTMLSelectElement>("select[data-mark]")) {
    choice.value = marks.get(choice.dataset["mark"] ?? "") ?? "none";
  }
  for (const box of root.querySelectorAll<HTMLInputElement>("input[data-know]")) {
    box.checked = marks.get(box.dataset["know"] ?? "") === "known";
  }
}

/** Ties the choices of a mark below a root to what is stored. */
export function bindMarks(root: ParentNode): void {
  showChoices(root);
  for (const choice of root.querySelectorAll<HTMLSelectElement>("select[data-mark]")) {
    const slug = choice.dataset["mark"] ?? "";
    choice.addEventListener("change", () => {
      const mark = choice.value;
      setMark(slug, mark === "known" || mark === "learning" || mark === "later" ? mark : undefined);
      showMarks(document);
      announce(text("marked", choice.selectedOptions[0]?.textContent ?? ""));
    });
  }
}

/** Takes over marks of an earlier version, and shows what another tab marks. */
export function keepMarks(): void {
  const show = (): void => {
    showMarks(document);
    showChoices(document);
  };
  if (firstTime()) {
    migrate(allMarks());
    void restoreMirror().then(show);
  }
  onOtherTab(show);
}
