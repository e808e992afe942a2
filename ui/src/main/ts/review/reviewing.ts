import { announce, element } from "../page/dom";
import { text } from "../page/i18n";
import type { Card } from "../study/deck";
import type { Grade } from "../study/progress";
import { setMark, showMarks } from "../study/marks";
import {
  answer,
  ask,
  conceptLink,
  conceptLinks,
  gradeButtons,
  gradeName,
  keyButton,
  meant,
  noteAddress,
  place,
} from "./cardview";
import type { Queue } from "./queue";
import type { Session } from "./session";
import { span, when } from "./words";

/** How many waiting cards are listed. */
const LISTED = 50;

/** Reviewing on screen: what there is, the card that is asked, how it went. */
export class Reviewing {
  private shown: { card: Card; open: boolean } | undefined;
  private first: string | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly session: Session,
  ) {
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** Whether a card is being asked. */
  isAsking(): boolean {
    return this.shown !== undefined;
  }

  /** Shows what there is to do. */
  overview(): void {
    this.shown = undefined;
    const now = this.session.queue();
    const start = element("button", { type: "button", class: "primary", "data-start": "" }, text("review.start"));
    start.addEventListener("click", () => this.next());
    this.put(
      this.tally(now),
      now.first === undefined ? element("p", { class: "notice" }, this.nothing(now)) : element("p", {}, start),
      ...this.waiting(now),
    );
  }

  private nothing(now: Queue): string {
    const until = now.next === undefined ? "" : ` ${text("review.next", when(now.next, Date.now()))}`;
    return (now.waiting.length > 0 && now.next === undefined ? text("review.allWait") : text("review.enough")) + until;
  }

  private tally(now: Queue): HTMLElement {
    const figure = (key: string, count: number): HTMLElement =>
      element("div", { class: key }, element("dt", {}, text(`review.${key}`)), element("dd", {}, String(count)));
    return element(
      "dl",
      { class: "figures" },
      figure("due", now.due.length),
      figure("fresh", now.fresh.length),
      figure("waits", now.waiting.length),
      ...(now.later > 0 ? [figure("later", now.later)] : []),
    );
  }

  private waiting(now: Queue): HTMLElement[] {
    if (now.waiting.length === 0) {
      return [];
    }
    const items = now.waiting.slice(0, LISTED).map(({ card, for: missing }) => {
      const anyway = element("button", { type: "button", class: "linklike" }, text("review.anyway"));
      anyway.addEventListener("click", () => {
        this.session.choose(card);
        this.next();
      });
      return element(
        "li",
        {},
        element("span", {}, card.text),
        element(
          "p",
          { class: "quiet" },
          text("review.waitsFor"),
          " ",
          ...missing.flatMap((slug) => this.missing(slug)),
          anyway,
        ),
      );
    });
    const list = element("ul", { class: "plain held" }, ...items);
    return [
      element(
        "details",
        { class: "waiting" },
        element("summary", {}, text("review.waiting", now.waiting.length)),
        element("p", { class: "quiet" }, text("review.why")),
        list,
        ...(now.waiting.length > LISTED
          ? [element("p", { class: "quiet" }, text("review.more", now.waiting.length - LISTED))]
          : []),
      ),
    ];
  }

  private missing(slug: string): (HTMLElement | string)[] {
    const label = this.session.deck.label(slug);
    const know = element("button", { type: "button", class: "linklike" }, text("review.know"));
    know.setAttribute("aria-label", text("review.know.what", label));
    know.addEventListener("click", () => {
      setMark(slug, "known");
      announce(text("marked", label));
      this.overview();
      this.stage.querySelector("details.waiting")?.setAttribute("open", "");
      this.stage.querySelector<HTMLElement>("details.waiting summary")?.focus();
    });
    return [conceptLink(slug, label), " (", know, ") "];
  }

  /** Asks the next card, or says how it went. */
  next(): void {
    const card = this.session.current();
    if (card === undefined) {
      this.summary();
    } else {
      this.ask(card);
    }
  }

  private ask(card: Card): void {
    this.shown = { card, open: false };
    const question = ask(card);
    const show = keyButton(text("review.show"), text("review.space"), () => void this.open(), "primary");
    this.put(
      this.line(),
      ...this.blame(),
      element(
        "article",
        { class: "flashcard" },
        element(
          "p",
          { class: "quiet topicline" },
          ...(this.session.isNew(card) ? [element("span", { class: "state" }, text("review.new")), " "] : []),
          ...(card.answered ? [] : [element("span", { class: "state open" }, text("review.self")), " "]),
          conceptLinks(this.session.deck, card.about),
        ),
        question,
        element("div", { class: "deeds" }, show),
      ),
      this.rest(card),
    );
    question.focus();
  }

  private async open(): Promise<void> {
    const asked = this.shown;
    if (asked === undefined || asked.open) {
      return;
    }
    asked.open = true;
    const after = this.session.intervals(asked.card);
    const said = await answer(asked.card);
    if (this.shown !== asked) {
      return; // another card meanwhile
    }
    const buttons = gradeButtons(
      (grade) => span(after.get(grade) ?? 0),
      (grade) => this.grade(grade),
    );
    this.stage.querySelector(".flashcard .deeds")?.replaceWith(said, buttons);
    showMarks(said);
    said.focus();
  }

  private grade(grade: Grade): void {
    const card = this.shown?.card;
    if (card === undefined) {
      return;
    }
    this.first = this.session.grade(card, grade);
    announce(gradeName(grade));
    this.next();
  }

  private undo(): void {
    const card = this.session.undo();
    if (card !== undefined) {
      this.first = undefined;
      announce(text("undone"));
      this.ask(card);
    }
  }

  private blame(): HTMLElement[] {
    if (this.first === undefined) {
      return [];
    }
    const link = conceptLink(this.first, this.session.deck.label(this.first));
    return [element("p", { class: "notice first" }, text("review.first"), " ", link)];
  }

  private line(): HTMLElement {
    const now = this.session.queue();
    const left = now.due.length + now.fresh.length;
    return element("p", { class: "quiet left" }, text("review.left", this.session.answers.length, left));
  }

  private rest(card: Card): HTMLElement {
    const undo = keyButton(text("undo"), "u", () => this.undo());
    undo.disabled = this.session.answers.length === 0;
    return element(
      "p",
      { class: "others" },
      undo,
      place(card),
      keyButton(text("review.end"), "q", () => this.summary()),
    );
  }

  private summary(): void {
    this.shown = undefined;
    const { asked, recalled, well, weak, next } = this.session.summary();
    const heading = element("h2", { tabindex: "-1" }, text("review.summary"));
    const again = element("button", { type: "button" }, text("review.back"));
    again.addEventListener("click", () => this.overview());
    const deck = this.session.deck;
    this.put(
      heading,
      element("p", { class: "sum" }, text("review.went", asked, recalled)),
      ...(well.length === 0
        ? []
        : [element("h3", {}, text("review.well")), element("p", {}, conceptLinks(deck, well))]),
      ...(weak.length === 0
        ? []
        : [
            element("h3", {}, text("review.weak")),
            element(
              "ul",
              { class: "plain weak" },
              ...weak.map(({ slug, first }) =>
                element(
                  "li",
                  {},
                  conceptLink(slug, deck.label(slug)),
                  ...(first === undefined
                    ? []
                    : [
                        element(
                          "p",
                          { class: "quiet" },
                          text("review.first"),
                          " ",
                          conceptLink(first, deck.label(first)),
                        ),
                      ]),
                ),
              ),
            ),
          ]),
      ...(next === undefined ? [] : [element("p", {}, text("review.next", when(next, Date.now())))]),
      element("p", { class: "others" }, ...this.undoAgain(), again),
    );
    heading.focus();
  }

  private undoAgain(): HTMLElement[] {
    return this.session.answers.length === 0 ? [] : [keyButton(text("undo"), "u", () => this.undo())];
  }

  private put(...parts: HTMLElement[]): void {
    this.stage.closest("main")?.classList.toggle("asking", this.shown !== undefined);
    this.stage.replaceChildren(...parts);
    showMarks(this.stage);
  }

  private key(event: KeyboardEvent): void {
    if (this.stage.hidden || !meant(event)) {
      return;
    }
    const asked = this.shown;
    const grade = Number(event.key);
    if (asked === undefined && (event.key === " " || event.key === "Enter")) {
      this.stage.querySelector<HTMLElement>("[data-start]")?.click();
    } else if (asked !== undefined && !asked.open && (event.key === " " || event.key === "Enter")) {
      void this.open();
    } else if (asked?.open === true && grade >= 1 && grade <= 4 && this.stage.querySelector(".grades") !== null) {
      this.grade(grade as Grade);
    } else if (event.key === "u") {
      this.undo();
    } else if (asked !== undefined && event.key === "q") {
      this.summary();
    } else if (asked !== undefined && event.key === "e") {
      location.assign(noteAddress(asked.card));
    } else {
      return;
    }
    event.preventDefault();
  }
}
