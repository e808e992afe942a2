import { element } from "../page/dom";
import { word } from "./data";

/** A query that is kept. */
export interface Tab {
  readonly id: number;
  readonly name: string;
  readonly query: string;
  readonly view: string;
}

/** All tabs, at least one, and which one is open. */
export interface Tabs {
  readonly all: readonly Tab[];
  readonly open: number;
}

const KEY = "zhitu.queries";
const MOST_TABS = 40;

/** Returns the open tab. */
export function current(tabs: Tabs): Tab {
  const found = tabs.all.find((tab) => tab.id === tabs.open) ?? tabs.all[0];
  if (found === undefined) {
    throw new Error("there is always a tab");
  }
  return found;
}

/** Returns one tab. */
export function oneTab(name: string, query: string): Tabs {
  return { all: [{ id: 1, name, query, view: "table" }], open: 1 };
}

/** Adds a tab and opens it; of too many the oldest other goes. */
export function added(tabs: Tabs, name: string, query: string, view = "table"): Tabs {
  const id = Math.max(0, ...tabs.all.map((tab) => tab.id)) + 1;
  const kept = tabs.all.length >= MOST_TABS ? tabs.all.slice(1) : tabs.all;
  return { all: [...kept, { id, name, query, view }], open: id };
}

/** Changes the open tab. */
export function changed(tabs: Tabs, change: Partial<Omit<Tab, "id">>): Tabs {
  return {
    ...tabs,
    all: tabs.all.map((tab) => (tab.id === tabs.open ? { ...tab, ...change } : tab)),
  };
}

/** Closes the open tab and opens its neighbour; the last one is emptied instead. */
export function closed(tabs: Tabs, name: string): Tabs {
  if (tabs.all.length <= 1) {
    return oneTab(name, "");
  }
  const at = tabs.all.findIndex((tab) => tab.id === tabs.open);
  const all = tabs.all.filter((tab) => tab.id !== tabs.open);
  return {
    all,
    open: (all[Math.min(at, all.length - 1)] ?? current({ all, open: 0 })).id,
  };
}

/** Opens the tab that has a query already, else adds one. */
export function opened(tabs: Tabs, name: string, query: string): Tabs {
  const there = tabs.all.find((tab) => tab.query.trim() === query.trim());
  return there === undefined ? added(tabs, name, query) : { ...tabs, open: there.id };
}

/** Reads tabs that were kept; undefined where there are none or they are not ours. */
export function readTabs(written: string | null): Tabs | undefined {
  try {
    const { all, open } = JSON.parse(written ?? "") as {
      all?: unknown;
      open?: unknown;
    };
    if (!Array.isArray(all) || all.length === 0 || typeof open !== "number") {
      return undefined;
    }
    const fields = all as Partial<Record<keyof Tab, unknown>>[];
    const good = fields
      .filter((tab) => typeof tab.id === "number" && typeof tab.query === "string")
      .map((tab) => ({
        id: tab.id as number,
        name: typeof tab.name === "string" ? tab.name : "",
        query: tab.query as string,
        view: typeof tab.view === "string" ? tab.view : "table",
      }));
    return good.length === 0 ? undefined : { all: good.slice(-MOST_TABS), open };
  } catch {
    return undefined;
  }
}

/** Returns the tabs that this browser kept. */
export function loadTabs(): Tabs | undefined {
  try {
    return readTabs(localStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}

/** Keeps the tabs in this browser. */
export function saveTabs(tabs: Tabs): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(tabs));
  } catch {
    // storage is off or full: the tabs last as long as the page
  }
}

/** What may be done with tabs. */
export interface TabDeeds {
  readonly choose: (id: number) => void;
  readonly add: () => void;
  readonly close: () => void;
  readonly rename: (name: string) => void;
}

/** Makes the row of tabs; returns what writes it anew. */
export function tabRow(deeds: TabDeeds, panel: string): { root: HTMLElement; write: (tabs: Tabs) => void } {
  const list = element("div", {
    role: "tablist",
    class: "querytabs",
    "aria-label": word("tabs"),
  });
  const deed = (key: string, run: () => void): HTMLButtonElement => {
    const button = element("button", { type: "button", class: "small" }, word(key));
    button.addEventListener("click", run);
    return button;
  };
  const rename = (): void => {
    const open = list.querySelector<HTMLButtonElement>("[aria-selected=true]");
    if (open === null) {
      return;
    }
    const input = element("input", {
      type: "text",
      maxlength: "80",
      value: open.textContent ?? "",
      "aria-label": word("tab.name"),
    });
    let over = false;
    const end = (keep: boolean): void => {
      if (!over) {
        over = true;
        deeds.rename(keep && input.value.trim() !== "" ? input.value.trim() : (open.textContent ?? ""));
        list.querySelector<HTMLButtonElement>("[aria-selected=true]")?.focus();
      }
    };
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter" || event.key === "Escape") {
        event.preventDefault();
        end(event.key === "Enter");
      }
    });
    input.addEventListener("blur", () => end(true));
    list.after(input);
    list.hidden = true;
    input.select();
    input.focus();
  };
  const tools = element(
    "div",
    { class: "tabtools" },
    deed("tab.new", deeds.add),
    deed("tab.rename", rename),
    deed("tab.close", deeds.close),
  );
  const root = element("div", { class: "tabrow" }, list, tools);
  const ids = (): number[] =>
    [...list.querySelectorAll<HTMLElement>("[role=tab]")].map((tab) => Number(tab.dataset["id"]));
  list.addEventListener("keydown", (event) => {
    const all = ids();
    const at = all.indexOf(Number(list.querySelector<HTMLElement>("[aria-selected=true]")?.dataset["id"]));
    const to: Record<string, number | undefined> = {
      ArrowRight: all[(at + 1) % all.length],
      ArrowLeft: all[(at - 1 + all.length) % all.length],
      Home: all[0],
      End: all.at(-1),
    };
    const id = to[event.key];
    if (id !== undefined) {
      event.preventDefault();
      deeds.choose(id);
      list.querySelector<HTMLButtonElement>("[aria-selected=true]")?.focus();
    } else if (event.key === "Delete") {
      deeds.close();
      list.querySelector<HTMLButtonElement>("[aria-selected=true]")?.focus();
    } else if (event.key === "F2") {
      event.preventDefault();
      rename();
    }
  });
  const write = (tabs: Tabs): void => {
    root.querySelector(":scope > input")?.remove();
    list.hidden = false;
    list.replaceChildren(
      ...tabs.all.map((tab) => {
        const selected = tab.id === current(tabs).id;
        const button = element(
          "button",
          {
            type: "button",
            role: "tab",
            "aria-selected": String(selected),
            "aria-controls": panel,
            tabindex: selected ? "0" : "-1",
            "data-id": String(tab.id),
          },
          tab.name === "" ? word("tab.untitled") : tab.name,
        );
        button.addEventListener("click", () => deeds.choose(tab.id));
        button.addEventListener("dblclick", rename);
        return button;
      }),
    );
  };
  return { root, write };
}
