import { createEmptyCard, fsrs, State, type Card as FsrsCard } from "ts-fsrs";
import type { Deck } from "./deck";
import type { Grade, Reviewed } from "./progress";
import { credits } from "./rules";

/** FSRS-6 with its default weights, 90 % wanted, and without chance: the same reviews give the same dates on every device. */
const SCHEDULER = fsrs({
  request_retention: 0.9,
  maximum_interval: 36500,
  enable_fuzz: false,
  enable_short_term: true,
});

export const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** How a card stands after its reviews. */
export interface Memory {
  readonly fsrs: FsrsCard;
  /** When it is to be asked again, credit included; milliseconds since 1970. */
  readonly due: number;
  readonly last: Grade;
  readonly reviews: number;
  /** When it was first asked. */
  readonly first: number;
}

/** A review that follows a memory, none of them for a new card. Credit does not change what FSRS believes. */
export function after(memory: Memory | undefined, at: number, grade: Grade): Memory {
  const before: FsrsCard = memory?.fsrs ?? createEmptyCard(new Date(at));
  const next = SCHEDULER.next(before, Math.max(at, before.last_review?.getTime() ?? at), grade).card;
  return {
    fsrs: next,
    due: next.due.getTime(),
    last: grade,
    reviews: (memory?.reviews ?? 0) + 1,
    first: memory?.first ?? at,
  };
}

/** Returns how long each grade puts a card off, in milliseconds. */
export function intervals(memory: Memory | undefined, now: number): Map<Grade, number> {
  return new Map(GRADES.map((grade) => [grade, after(memory, now, grade).due - now]));
}

/** The probability that a card is recalled now; what was not recalled last is not. */
export function recall(memory: Memory, now: number): number {
  return memory.last === 1 ? 0 : SCHEDULER.get_retrievability(memory.fsrs, Math.max(now, memory.first), false);
}

/** How all cards stand. Changes as reviews are added, in their order. */
export class Memories {
  private readonly byCard = new Map<string, Memory>();

  constructor(private readonly deck: Deck) {}

  static replay(deck: Deck, reviews: readonly Reviewed[]): Memories {
    const memories = new Memories(deck);
    reviews.forEach((review) => memories.add(review.question, review.at, review.grade));
    return memories;
  }

  get(card: string): Memory | undefined {
    return this.byCard.get(card);
  }

  all(): ReadonlyMap<string, Memory> {
    return this.byCard;
  }

  /** Takes in a review, and credits what it used. */
  add(question: string, at: number, grade: Grade): void {
    this.byCard.set(question, after(this.byCard.get(question), at, grade));
    const card = this.deck.card(question);
    if (card === undefined || grade === 1) {
      return;
    }
    for (const [slug, credit] of this.worth(card.about)) {
      for (const other of this.deck.about(slug)) {
        this.putOff(other, at, credit);
      }
    }
  }

  /** The largest credit that a review of some concepts gives to each concept below them. */
  private worth(about: readonly string[]): Map<string, number> {
    const worth = new Map<string, number>();
    for (const slug of about) {
      for (const [below, credit] of credits(this.deck.links(slug), true)) {
        worth.set(below, Math.max(credit, worth.get(below) ?? 0));
      }
    }
    about.forEach((slug) => worth.delete(slug));
    return worth;
  }

  /** Moves a card's date by a share of the way to where a review with "good" would have put it. */
  private putOff(card: string, at: number, credit: number): void {
    const memory = this.byCard.get(card);
    if (memory === undefined || memory.fsrs.state !== State.Review) {
      return;
    }
    const gained = after(memory, at, 3).due - memory.due;
    if (gained > 0) {
      this.byCard.set(card, { ...memory, due: memory.due + credit * gained });
    }
  }
}
