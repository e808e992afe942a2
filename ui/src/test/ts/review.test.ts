import { describe, expect, it } from "vitest";
import written from "../../../../graph/src/test/resources/org/zhitu/graph/review/review-cases.json";
import { queue, standing, waitsFor } from "../../main/ts/review/queue";
import { Session, type World } from "../../main/ts/review/session";
import { shuffled } from "../../main/ts/review/interview";
import { clock, span } from "../../main/ts/review/words";
import { Deck, together, type DeckAnswer } from "../../main/ts/study/deck";
import { Memories } from "../../main/ts/study/memory";
import { reviews, type Grade, type ProgressEvent, type Reviewed } from "../../main/ts/study/progress";
import { credits, toBlame, waiting, type Links } from "../../main/ts/study/rules";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 8, 10, 12);

interface Course {
  readonly weak: number;
  readonly links: Record<string, Links>;
  readonly cases: {
    slug: string;
    known: string[];
    waiting: boolean;
    credits: Record<string, number>;
    strengths: Record<string, number>;
    toBlame: string | null;
  }[];
}

/** Written by `ReviewCasesTest`: what `ReviewRules` say. */
const courses = written as unknown as Course[];

describe("the rules of review", () => {
  it("say what the graph module says", () => {
    let count = 0;
    for (const { weak, links, cases } of courses) {
      for (const one of cases) {
        const its = links[one.slug] as Links;
        expect(waiting(its, new Set(one.known)).length > 0).toBe(one.waiting);
        expect(Object.fromEntries(credits(its, true))).toEqual(one.credits);
        expect(credits(its, false).size).toBe(0);
        expect(toBlame(its, weak, (slug) => one.strengths[slug] ?? 0) ?? null).toBe(one.toBlame);
        count++;
      }
    }
    expect(count).toBeGreaterThan(100);
  });
});

/** softmax <- attention <- transformer <- bert; nothing is asked about the transformer. */
function answer(): DeckAnswer {
  const chain = ["softmax", "attention", "transformer", "bert"];
  return {
    total: 4,
    rules: { decay: 0.5, depth: 3, weak: 0.9 },
    cards: [
      { id: "b", text: "BERT 怎样做掩码？", answered: false, note: "n.md", line: 1, about: ["bert"] },
      { id: "a", text: "为什么要除以根号 d？", answered: true, note: "n.md", line: 2, about: ["attention"] },
      { id: "s", text: "What is softmax?", answered: true, note: "n.md", line: 3, about: ["softmax"] },
      {
        id: "x",
        text: "Attention and softmax?",
        answered: true,
        note: "n.md",
        line: 4,
        about: ["attention", "softmax"],
      },
    ],
    concepts: chain.map((slug, at) => ({
      concept: { slug, label: slug, kind: "method", known: true },
      waitsFor: chain.slice(Math.max(0, at - 1), at),
      below: chain
        .slice(Math.max(0, at - 3), at)
        .reverse()
        .map((below, index) => ({ slug: below, distance: index + 1, credit: 0.5 ** (index + 1) })),
    })),
  };
}

const deck = new Deck(answer());
const given = (question: string, days: number, grade: Grade): Reviewed => ({
  id: `${question}${days}`,
  at: NOW - days * DAY,
  question,
  grade,
});
const settings = { perDay: 10, eager: false };
const ids = (cards: readonly { id: string }[]): string[] => cards.map(({ id }) => id);

describe("the queue", () => {
  it("begins with what needs nothing and holds the rest back", () => {
    const none = new Memories(deck);
    const now = queue(deck, none, standing(deck, none, []), settings, NOW);
    expect(ids(now.fresh)).toEqual(["s", "x"]);
    expect(now.waiting.map(({ card, for: missing }) => `${card.id} ${missing.join()}`)).toEqual([
      "b attention",
      "a softmax",
    ]);
  });

  it("looks through what no card is about", () => {
    const card = deck.cards[0] as (typeof deck.cards)[number];
    expect(waitsFor(deck, card, new Set())).toEqual(["attention"]);
    expect(waitsFor(deck, card, new Set(["transformer"]))).toEqual([]);
  });

  it("asks in learning order once it may, and at most so many new cards a day", () => {
    const memories = new Memories(deck);
    const known = standing(deck, memories, ["transformer"]);
    expect([...known].sort()).toEqual(["attention", "softmax", "transformer"]);
    const now = queue(deck, memories, known, { perDay: 3, eager: false }, NOW);
    expect(ids(now.fresh)).toEqual(["s", "a", "x"]);
    expect(now.later).toBe(1);
    memories.add("s", NOW - 1000, 4);
    expect(ids(queue(deck, memories, known, { perDay: 3, eager: false }, NOW).fresh)).toEqual(["a", "x"]);
  });

  it("lets a card pass when what it needs was recalled, or when asked to be eager", () => {
    const recalled = Memories.replay(deck, [given("s", 1, 3)]);
    const now = queue(deck, recalled, standing(deck, recalled, []), settings, NOW);
    expect(ids(now.waiting.map(({ card }) => card))).toEqual(["b"]);
    const failed = Memories.replay(deck, [given("s", 1, 1)]);
    const known = standing(deck, failed, []);
    expect(queue(deck, failed, known, settings, NOW).waiting).toHaveLength(2);
    expect(queue(deck, failed, known, { perDay: 10, eager: true }, NOW).waiting).toEqual([]);
  });

  it("asks what is longest overdue first, and only what was chosen", () => {
    const memories = Memories.replay(deck, [given("a", 30, 4), given("s", 40, 4)]);
    const known = standing(deck, memories, []);
    expect(ids(queue(deck, memories, known, settings, NOW).due)).toEqual(["s", "a"]);
    expect(ids(queue(deck, memories, known, { ...settings, only: new Set(["a"]) }, NOW).due)).toEqual(["a"]);
  });
});

describe("credit", () => {
  it("puts cards below off by its share, and changes nothing that FSRS believes", () => {
    const before = Memories.replay(deck, [given("s", 8, 4)]).get("s")!;
    const full = Memories.replay(deck, [given("s", 8, 4), given("s", 0, 3)]).get("s")!;
    const credited = Memories.replay(deck, [given("s", 8, 4), given("a", 0, 3)]).get("s")!;
    expect(credited.due - before.due).toBeCloseTo((full.due - before.due) / 2, -1);
    expect(credited.fsrs).toEqual(before.fsrs);
    const further = Memories.replay(deck, [given("s", 8, 4), given("b", 0, 3)]).get("s")!;
    expect(further.due - before.due).toBeCloseTo((full.due - before.due) / 8, -1);
  });

  it("is not given for failing, nor to what has never been asked, nor from a card to its own concepts", () => {
    const before = Memories.replay(deck, [given("s", 8, 4)]).get("s")!;
    expect(Memories.replay(deck, [given("s", 8, 4), given("a", 0, 1)]).get("s")).toEqual(before);
    expect(Memories.replay(deck, [given("s", 8, 4), given("x", 0, 3)]).get("s")).toEqual(before);
    expect(Memories.replay(deck, [given("a", 0, 3)]).get("s")).toBeUndefined();
  });

  it("is the same on every device", () => {
    const said = [given("s", 20, 3), given("a", 19, 4), given("s", 12, 2), given("b", 3, 4), given("a", 1, 1)];
    expect(Memories.replay(deck, said).all()).toEqual(Memories.replay(deck, [...said]).all());
  });
});

describe("cards that were chosen", () => {
  it("are asked though the deck of all cards was too large to hold them", () => {
    const all = answer();
    const whole: DeckAnswer = {
      ...all,
      cards: all.cards.filter(({ id }) => id === "s"),
      concepts: all.concepts.slice(0, 3).map((entry, at) => (at === 0 ? entry : { ...entry, below: [] })),
    };
    const part: DeckAnswer = { ...all, total: 1, cards: all.cards.filter(({ id }) => id === "b") };
    const both = new Deck(together(whole, part));
    expect(ids(both.cards)).toEqual(["s", "b"]);
    expect(both.total).toBe(4);
    expect(both.links("bert").below.map(({ slug }) => slug)).toEqual(["transformer", "attention", "softmax"]);
    expect(both.links("attention").below.map(({ slug }) => slug)).toEqual(["softmax"]);
    expect(both.cards.map((card) => both.place(card))).toEqual([0, 3]);
    const only = { ...settings, eager: true, only: new Set(["b"]) };
    expect(new Session(both, [], only, new FakeWorld()).current()?.id).toBe("b");
  });
});

class FakeWorld implements World {
  readonly events: ProgressEvent[] = [];
  time = NOW;
  known: string[] = [];

  now(): number {
    return (this.time += 1000);
  }

  record(deed: Parameters<World["record"]>[0]): ProgressEvent {
    const event = { id: `e${this.events.length}`, at: new Date(this.now()).toISOString(), ...deed } as ProgressEvent;
    this.events.push(event);
    return event;
  }

  marked(): string[] {
    return this.known;
  }
}

describe("a session", () => {
  it("takes an answer back, with nothing left of it but the record", () => {
    const world = new FakeWorld();
    const session = new Session(deck, [], settings, world);
    const first = session.current()!;
    session.grade(first, 1);
    expect(session.current()).not.toBe(first);
    expect(session.undo()).toBe(first);
    expect(session.current()).toBe(first);
    expect(session.isNew(first)).toBe(true);
    expect(session.summary().asked).toBe(0);
    expect(reviews(world.events)).toEqual([]);
    expect(world.events.map(({ type }) => type)).toEqual(["review", "undo"]);
    expect(session.undo()).toBeUndefined();
  });

  it("points a failure at the weakest prerequisite, and at none that is strong", () => {
    const world = new FakeWorld();
    const session = new Session(deck, [given("s", 1, 4)], { ...settings, eager: true }, world);
    expect(session.grade(deck.card("b")!, 1)).toBe("transformer");
    world.known = ["transformer"];
    expect(session.grade(deck.card("b")!, 1)).toBeUndefined();
    session.grade(deck.card("a")!, 1);
    expect(session.grade(deck.card("b")!, 1)).toBe("attention");
  });

  it("asks a waiting card when it is wanted anyway, and sums up", () => {
    const session = new Session(deck, [], settings, new FakeWorld());
    session.choose(deck.card("a")!);
    expect(session.current()?.id).toBe("a");
    session.grade(deck.card("a")!, 1);
    session.grade(deck.card("s")!, 3);
    const sum = session.summary();
    expect([sum.asked, sum.recalled, sum.well, sum.weak.map(({ slug }) => slug)]).toEqual([
      2,
      1,
      ["softmax"],
      ["attention"],
    ]);
    expect(sum.next).toBeGreaterThan(NOW);
  });

  it("asks a card again that is due in a few minutes rather than ending", () => {
    const world = new FakeWorld();
    const session = new Session(deck, [], { perDay: 1, eager: false }, world);
    session.grade(session.current()!, 1);
    expect(session.current()?.id).toBe("s");
    session.grade(session.current()!, 4);
    expect(session.current()).toBeUndefined();
  });
});

describe("words", () => {
  it("say how long something lasts in the largest unit that fits", () => {
    const said = [30_000, 600_000, 3 * 3_600_000, 8 * DAY, 60 * DAY, 500 * DAY];
    expect(said.map((one) => span(one, "en"))).toEqual(["1 min", "10 min", "3 hr", "8 days", "2 mths", "1.4 yrs"]);
    expect(said.slice(0, 4).map((one) => span(one, "zh"))).toEqual(["1分钟", "10分钟", "3小时", "8天"]);
    expect(clock(125_900)).toBe("2:05");
  });

  it("shuffle so that every order can come", () => {
    let turn = 0;
    const dice = (): number => [0.1, 0.9, 0.4][turn++ % 3] as number;
    expect(shuffled([1, 2, 3, 4], dice).sort()).toEqual([1, 2, 3, 4]);
    expect(shuffled(["一"])).toEqual(["一"]);
  });
});
