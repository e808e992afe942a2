import { closable, element } from "./dom";
import { text } from "./i18n";

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["/", "Ctrl+K"], "palette"],
  [["?"], "sheet"],
  [["Tab"], "skip"],
  [["↑", "↓"], "choose"],
  [["Enter"], "open"],
  [["Esc"], "leave"],
  [["←", "→", "↑", "↓"], "graph"],
  [["Enter"], "menu"],
  [["E"], "fold"],
  [["[", "]"], "line"],
  [["P"], "pin"],
  [["Shift+←→↑↓"], "move"],
  [["B"], "way"],
  [["Ctrl+Z"], "undo"],
  [["C"], "centre"],
  [["O"], "page"],
  [["+", "−", "0"], "zoom"],
  [["Space"], "review.show"],
  [["1", "2", "3", "4"], "review.grade"],
  [["U"], "review.undo"],
  [["E"], "review.note"],
  [["H"], "review.hint"],
  [["Q"], "review.end"],
  [["Ctrl+Enter"], "run"],
  [["Ctrl+Space"], "complete"],
];

/** Makes the sheet that lists all keys; returns what opens it. */
export function keySheet(): () => void {
  const rows = KEYS.map(([keys, what]) =>
    element(
      "tr",
      {},
      element("td", {}, ...keys.flatMap((key) => [element("kbd", {}, key), " "])),
      element("td", {}, text(`keys.${what}`)),
    ),
  );
  const close = element("button", { type: "button" }, text("keys.close"));
  const dialog = element(
    "dialog",
    { class: "sheet-of-keys", "aria-labelledby": "keys-title" },
    element("h2", { id: "keys-title" }, text("keys.title")),
    element("table", {}, element("tbody", {}, ...rows)),
    element("p", { class: "quiet" }, text("keys.off")),
    close,
  );
  document.body.append(dialog);
  closable(dialog, close);
  return () => {
    if (!dialog.open) {
      dialog.showModal();
    }
  };
}
