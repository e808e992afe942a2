import { announce, element } from "../page/dom";
import { cellOf, type Writing } from "./cells";
import { word } from "./data";
import { numberOf, type Table } from "./result";
import { filtered, nextOrder, sorted, type Order } from "./tablemodel";

const ON_A_PAGE = 100;

/** Shows a table that can be sorted, filtered and turned over. */
export function tableView(table: Table, writing: Writing): HTMLElement {
  const name = (iri: string): string => writing.labels.name(iri);
  const collator = new Intl.Collator(document.documentElement.lang === "zh" ? "zh-u-co-pinyin" : "en", {
    numeric: true,
    sensitivity: "base",
  });
  let order: Order | undefined;
  let page = 0;

  const filter = element("input", {
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": word("filter"),
    placeholder: word("filter"),
  });
  const shown = element("span", { class: "quiet", role: "status" });
  const heads = element("tr");
  const body = element("tbody");
  const before = element("button", { type: "button" }, word("before"));
  const after = element("button", { type: "button" }, word("after"));
  const pager = element("div", { class: "pager" }, before, after);

  const write = (): void => {
    const some = sorted(filtered(table, filter.value, name), order, name, collator);
    const from = page * ON_A_PAGE;
    const to = Math.min(some.length, from + ON_A_PAGE);
    heads.replaceChildren(element("th", { scope: "col", class: "number" }, "#"), ...table.columns.map(head));
    body.replaceChildren(
      ...some.slice(from, to).map((row, index) =>
        element(
          "tr",
          {},
          element("td", { class: "number quiet" }, String(from + index + 1)),
          ...table.columns.map((column) => {
            const term = row.get(column);
            return element("td", numberOf(term) === undefined ? {} : { class: "number" }, cellOf(term, writing));
          }),
        ),
      ),
    );
    shown.textContent =
      some.length === 0 ? word("noRows") : word("shownRows", from + 1, to, some.length.toLocaleString());
    pager.hidden = some.length <= ON_A_PAGE;
    before.disabled = from === 0;
    after.disabled = to >= some.length;
  };

  function head(column: string): HTMLElement {
    const direction = order?.column !== column ? "none" : order.descending ? "descending" : "ascending";
    const sign = { none: "", ascending: " ▲", descending: " ▼" }[direction];
    const button = element(
      "button",
      { type: "button", title: word("sort") },
      table.isGraph ? word(column) : column,
      element("span", { "aria-hidden": "true" }, sign),
    );
    const cell = element("th", { scope: "col", "aria-sort": direction }, button);
    button.addEventListener("click", () => {
      order = nextOrder(order, column);
      page = 0;
      write();
      const now = order === undefined ? "unsorted" : order.descending ? "sortedDown" : "sortedUp";
      announce(word(now, column));
      heads.querySelectorAll("button")[table.columns.indexOf(column)]?.focus();
    });
    return cell;
  }

  filter.addEventListener("input", () => {
    page = 0;
    write();
  });
  const turn = (by: number) => (): void => {
    page += by;
    write();
  };
  before.addEventListener("click", turn(-1));
  after.addEventListener("click", turn(1));
  write();
  return element(
    "div",
    { class: "tableview" },
    element("div", { class: "lineup" }, filter, shown, pager),
    element(
      "div",
      {
        class: "scroll",
        tabindex: "0",
        role: "group",
        "aria-label": word("view.table"),
      },
      element("table", {}, element("thead", {}, heads), body),
    ),
  );
}
