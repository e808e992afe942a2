import { search, type Hit } from "./api";
import { conceptAddress, pageAddress } from "./page/address";
import { element } from "./page/dom";
import { text } from "./page/i18n";
import { matches } from "./search/actions";
import { combobox, type Choice } from "./search/combobox";
import { hitOption } from "./search/suggest";

const LIMIT = 8;

/** Something to do that has no name in the graph. */
interface Action {
  readonly key: string;
  readonly run: () => void;
}

const go = (address: string) => (): void => location.assign(address);

/** Opens what was found. */
export function open(hit: Hit): void {
  location.assign(
    hit.type === "concept" ? conceptAddress(hit.id) : pageAddress(`/question/${encodeURIComponent(hit.id)}`),
  );
}

function actions(showKeys: () => void): Action[] {
  const concept = /^\/concept\/([^/.]+)$/.exec(location.pathname)?.[1];
  const here: Action[] =
    concept === undefined
      ? []
      : [
          { key: "here.plan", run: go(pageAddress("/path", { goal: decodeURIComponent(concept) })) },
          { key: "here.explore", run: go(pageAddress("/explore", { concept: decodeURIComponent(concept) })) },
        ];
  const press = (selector: string) => (): void => document.querySelector<HTMLElement>(selector)?.click();
  return [
    ...here,
    { key: "start", run: go(pageAddress("/")) },
    { key: "topics", run: go(pageAddress("/topics")) },
    { key: "index", run: go(pageAddress("/index")) },
    { key: "questions", run: go(pageAddress("/questions")) },
    { key: "unanswered", run: go(pageAddress("/questions", { state: "unanswered" })) },
    { key: "sources", run: go(pageAddress("/sources")) },
    { key: "explore", run: go(pageAddress("/explore")) },
    { key: "atlas", run: go(pageAddress("/atlas")) },
    { key: "path", run: go(pageAddress("/path")) },
    { key: "review", run: go(pageAddress("/review")) },
    { key: "progress", run: go(pageAddress("/progress")) },
    { key: "sparql", run: go(pageAddress("/sparql")) },
    { key: "help", run: go(pageAddress("/help")) },
    { key: "tour", run: go(pageAddress("/", { tour: "1" })) },
    { key: "report", run: go(pageAddress("/report")) },
    { key: "ontology", run: go(pageAddress("/ontology")) },
    { key: "theme", run: press("button.theme") },
    { key: "language", run: press("a.language") },
    { key: "keys", run: showKeys },
  ];
}

/** Makes the dialog in which everything can be found and every page reached by keys; returns what opens it. */
export function palette(showKeys: () => void): () => void {
  const input = element("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "200",
    placeholder: text("palette"),
    "aria-label": text("palette"),
  });
  const list = element("ul", { class: "options", "aria-label": text("palette") });
  const dialog = element(
    "dialog",
    { class: "palette", "aria-label": text("palette") },
    input,
    list,
    element("p", { class: "quiet" }, text("palette.hint")),
  );
  document.body.append(dialog);

  const act = (action: Action): Choice => ({
    option: element("li", {}, element("span", { class: "label" }, text(`do.${action.key}`))),
    choose: () => {
      dialog.close();
      action.run();
    },
    group: text("group.actions"),
  });
  const found = (hit: Hit): Choice => ({
    option: hitOption(hit),
    choose: () => {
      dialog.close();
      open(hit);
    },
    group: text(hit.type === "concept" ? "group.concepts" : "group.questions"),
  });

  const { refresh } = combobox(input, list, {
    eager: true,
    look: async (typed, signal) => {
      const some = actions(showKeys);
      if (typed === "") {
        return some.map(act);
      }
      const fitting = some.filter((action) => matches(typed, action.key, text(`do.${action.key}`)));
      const hits = await search(typed, LIMIT, signal);
      const all: Choice = {
        option: element("li", {}, element("span", { class: "label" }, text("do.all", typed))),
        choose: go(pageAddress("/search", { q: typed })),
        group: text("group.actions"),
      };
      const concepts = hits.filter((hit) => hit.type === "concept").map(found);
      const questions = hits.filter((hit) => hit.type === "question").map(found);
      return [...concepts, ...questions, ...fitting.map(act), all];
    },
  });

  // A click beside the dialog closes it, as it does elsewhere.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  return () => {
    if (!dialog.open) {
      input.value = "";
      dialog.showModal();
      input.focus();
      refresh();
    }
  };
}
