import Yasqe from "@zazuko/yasqe";
import type { Hint, HintList } from "@zazuko/yasqe";
import { search } from "../api";
import { element } from "../page/dom";
import { languageOf } from "../page/i18n";
import {
  comesByItself,
  conceptsFor,
  missingPrefixes,
  prefixesFor,
  soughtIn,
  termsFor,
  typedAt,
  type Proposal,
  type Typed,
} from "./complete";
import { word, type WorkbenchData } from "./data";

const WAIT = 180;
const MOST_CONCEPTS = 8;

/** What the editor tells. */
export interface EditorDeeds {
  readonly run: () => void;
  readonly leave: () => void;
  readonly changed: (query: string) => void;
}

export interface Editor {
  readonly query: () => string;
  readonly show: (query: string) => void;
  readonly type: () => string;
  readonly focus: () => void;
  readonly format: () => void;
  readonly goTo: (line: number, column: number) => void;
}

/** Makes YASGUI's editor, with completions from this site's data only. */
export function makeEditor(host: HTMLElement, query: string, data: WorkbenchData, deeds: EditorDeeds): Editor {
  const language = document.documentElement.lang === "zh" ? "zh" : "en";
  const complete = (asked: boolean): void => {
    const typed = typing(yasqe);
    if (typed === undefined || (!asked && !comesByItself(typed))) {
      if (asked) {
        yasqe.autocomplete();
      }
      return;
    }
    const hint = async (): Promise<HintList> => {
      const now = typing(yasqe) ?? typed;
      const { line, ch } = yasqe.getDoc().getCursor();
      const proposals = await propose(now, data, language);
      return {
        list: proposals.map((proposal) => asHint(yasqe, proposal, data)),
        from: { line, ch: now.from } as HintList["from"],
        to: { line, ch } as HintList["to"],
      };
    };
    yasqe.showHint({
      hint,
      completeSingle: false,
      closeCharacters: /[\s>"}]/,
      container: yasqe.rootEl,
    });
  };
  const yasqe = new Yasqe(host, {
    value: query,
    autocompleters: ["variables"],
    prefixCcApi: null,
    persistenceId: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "20rem",
    highlightSelectionMatches: {},
    screenReaderLabel: word("query"),
    extraKeys: {
      "Ctrl-Enter": () => deeds.run(),
      "Cmd-Enter": () => deeds.run(),
      "Ctrl-Space": () => complete(true),
      "Ctrl-/": () => yasqe.commentLines(),
      "Shift-Ctrl-F": () => yasqe.autoformat(),
      Esc: () => deeds.leave(),
      Tab: "indentMore",
      "Shift-Tab": "indentLess",
    },
  });
  host.querySelector(".yasqe_buttons")?.remove();
  let waiting = 0;
  yasqe.getDoc().on("change", (_doc: unknown, change: { origin?: string | undefined }) => {
    deeds.changed(yasqe.getValue());
    window.clearTimeout(waiting);
    if (change.origin === "+input" || change.origin?.startsWith("*compose")) {
      waiting = window.setTimeout(() => complete(false), WAIT);
    }
  });
  return {
    query: () => yasqe.getValue(),
    show: (text) => yasqe.setValue(text),
    type: () => yasqe.getQueryType(),
    focus: () => yasqe.focus(),
    format: () => yasqe.autoformat(),
    goTo: (line, column) => {
      yasqe.focus();
      yasqe.getDoc().setCursor({ line: line - 1, ch: column - 1 });
    },
  };
}

function typing(yasqe: Yasqe): Typed | undefined {
  const doc = yasqe.getDoc();
  return typedAt(doc.getRange({ line: 0, ch: 0 }, doc.getCursor()));
}

async function propose(typed: Typed, data: WorkbenchData, language: "zh" | "en"): Promise<Proposal[]> {
  if (typed.place === "prefix") {
    return prefixesFor(typed, data);
  }
  const terms = termsFor(typed, data, language);
  const prefix = /^([\p{L}\p{N}_-]*):/u.exec(typed.text)?.[1];
  const sought = soughtIn(typed.text).replace(/-/g, " ");
  if (sought === "" || (prefix !== undefined && data.prefixes[prefix] !== `${data.base}id/concept/`)) {
    return terms;
  }
  const hits = await search(sought, MOST_CONCEPTS, new AbortController().signal);
  const concepts = conceptsFor(hits, data);
  return typed.place === "subject" ? [...concepts, ...terms] : [...terms, ...concepts];
}

function asHint(yasqe: Yasqe, proposal: Proposal, data: WorkbenchData): Hint {
  return {
    text: proposal.write,
    displayText: proposal.write,
    hint: (_editor: unknown, list: HintList, hint: Hint) => {
      yasqe.getDoc().replaceRange(hint.text, list.from, list.to, "complete");
      const missing = missingPrefixes(proposal.write, yasqe.getPrefixesFromQuery(), data);
      if (proposal.sort !== "prefix" && Object.keys(missing).length > 0) {
        yasqe.addPrefixes(missing);
      }
    },
    render: (place: HTMLElement) => {
      place.append(
        element("span", { class: "label", lang: languageOf(proposal.label) }, proposal.label),
        element("code", { lang: "en" }, proposal.write),
        element("span", { class: "type" }, word(`sort.${proposal.sort}`)),
      );
      if (proposal.meaning !== "") {
        place.append(element("span", { class: "meaning", lang: languageOf(proposal.meaning) }, proposal.meaning));
      }
    },
  } as Hint;
}
