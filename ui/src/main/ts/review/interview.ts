import { announce, element } from "../page/dom";
import { text } from "../page/i18n";
import type { Deed } from "../study/log";
import type { Card, Deck } from "../study/deck";
import type { Grade } from "../study/progress";
import { showMarks } from "../study/marks";
import { about, answer, ask, conceptLinks, gradeButtons, gradeName, keyButton, meant } from "./cardview";
import { hints } from "./hints";
import { clock } from "./words";

interface Told {
  readonly card: Card;
  readonly grade: Grade;
  readonly hints: number;
  /** Milliseconds until the answer was shown. */
  readonly time: number;
}

/** Shuffles; each order is as likely as any other. */
export function shuffled<T>(some: readonly T[], random: () => number = Math.random): T[] {
  const all = [...some];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}

/** An interview: questions at random against the clock, hints step by step, judged by oneself. What is said counts as a review. */
export class Interview {
  private cards: Card[] = [];
  private told: Told[] = [];
  private minutes = 2;
  private began = 0;
  private answered: number | undefined;
  private ticking: number | undefined;
  private given = 0;
  private lines: Promise<HTMLElement[]> = Promise.resolve([]);

  constructor(
    private readonly stage: HTMLElement,
    private readonly from: { readonly deck: Deck; readonly only: ReadonlySet<string> | undefined },
    private readonly record: (deed: Deed) => unknown,
    private readonly ended: () => void,
  ) {
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** Begins with some questions, each with some minutes. */
  start(count: number, minutes: number): void {
    this.cards = shuffled(this.from.deck.cards.filter(({ id }) => this.from.only?.has(id) !== false)).slice(0, count);
    this.told = [];
    this.minutes = minutes;
    this.next();
  }

  stop(): void {
    window.clearInterval(this.ticking);
    this.cards = [];
  }

  private current(): Card | undefined {
    return this.cards[this.told.length];
  }

  private next(): void {
    window.clearInterval(this.ticking);
    const card = this.current();
    if (card === undefined) {
      this.summary();
      return;
    }
    this.began = Date.now();
    this.answered = undefined;
    this.given = 0;
    this.lines = Promise.all(card.about.map(about)).then(hints, () => []);
    const watch = element("span", { class: "clock", role: "timer" });
    const question = ask(card);
    this.stage.replaceChildren(
      element(
        "p",
        { class: "quiet left" },
        text("review.question", this.told.length + 1, this.cards.length),
        " ",
        watch,
      ),
      element(
        "article",
        { class: "flashcard" },
        question,
        element("ol", { class: "hints", "aria-live": "polite" }),
        element(
          "div",
          { class: "deeds" },
          keyButton(text("review.show"), text("review.space"), () => void this.open(), "primary"),
          keyButton(text("review.hint"), "h", () => void this.hint()),
        ),
      ),
      element(
        "p",
        { class: "others" },
        keyButton(text("review.end"), "q", () => this.summary()),
      ),
    );
    const tick = (): void => {
      const spent = (this.answered ?? Date.now()) - this.began;
      watch.textContent = `${clock(spent)} / ${clock(this.minutes * 60_000)}`;
      watch.classList.toggle("over", spent > this.minutes * 60_000);
    };
    tick();
    this.ticking = window.setInterval(tick, 1000);
    question.focus();
  }

  private async hint(): Promise<void> {
    const card = this.current();
    const lines = await this.lines;
    const line = lines[this.given];
    if (card !== this.current() || this.answered !== undefined) {
      return;
    }
    if (line === undefined) {
      announce(text("review.hint.none"));
      this.stage.querySelector("[aria-keyshortcuts=h]")?.setAttribute("disabled", "");
      return;
    }
    this.given++;
    this.stage.querySelector(".hints")?.append(line);
  }

  private async open(): Promise<void> {
    const card = this.current();
    if (card === undefined || this.answered !== undefined) {
      return;
    }
    this.answered = Date.now();
    const said = await answer(card);
    if (card !== this.current()) {
      return;
    }
    const buttons = gradeButtons(
      () => "",
      (grade) => this.grade(grade),
    );
    this.stage.querySelector(".flashcard .deeds")?.replaceWith(said, buttons);
    showMarks(said);
    said.focus();
  }

  private grade(grade: Grade): void {
    const card = this.current();
    if (card !== undefined && this.answered !== undefined) {
      this.record({ type: "review", question: card.id, grade });
      this.told.push({ card, grade, hints: this.given, time: this.answered - this.began });
      announce(gradeName(grade));
      this.next();
    }
  }

  private summary(): void {
    this.stop();
    const heading = element("h2", { tabindex: "-1" }, text("review.interview.over"));
    const good = this.told.filter(({ grade }) => grade > 1).length;
    const rows = this.told.map(({ card, grade, hints: used, time }) =>
      element(
        "tr",
        {},
        element("td", {}, card.text, element("p", { class: "quiet" }, conceptLinks(this.from.deck, card.about))),
        element("td", {}, gradeName(grade)),
        element("td", {}, clock(time)),
        element("td", {}, String(used)),
      ),
    );
    const head = ["question", "grade", "time", "hints"].map((key) =>
      element("th", { scope: "col" }, text(`review.column.${key}`)),
    );
    const back = element("button", { type: "button" }, text("review.back"));
    back.addEventListener("click", this.ended);
    this.stage.replaceChildren(
      heading,
      element("p", { class: "sum" }, text("review.went", this.told.length, good)),
      ...(rows.length === 0
        ? []
        : [
            element(
              "div",
              { class: "scroll", tabindex: "0", role: "region", "aria-label": text("review.interview.over") },
              element(
                "table",
                { class: "told" },
                element("thead", {}, element("tr", {}, ...head)),
                element("tbody", {}, ...rows),
              ),
            ),
          ]),
      element("p", { class: "others" }, back),
    );
    showMarks(this.stage);
    heading.focus();
  }

  private key(event: KeyboardEvent): void {
    if (this.current() === undefined || !meant(event)) {
      return;
    }
    const grade = Number(event.key);
    if (event.key === " " || event.key === "Enter") {
      void this.open();
    } else if (event.key === "h") {
      void this.hint();
    } else if (event.key === "q") {
      this.summary();
    } else if (grade >= 1 && grade <= 4 && this.stage.querySelector(".grades") !== null) {
      this.grade(grade as Grade);
    } else {
      return;
    }
    event.preventDefault();
  }
}
