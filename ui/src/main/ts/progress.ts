import { deck as fetchDeck } from "./api";
import { announce, element } from "./page/dom";
import { text } from "./page/i18n";
import { conceptLink } from "./review/cardview";
import { Deck } from "./study/deck";
import { allMarks, type Mark } from "./study/known";
import { erase, isKept, onOtherTab, progress, restoreMirror, takeIn } from "./study/log";
import { markSign, showMarks } from "./study/marks";
import { reviews } from "./study/progress";
import { BrokenProgress, decode, parseProgress, writeProgress } from "./study/progressfile";

const MARKS: readonly Mark[] = ["known", "learning", "later"];

/** The largest file that is read, in bytes; 200,000 events of the usual length take half of it. */
const LARGEST = 64 << 20;

const main = document.getElementById("progress");
const message = document.getElementById("progress-message");

function say(what: string, bad = false): void {
  message?.replaceChildren(element("p", { class: bad ? "notice bad" : "notice" }, what));
  announce(what);
}

/** What concepts are called; without the server, their slugs do. */
let names: Deck | undefined;

async function show(): Promise<void> {
  await restoreMirror();
  const { events } = await progress();
  const marks = allMarks();
  for (const mark of MARKS) {
    const slugs = [...marks].filter(([, kind]) => kind === mark).map(([slug]) => slug);
    const count = document.getElementById(`count-${mark}`);
    count?.replaceChildren(String(slugs.length), markSign(mark));
    list(mark, slugs);
  }
  const given = reviews(events);
  document.getElementById("count-reviews")?.replaceChildren(String(given.length));
  document.getElementById("count-cards")?.replaceChildren(String(new Set(given.map(({ question }) => question)).size));
  document.getElementById("count-events")?.replaceChildren(text("progress.events", events.length));
  const place = document.getElementById("kept");
  place?.replaceChildren(text(isKept() ? "progress.kept" : "progress.notKept"));
}

function list(mark: Mark, slugs: readonly string[]): void {
  const links = slugs.map((slug) => element("li", {}, conceptLink(slug, names?.label(slug) ?? slug)));
  const place = document.getElementById(`list-${mark}`);
  place?.replaceChildren(...links);
  place?.closest("details")?.toggleAttribute("hidden", links.length === 0);
  if (place !== null) {
    showMarks(place);
  }
}

async function save(): Promise<void> {
  const written = writeProgress(await progress());
  const address = URL.createObjectURL(new Blob([written], { type: "application/json" }));
  const day = new Date().toISOString().slice(0, 10);
  element("a", { href: address, download: `zhitu-progress-${day}.json` }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function read(file: File): Promise<void> {
  try {
    if (file.size > LARGEST) {
      throw new BrokenProgress("toomany", "");
    }
    const added = await takeIn(parseProgress(decode(await file.arrayBuffer())));
    await show();
    say(text("progress.imported", file.name, added));
  } catch (failure) {
    say(
      failure instanceof BrokenProgress
        ? `${text(`progress.bad.${failure.problem}`, file.name, failure.place, failure.line)} ${text("progress.untouched")}`
        : text("failed"),
      true,
    );
  }
}

function bind(root: HTMLElement): void {
  document
    .getElementById("export")
    ?.addEventListener("click", () => void save().catch(() => say(text("failed"), true)));
  const picker = document.getElementById("import");
  if (picker instanceof HTMLInputElement) {
    picker.addEventListener("change", () => {
      const file = picker.files?.[0];
      picker.value = "";
      if (file !== undefined) {
        void read(file);
      }
    });
  }
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    root.classList.add("dropping");
  });
  root.addEventListener("dragleave", () => root.classList.remove("dropping"));
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    root.classList.remove("dropping");
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) {
      void read(file);
    }
  });
  bindErase();
}

function bindErase(): void {
  const dialog = document.getElementById("erase-dialog");
  if (!(dialog instanceof HTMLDialogElement)) {
    return;
  }
  document.getElementById("erase")?.addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "erase") {
      erase()
        .then(show)
        .then(() => say(text("progress.erased")))
        .catch(() => say(text("failed"), true));
    }
    dialog.returnValue = "";
  });
}

if (main !== null) {
  bind(main);
  main.hidden = false;
  fetchDeck(new URLSearchParams())
    .then((answer) => (names = new Deck(answer)))
    .catch(() => undefined)
    .then(show)
    .catch(() => say(text("failed"), true));
  onOtherTab(() => void show());
}
