import type { Concept } from "../api";
import type { Below, Links } from "./rules";

/** A question to be asked. */
export interface Card {
  readonly id: string;
  readonly text: string;
  /** Whether the note answers it; otherwise the learner alone judges. */
  readonly answered: boolean;
  readonly note: string;
  readonly line: number;
  readonly about: readonly string[];
}

/** What `/api/review` answers. */
export interface DeckAnswer {
  readonly total: number;
  readonly rules: { readonly decay: number; readonly depth: number; readonly weak: number };
  readonly cards: readonly Card[];
  readonly concepts: readonly {
    readonly concept: Concept;
    readonly waitsFor: readonly string[];
    readonly below: readonly Below[];
  }[];
}

/**
 * Adds the cards of a part to those of the whole, which leaves cards out where there are very many. The order of concepts stays
 * that of learning: the whole has with each concept all that it requires, so that what only the part has may come after it.
 */
export function together(whole: DeckAnswer, part: DeckAnswer): DeckAnswer {
  const had = new Set(whole.cards.map(({ id }) => id));
  const known = new Set(whole.concepts.map(({ concept }) => concept.slug));
  const links = new Map(part.concepts.map((entry) => [entry.concept.slug, entry]));
  return {
    ...whole,
    cards: [...whole.cards, ...part.cards.filter(({ id }) => !had.has(id))],
    concepts: [
      ...whole.concepts.map((entry) => (entry.below.length === 0 ? (links.get(entry.concept.slug) ?? entry) : entry)),
      ...part.concepts.filter(({ concept }) => !known.has(concept.slug)),
    ],
  };
}

const NOTHING: Links = { waitsFor: [], below: [] };

/** The cards with what is asked of them again and again. */
export class Deck {
  readonly cards: readonly Card[];
  readonly total: number;
  readonly weak: number;
  private readonly byId: ReadonlyMap<string, Card>;
  private readonly byConcept = new Map<string, string[]>();
  private readonly entries: ReadonlyMap<string, { concept: Concept; links: Links; place: number }>;

  constructor(answer: DeckAnswer) {
    this.cards = answer.cards;
    this.total = answer.total;
    this.weak = answer.rules.weak;
    this.byId = new Map(answer.cards.map((card) => [card.id, card]));
    this.entries = new Map(
      answer.concepts.map(({ concept, ...links }, place) => [concept.slug, { concept, links, place }]),
    );
    for (const { id, about } of answer.cards) {
      for (const slug of about) {
        this.byConcept.set(slug, [...this.about(slug), id]);
      }
    }
  }

  card(id: string): Card | undefined {
    return this.byId.get(id);
  }

  /** The cards about a concept. */
  about(slug: string): readonly string[] {
    return this.byConcept.get(slug) ?? [];
  }

  /** What the rules say of a concept; nothing of one that is not in the graph. */
  links(slug: string): Links {
    return this.entries.get(slug)?.links ?? NOTHING;
  }

  label(slug: string): string {
    return this.entries.get(slug)?.concept.label ?? slug;
  }

  /** Where a card stands in learning order: after all that its concepts need. */
  place(card: Card): number {
    return Math.max(-1, ...card.about.map((slug) => this.entries.get(slug)?.place ?? -1));
  }

  /** Adds what some concepts require, directly or not: who knows a concept knows what it requires. */
  withRequired(slugs: Iterable<string>): Set<string> {
    const all = new Set(slugs);
    for (const slug of all) {
      this.links(slug).waitsFor.forEach((before) => all.add(before)); // a set hands out what is added on the way
    }
    return all;
  }
}
