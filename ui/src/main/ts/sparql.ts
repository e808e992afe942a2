import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import "../css/sparql.css";
import { terms } from "./api";
import { pageAddress } from "./page/address";

const host = document.getElementById("yasgui");
if (host !== null) {
  start(host);
}

/** Completions come from the prefixes of the page and from the graph itself: nothing asks another host. */
function localCompletions(prefixes: Record<string, string>): string[] {
  const { Yasqe } = Yasgui;
  Yasqe.forkAutocompleter(
    "prefixes",
    {
      name: "zhitu-prefixes",
      persistenceId: null,
      get: () => Object.entries(prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`),
    },
    false,
  );
  for (const kind of ["property", "class"] as const) {
    Yasqe.forkAutocompleter(
      kind,
      { name: `zhitu-${kind}`, persistenceId: null, bulk: true, get: () => terms(kind) },
      false,
    );
  }
  return ["variables", "zhitu-prefixes", "zhitu-property", "zhitu-class"];
}

function start(host: HTMLElement): void {
  const prefixes = JSON.parse(document.getElementById("prefixes")?.textContent ?? "{}") as Record<string, string>;
  const endpoint = new URL("/sparql", location.href).href;
  const asked = host.dataset["query"] ?? "";
  const autocompleters = localCompletions(prefixes);
  Yasgui.Yasr.defaults.prefixes = prefixes;

  const label = document.querySelector("label[for=query]")?.textContent ?? "SPARQL";

  host.hidden = false;
  const yasgui = new Yasgui(host, {
    requestConfig: { endpoint, method: "POST" },
    persistenceId: "zhitu",
    copyEndpointOnNewTab: false,
    yasqe: { value: asked, autocompleters, prefixCcApi: null, editorHeight: "20rem", screenReaderLabel: label },
    yasr: { prefixes, defaultPlugin: "table" },
  });
  // A list of tabs may hold tabs only, so the button that adds one takes part in it as one.
  host.querySelector(".tabsList button.addTab")?.setAttribute("role", "tab");
  const form = document.getElementById("query-form");
  if (form !== null) {
    form.hidden = true;
  }

  const open = (query: string, name?: string): void => {
    yasgui.addTab(
      true,
      { yasqe: { value: query }, ...(name === undefined ? {} : { name }) },
      { avoidDuplicateTabs: true },
    );
  };
  const current = (): string => yasgui.getTab()?.getYasqe().getValue() ?? "";
  if (new URLSearchParams(location.search).has("query") && current() !== asked) {
    open(asked);
  }
  for (const example of document.querySelectorAll<HTMLAnchorElement>("a[data-query]")) {
    example.addEventListener("click", (event) => {
      event.preventDefault();
      const query = example.dataset["query"] ?? "";
      if (current() !== query) {
        open(query, example.textContent ?? undefined);
      }
      const tab = yasgui.getTab();
      tab?.getYasqe().focus();
      tab?.query().catch(() => {
        // the results pane says what went wrong
      });
    });
  }
  // The address always leads back to the query that was run last.
  yasgui.on("query", () => {
    history.replaceState(null, "", pageAddress("/sparql", { query: current() }));
  });
}
