import "@zazuko/yasqe/build/yasqe.min.css";
import "../css/sparql.css";
import { pageAddress } from "./page/address";
import { copy } from "./page/controls";
import { announce, element } from "./page/dom";
import { text } from "./page/i18n";
import { ask, inForm, kindOf, MOST, Refusal, type Answer, type Kind } from "./sparql/ask";
import type { Writing } from "./sparql/cells";
import { chartView } from "./sparql/chartview";
import { firstChoice } from "./sparql/chartmodel";
import { readData, word } from "./sparql/data";
import type { makeEditor as MakeEditor } from "./sparql/editor";
import { exampleDialog, readExamples, typeOf, type Example } from "./sparql/examples";
import { graphColumns } from "./sparql/graphmodel";
import { graphView } from "./sparql/graphview";
import { Labels } from "./sparql/labels";
import { FORMS, rawView } from "./sparql/rawview";
import { irisOf, type Table } from "./sparql/result";
import { tableView } from "./sparql/tableview";
import { added, changed, closed, current, loadTabs, oneTab, opened, saveTabs, tabRow, type Tabs } from "./sparql/tabs";
import { treeColumns } from "./sparql/treemodel";
import { treeView } from "./sparql/treeview";

/** Labels are asked for at once up to this number of things; a filter looks through them. */
const MOST_LABELS = 4000;

const VIEWS = ["table", "chart", "tree", "graph", "raw"] as const;
type View = (typeof VIEWS)[number];

/** What the results pane shows. */
interface Shown {
  readonly query: string;
  readonly kind: Kind;
  readonly answer: Answer;
}

const host = document.getElementById("workbench");
if (host !== null) {
  // The form of the page without script stays until the editor, which is large, has come.
  import("./sparql/editor").then(({ makeEditor }) => start(host, makeEditor)).catch(() => announce(text("failed")));
}

function start(host: HTMLElement, makeEditor: typeof MakeEditor): void {
  const data = readData();
  const language = document.documentElement.lang === "zh" ? "zh" : "en";
  const writing: Writing = { data, labels: new Labels(data, language) };
  const form = document.getElementById("query-form");
  const list = document.getElementById("examples");
  const given = form?.querySelector("textarea")?.value ?? "";
  const here = new URLSearchParams(location.search);
  const isAsked = here.has("query") && given.trim() !== "";
  const examples = list === null ? [] : readExamples(list);

  const nameOf = (query: string): string =>
    examples.find((example) => example.query.trim() === query.trim())?.title ??
    /^\s*#\s*(.{1,60})/.exec(query)?.[1]?.trim() ??
    "";
  let tabs: Tabs = loadTabs() ?? oneTab(nameOf(given), given);
  if (isAsked) {
    tabs = opened(tabs, nameOf(given), given);
    const view = here.get("view");
    if (view !== null && isView(view)) {
      tabs = changed(tabs, { view });
    }
  }
  const answers = new Map<number, Shown>();
  let running: AbortController | undefined;

  const button = (key: string, deed: () => void, className = ""): HTMLButtonElement => {
    const made = element("button", { type: "button", ...(className === "" ? {} : { class: className }) }, word(key));
    made.addEventListener("click", deed);
    return made;
  };
  const run = button("run", () => void execute(), "primary run");
  run.setAttribute("aria-keyshortcuts", "Control+Enter");
  const cancel = button("cancel", () => running?.abort(), "cancel");
  cancel.hidden = true;
  window.addEventListener("pagehide", () => running?.abort());
  const share = button("share", () => {
    const address = pageAddress("/sparql", addressOf(current(tabs).query, current(tabs).view));
    void copy(new URL(address, location.href).href, share);
  });
  const place = element("div", {
    id: "query-panel",
    role: "tabpanel",
    class: "editor",
    "aria-label": word("query"),
  });
  const status = element("p", { class: "status", role: "status" });
  const results = element("section", {
    class: "results",
    "aria-label": word("results"),
  });

  const openExamples = exampleDialog(examples, writing, (example: Example) => {
    show(opened(tabs, example.title, example.query));
    void execute();
    editor.focus();
  });
  const row = tabRow(
    {
      choose: (id) => show({ ...tabs, open: id }),
      add: () => {
        show(added(tabs, "", ""));
        editor.focus();
      },
      close: () => {
        answers.delete(tabs.open);
        show(closed(tabs, ""));
      },
      rename: (name) => show(changed(tabs, { name })),
    },
    place.id,
  );
  host.append(
    row.root,
    place,
    element(
      "div",
      { class: "lineup deeds" },
      run,
      cancel,
      button("examples.open", openExamples, "examples"),
      button("format", () => editor.format()),
      share,
      element("span", { class: "quiet hint" }, word("hint")),
    ),
    status,
    results,
  );
  host.hidden = false;
  const editor = makeEditor(place, current(tabs).query, data, {
    run: () => void execute(),
    leave: () => run.focus(),
    changed: (query) => {
      if (query !== current(tabs).query) {
        tabs = changed(tabs, { query });
        saveTabs(tabs);
      }
    },
  });
  if (form !== null) {
    form.hidden = true;
  }
  if (list !== null) {
    list.hidden = true;
  }

  function show(next: Tabs): void {
    tabs = next;
    saveTabs(tabs);
    row.write(tabs);
    const { query } = current(tabs);
    if (editor.query() !== query) {
      editor.show(query);
    }
    write();
  }

  async function execute(): Promise<void> {
    running?.abort();
    const asking = new AbortController();
    running = asking;
    const id = current(tabs).id;
    const query = editor.query();
    const kind = kindOf(typeOf(query));
    history.replaceState(null, "", pageAddress("/sparql", addressOf(query, current(tabs).view)));
    if (current(tabs).name === "" && nameOf(query) !== "") {
      tabs = changed(tabs, { name: nameOf(query) });
      row.write(tabs);
      saveTabs(tabs);
    }
    cancel.hidden = false;
    results.setAttribute("aria-busy", "true");
    status.classList.remove("failed");
    status.textContent = word("running");
    try {
      const answer = await ask(query, kind, MOST, asking.signal);
      if (answer.kind === "table") {
        await writing.labels.want(irisOf(answer.table).slice(0, MOST_LABELS));
      }
      answers.set(id, { query, kind, answer });
      if (tabs.open === id) {
        write();
      }
    } catch (failure) {
      if (running === asking) {
        tell(failure);
      }
    } finally {
      if (running === asking) {
        running = undefined;
        cancel.hidden = true;
        results.removeAttribute("aria-busy");
      }
    }
  }

  function tell(failure: unknown): void {
    if (failure instanceof DOMException && failure.name === "AbortError") {
      status.textContent = word("cancelled");
      return;
    }
    status.classList.add("failed");
    status.textContent = failure instanceof Refusal ? failure.message : word("failed");
    if (failure instanceof Refusal && failure.line !== undefined) {
      const { line, column } = failure;
      status.append(
        " ",
        button("goThere", () => editor.goTo(line, column ?? 1), "linklike"),
      );
    }
  }

  /** Writes the results of the open tab. */
  function write(): void {
    const shown = answers.get(current(tabs).id);
    status.classList.remove("failed");
    if (shown === undefined) {
      status.textContent = "";
      results.replaceChildren();
      return;
    }
    const { answer } = shown;
    const took = word("took", Math.max(1, Math.round(answer.milliseconds)).toLocaleString());
    if (answer.kind === "truth") {
      status.textContent = took;
      results.replaceChildren(element("p", { class: "truth" }, word(answer.value ? "yes" : "no")), downloads(shown));
      return;
    }
    const { table } = answer;
    const count = word(table.isGraph ? "count.triples" : "count.rows", table.rows.length.toLocaleString());
    status.textContent = `${count} · ${took}`;
    const wanted = current(tabs).view;
    const offered = VIEWS.filter((view) => suits(view, table));
    const view: View = offered.find((each) => each === wanted) ?? "table";
    const panel = element("div", {
      id: "result-panel",
      role: "tabpanel",
      "aria-label": word(`view.${view}`),
    });
    const bar = element("div", {
      role: "tablist",
      class: "views",
      "aria-label": word("views"),
    });
    bar.append(
      ...offered.map((each) => {
        const tab = element(
          "button",
          {
            type: "button",
            role: "tab",
            "aria-selected": String(each === view),
            "aria-controls": panel.id,
            tabindex: each === view ? "0" : "-1",
            "data-view": each,
          },
          word(`view.${each}`),
        );
        tab.addEventListener("click", () => turn(each));
        return tab;
      }),
    );
    bar.addEventListener("keydown", (event) => {
      const at = offered.indexOf(view);
      const to = {
        ArrowRight: at + 1,
        ArrowLeft: at - 1,
        Home: 0,
        End: offered.length - 1,
      }[event.key];
      const next = to === undefined ? undefined : offered[(to + offered.length) % offered.length];
      if (next !== undefined) {
        event.preventDefault();
        turn(next);
        results.querySelector<HTMLElement>(`[data-view=${next}]`)?.focus();
      }
    });
    results.replaceChildren(
      element("div", { class: "lineup" }, bar, downloads(shown)),
      ...(table.cut ? [element("p", { class: "notice cut" }, word("cut", MOST.toLocaleString()))] : []),
      panel,
    );
    panel.append(drawn(view, shown, table));
  }

  function turn(view: View): void {
    tabs = changed(tabs, { view });
    saveTabs(tabs);
    const shown = answers.get(current(tabs).id);
    if (shown !== undefined) {
      history.replaceState(null, "", pageAddress("/sparql", addressOf(shown.query, view)));
    }
    write();
  }

  function drawn(view: View, shown: Shown, table: Table): HTMLElement {
    switch (view) {
      case "table":
        return tableView(table, writing);
      case "chart":
        return chartView(table, writing);
      case "tree":
        return treeView(table, writing);
      case "graph":
        return graphView(table, writing);
      case "raw":
        return rawView(shown.query, shown.kind);
    }
  }

  function downloads(shown: Shown): HTMLElement {
    const select = element(
      "select",
      { "aria-label": word("download") },
      ...FORMS[shown.kind].map(([key, name]) => element("option", { value: key }, name)),
    );
    const save = button("download", () => {
      const ending = FORMS[shown.kind].find(([key]) => key === select.value)?.[2] ?? "txt";
      inForm(shown.query, select.value)
        .then((blob) => {
          const link = element("a", {
            href: URL.createObjectURL(blob),
            download: `zhitu.${ending}`,
          });
          link.click();
          URL.revokeObjectURL(link.href);
          announce(word("downloaded", link.download));
        })
        .catch(tell);
    });
    return element("div", { class: "lineup download" }, select, save);
  }

  row.write(tabs);
  if (isAsked) {
    void execute();
  }
}

function isView(view: string): view is View {
  return (VIEWS as readonly string[]).includes(view);
}

function addressOf(query: string, view: string): Record<string, string> {
  return view === "table" || view === "" ? { query } : { query, view };
}

function suits(view: View, table: Table): boolean {
  switch (view) {
    case "table":
    case "raw":
      return true;
    case "chart":
      return firstChoice(table) !== undefined;
    case "tree":
      return table.rows.length > 0 && table.columns.length >= 2 && treeColumns(table) !== undefined;
    case "graph":
      return graphColumns(table) !== undefined;
  }
}
