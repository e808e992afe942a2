import type { Card, Deck } from "../study/deck";
import { intervals, Memories, recall } from "../study/memory";
import type { Deed } from "../study/log";
import type { Grade, ProgressEvent, Reviewed } from "../study/progress";
import { toBlame } from "../study/rules";
import { queue, standing, type Queue, type Settings } from "./queue";

/** One answer of a session. */
export interface Answered {
  readonly card: Card;
  readonly grade: Grade;
  readonly event: string;
}

/** How a session went. */
export interface Summary {
  readonly asked: number;
  readonly recalled: number;
  /** Slugs of what was recalled each time. */
  readonly well: readonly string[];
  /** Slugs of what was not, weakest first, with the prerequisite to look at. */
  readonly weak: readonly { readonly slug: string; readonly first: string | undefined }[];
  readonly next: number | undefined;
}

/** The world outside a session, so that a test can be it. */
export interface World {
  now(): number;
  record(deed: Deed): ProgressEvent;
  /** Slugs of what is marked as known. */
  marked(): Iterable<string>;
}

/** A sitting: which card is asked, what was said, what follows. */
export class Session {
  readonly answers: Answered[] = [];
  private memories: Memories;
  private chosen: Card | undefined;

  constructor(
    readonly deck: Deck,
    private reviews: readonly Reviewed[],
    private settings: Settings,
    private readonly world: World,
  ) {
    this.memories = Memories.replay(deck, reviews);
  }

  /** Takes over what other tabs or another file brought. */
  renew(reviews: readonly Reviewed[]): void {
    this.reviews = reviews;
    this.memories = Memories.replay(this.deck, reviews);
  }

  want(settings: Settings): void {
    this.settings = settings;
  }

  queue(): Queue {
    const known = standing(this.deck, this.memories, this.world.marked());
    return queue(this.deck, this.memories, known, this.settings, this.world.now());
  }

  /** The card to ask; none: enough for now. */
  current(): Card | undefined {
    return this.chosen ?? this.queue().first;
  }

  /** Asks a card next, though it waits or is not due. */
  choose(card: Card): void {
    this.chosen = card;
  }

  isNew(card: Card): boolean {
    return this.memories.get(card.id) === undefined;
  }

  intervals(card: Card): Map<Grade, number> {
    return intervals(this.memories.get(card.id), this.world.now());
  }

  /** Takes an answer; returns the slug of what to look at first, if the card was not recalled and something below is weak. */
  grade(card: Card, grade: Grade): string | undefined {
    const event = this.world.record({ type: "review", question: card.id, grade });
    const review = { id: event.id, at: Date.parse(event.at), question: card.id, grade };
    this.reviews = [...this.reviews, review];
    this.memories.add(card.id, review.at, grade);
    this.answers.push({ card, grade, event: event.id });
    this.chosen = undefined;
    return grade === 1 ? this.blame(card) : undefined;
  }

  /** Takes the last answer back and asks its card again; returns it. */
  undo(): Card | undefined {
    const last = this.answers.pop();
    if (last !== undefined) {
      this.world.record({ type: "undo", event: last.event });
      this.renew(this.reviews.filter(({ id }) => id !== last.event));
      this.chosen = last.card;
    }
    return last?.card;
  }

  /** The probability that a concept is recalled now: its weakest card; 1 if marked as known, 0 if nothing is known of it. */
  strength(slug: string): number {
    const known = this.deck.withRequired(this.world.marked());
    const cards = this.deck.about(slug).flatMap((id) => this.memories.get(id) ?? []);
    if (cards.length === 0) {
      return known.has(slug) ? 1 : 0;
    }
    return Math.min(...cards.map((memory) => recall(memory, this.world.now())));
  }

  private blame(card: Card): string | undefined {
    const own = new Set(card.about);
    const below = [...new Map(card.about.flatMap((slug) => this.deck.links(slug).below.map((one) => [one.slug, one])))]
      .map(([, one]) => one)
      .filter(({ slug }) => !own.has(slug))
      .sort((a, b) => a.distance - b.distance);
    return toBlame({ waitsFor: [], below }, this.deck.weak, (slug) => this.strength(slug));
  }

  summary(): Summary {
    const failed = new Map<string, Card>();
    const touched = new Set<string>();
    for (const { card, grade } of this.answers) {
      for (const slug of card.about) {
        touched.add(slug);
        if (grade === 1) {
          failed.set(slug, card);
        }
      }
    }
    return {
      asked: this.answers.length,
      recalled: this.answers.filter(({ grade }) => grade > 1).length,
      well: [...touched].filter((slug) => !failed.has(slug)),
      weak: [...failed]
        .map(([slug, card]) => ({ slug, first: this.blame(card), strength: this.strength(slug) }))
        .sort((a, b) => a.strength - b.strength)
        .map(({ slug, first }) => ({ slug, first })),
      next: this.queue().next,
    };
  }
}
