import { element } from "../page/dom";
import { nameOf, type Writing } from "./cells";
import { word } from "./data";
import type { Table } from "./result";
import { textOf } from "./tablemodel";
import { forest, treeColumns, type Branch, type Forest } from "./treemodel";

/**
 * Shows a table of children and parents as a tree.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function treeView(table: Table, writing: Writing): HTMLElement {
  const first = treeColumns(table);
  if (first === undefined) {
    return element("p", { class: "notice" }, word("tree.none"));
  }
  const child = select(word("tree.child"), table.columns, first.child);
  const parent = select(word("tree.parent"), table.columns, first.parent);
  const place = element("div");
  const write = (): void => {
    place.replaceChildren(tree(forest(table, child.select.value, parent.select.value), writing));
  };
  child.select.addEventListener("change", write);
  parent.select.addEventListener("change", write);
  write();
  return element("div", {}, element("div", { class: "lineup" }, child.field, parent.field), place);
}

function select(
  called: string,
  columns: readonly string[],
  chosen: string,
): { field: HTMLElement; select: HTMLSelectElement } {
  const made = element("select", {}, ...columns.map((column) => element("option", { value: column }, column)));
  made.value = chosen;
  return {
    field: element("label", {}, element("span", {}, called), " ", made),
    select: made,
  };
}

function tree(all: Forest, writing: Writing): HTMLElement {
  const root = element("ul", {
    role: "tree",
    class: "branches",
    "aria-label": word("view.tree"),
  });
  const items = (): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>("[role=treeitem]")].filter((item) => item.offsetParent !== null);

  const item = (branch: Branch, above: readonly string[]): HTMLElement => {
    const again = above.includes(branch.key);
    const below = again ? [] : (all.below.get(branch.key) ?? []);
    const label = branch.term.type === "uri" ? nameOf(branch.term.value, writing) : element("span", {}, said(branch));
    label.tabIndex = -1;
    const made = element(
      "li",
      { role: "treeitem", tabindex: "-1", "aria-label": said(branch) },
      element("span", { class: "twig", "aria-hidden": "true" }, below.length === 0 ? "·" : "▸"),
      label,
    );
    if (again) {
      made.append(element("span", { class: "quiet" }, ` ${word("tree.again")}`));
    }
    if (below.length > 0) {
      made.setAttribute("aria-expanded", "false");
      made.append(element("span", { class: "count" }, String(below.length)));
      const group = element("ul", { role: "group", hidden: "" });
      made.append(group);
      made.addEventListener("toggle-branch", () => {
        const open = made.getAttribute("aria-expanded") !== "true";
        if (open && group.childElementCount === 0) {
          group.append(...below.map((next) => item(next, [...above, branch.key])));
        }
        made.setAttribute("aria-expanded", String(open));
        group.hidden = !open;
        const twig = made.querySelector(".twig");
        if (twig !== null) {
          twig.textContent = open ? "▾" : "▸";
        }
      });
    }
    return made;
  };
  const said = (branch: Branch): string => textOf(branch.term, (iri) => writing.labels.name(iri));
  const toggle = (of: HTMLElement): void => void of.dispatchEvent(new Event("toggle-branch"));
  const go = (to: HTMLElement | null | undefined): void => {
    if (to) {
      items().forEach((each) => (each.tabIndex = -1));
      to.tabIndex = 0;
      to.focus();
    }
  };

  root.append(...all.roots.map((branch) => item(branch, [])));
  // A short tree is open at once down to its second level.
  if (all.roots.length <= 3) {
    root.querySelectorAll<HTMLElement>(":scope > [aria-expanded]").forEach(toggle);
  }
  const firstItem = root.querySelector<HTMLElement>("[role=treeitem]");
  if (firstItem !== null) {
    firstItem.tabIndex = 0;
  }
  root.addEventListener("click", (event) => {
    const at = event.target instanceof Element ? event.target : null;
    const on = at?.closest<HTMLElement>("[role=treeitem]");
    if (on && at?.closest("a") === null) {
      toggle(on);
      go(on);
    }
  });
  root.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at.getAttribute("role") !== "treeitem" || event.ctrlKey || event.metaKey) {
      return;
    }
    const some = items();
    const here = some.indexOf(at);
    const expanded = at.getAttribute("aria-expanded");
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(some[here + 1]),
      ArrowUp: () => go(some[here - 1]),
      Home: () => go(some[0]),
      End: () => go(some.at(-1)),
      ArrowRight: () => (expanded === "false" ? toggle(at) : expanded === "true" ? go(some[here + 1]) : undefined),
      ArrowLeft: () =>
        expanded === "true" ? toggle(at) : go(at.parentElement?.closest<HTMLElement>("[role=treeitem]")),
      " ": () => toggle(at),
      Enter: () => at.querySelector<HTMLAnchorElement>(":scope > a")?.click(),
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      move();
    } else if (event.key.length === 1 && !event.altKey && event.key !== "/" && event.key !== "?") {
      const begins = (each: HTMLElement): boolean =>
        (each.getAttribute("aria-label") ?? "").toLowerCase().startsWith(event.key.toLowerCase());
      go([...some.slice(here + 1), ...some.slice(0, here)].find(begins));
    }
  });
  return root;
}
