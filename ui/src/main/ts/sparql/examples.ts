import { closable, element } from "../page/dom";
import { ask, kindOf } from "./ask";
import { cellOf, type Writing } from "./cells";
import { word } from "./data";
import { irisOf, type Table } from "./result";

/** A query to start from. */
export interface Example {
  readonly title: string;
  readonly tags: readonly string[];
  readonly query: string;
}

const PREVIEW_ROWS = 5;

/** Reads the examples that stand in the page for readers without script. */
export function readExamples(root: ParentNode): Example[] {
  return [...root.querySelectorAll<HTMLAnchorElement>("a[data-query]")].map((link) => ({
    title: link.textContent ?? "",
    tags: (link.dataset["tags"] ?? "").split(",").filter((tag) => tag !== ""),
    query: link.dataset["query"] ?? "",
  }));
}

/** Returns the examples that have a tag and hold every word, in title, tags or query. */
export function fitting(
  all: readonly Example[],
  typed: string,
  tag: string,
  called: (tag: string) => string,
): Example[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((each) => each !== "");
  return all.filter((example) => {
    const text = [example.title, ...example.tags, ...example.tags.map(called), example.query].join("\n").toLowerCase();
    return (tag === "" || example.tags.includes(tag)) && words.every((each) => text.includes(each));
  });
}

/** Returns the type of a query by its first word that is no prologue. */
export function typeOf(query: string): string {
  const body = query.replace(/#[^\n<>]*$/gm, "").replace(/(?:PREFIX\s+\S*\s*<[^>]*>|BASE\s*<[^>]*>)/gi, "");
  return (/[A-Za-z]+/.exec(body)?.[0] ?? "").toUpperCase();
}

/** Makes the dialog in which examples are found and looked at; returns what opens it. */
export function exampleDialog(
  all: readonly Example[],
  writing: Writing,
  choose: (example: Example) => void,
): () => void {
  const called = (tag: string): string => word(`tag.${tag.replaceAll(" ", "-")}`);
  const filter = element("input", {
    type: "search",
    autocomplete: "off",
    "aria-label": word("examples.find"),
    placeholder: word("examples.find"),
  });
  const tags = [...new Set(all.flatMap((example) => example.tags))];
  const tag = element(
    "select",
    { "aria-label": word("examples.tag") },
    element("option", { value: "" }, word("examples.all")),
    ...tags.map((each) => element("option", { value: each }, called(each))),
  );
  const list = element("ul", {
    role: "listbox",
    class: "options",
    tabindex: "0",
    "aria-label": word("examples"),
  });
  const preview = element("div", {
    class: "preview",
    tabindex: "0",
    role: "group",
    "aria-label": word("examples.preview"),
  });
  const use = element("button", { type: "button", class: "primary" }, word("examples.use"));
  const close = element("button", { type: "button" }, word("close"));
  const count = element("span", { class: "quiet", role: "status" });
  const dialog = element(
    "dialog",
    { class: "exampledialog", "aria-labelledby": "examples-title" },
    element("h2", { id: "examples-title" }, word("examples")),
    element("div", { class: "lineup" }, filter, tag, count),
    element("div", { class: "sides" }, list, preview),
    element("div", { class: "lineup" }, use, close),
  );
  document.body.append(dialog);

  let shown: Example[] = [];
  let at = 0;
  let asking = new AbortController();
  const select = (index: number): void => {
    at = Math.max(0, Math.min(shown.length - 1, index));
    const options = [...list.querySelectorAll<HTMLElement>("[role=option]")];
    options.forEach((option, each) => option.setAttribute("aria-selected", String(each === at)));
    const option = options[at];
    list.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
    const example = shown[at];
    use.disabled = example === undefined;
    if (example === undefined) {
      preview.replaceChildren();
      return;
    }
    const rows = element("div", { class: "rows" }, element("p", { class: "quiet" }, word("running")));
    preview.replaceChildren(
      element("h3", {}, example.title),
      element("pre", {}, element("code", { lang: "en" }, example.query)),
      rows,
    );
    asking.abort();
    asking = new AbortController();
    firstRows(example, writing, asking.signal)
      .then((some) => rows.replaceChildren(some))
      .catch((failure: unknown) => {
        if (!(failure instanceof DOMException)) {
          rows.replaceChildren(element("p", { class: "quiet" }, failure instanceof Error ? failure.message : ""));
        }
      });
  };
  const write = (): void => {
    shown = fitting(all, filter.value, tag.value, called);
    list.replaceChildren(
      ...shown.map((example, index) => {
        const option = element(
          "li",
          { role: "option", id: `example-${index}`, "aria-selected": "false" },
          element("span", { class: "label" }, example.title),
          element("span", { class: "type" }, example.tags.map(called).join(" · ")),
        );
        option.addEventListener("click", () => select(index));
        option.addEventListener("dblclick", take);
        return option;
      }),
    );
    count.textContent = word("examples.count", shown.length);
    select(0);
  };
  const take = (): void => {
    const example = shown[at];
    if (example !== undefined) {
      dialog.close();
      choose(example);
    }
  };
  const keys = (event: KeyboardEvent): void => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => select(at + 1),
      ArrowUp: () => select(at - 1),
      Enter: take,
    };
    const move = moves[event.key];
    if (move !== undefined && !event.isComposing) {
      event.preventDefault();
      move();
    }
  };
  filter.addEventListener("input", write);
  filter.addEventListener("keydown", keys);
  list.addEventListener("keydown", keys);
  tag.addEventListener("change", write);
  use.addEventListener("click", take);
  dialog.addEventListener("close", () => asking.abort());
  closable(dialog, close);
  return () => {
    if (!dialog.open) {
      dialog.showModal();
      filter.focus();
      write();
    }
  };
}

async function firstRows(example: Example, writing: Writing, signal: AbortSignal): Promise<Node> {
  const answer = await ask(example.query, kindOf(typeOf(example.query)), PREVIEW_ROWS, signal);
  if (answer.kind === "truth") {
    return element("p", {}, word(answer.value ? "yes" : "no"));
  }
  await writing.labels.want(irisOf(answer.table));
  return smallTable(answer.table, writing);
}

function smallTable(table: Table, writing: Writing): HTMLElement {
  return element(
    "table",
    {},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...table.columns.map((column) => element("th", { scope: "col" }, table.isGraph ? word(column) : column)),
      ),
    ),
    element(
      "tbody",
      {},
      ...table.rows
        .slice(0, PREVIEW_ROWS)
        .map((row) =>
          element("tr", {}, ...table.columns.map((column) => element("td", {}, cellOf(row.get(column), writing)))),
        ),
    ),
  );
}
