import type { Card, Deck } from "../study/deck";
import type { Memories } from "../study/memory";
import { waiting } from "../study/rules";

/** A card in its learning steps that is due this soon is asked rather than ending the session. */
const AHEAD = 20 * 60_000;

/** How a learner wants to review. */
export interface Settings {
  /** The most cards that are asked for the first time on one day. */
  readonly perDay: number;
  /** Whether cards are asked that wait for what they need. */
  readonly eager: boolean;
  /** Ids of the cards that may be asked; none given: all. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** What there is to review at a moment. */
export interface Queue {
  /** Cards to repeat now, longest overdue first. */
  readonly due: readonly Card[];
  /** Cards to ask for the first time today, in learning order. */
  readonly fresh: readonly Card[];
  /** How many more are new and ready, for the days to come. */
  readonly later: number;
  /** New cards that wait, with the concepts they wait for. */
  readonly waiting: readonly { readonly card: Card; readonly for: readonly string[] }[];
  /** When the next card is due that is not due now; none: there is none. */
  readonly next: number | undefined;
  /** The card to ask now. */
  readonly first: Card | undefined;
}

/** What a learner knows as the gate sees it: what is marked, what that requires, and what has been recalled. */
export function standing(deck: Deck, memories: Memories, marked: Iterable<string>): Set<string> {
  const known = deck.withRequired(marked);
  for (const [id, memory] of memories.all()) {
    if (memory.last > 1) {
      deck.card(id)?.about.forEach((slug) => known.add(slug));
    }
  }
  return known;
}

/**
 * What a new card waits for. A prerequisite that no card is about could not be recalled: what that one waits for takes its
 * place. What a card is itself about it does not wait for.
 */
export function waitsFor(deck: Deck, card: Card, known: ReadonlySet<string>): string[] {
  const looked = new Set(card.about);
  const missing: string[] = [];
  const look = (slug: string): void => {
    for (const before of waiting(deck.links(slug), known)) {
      if (!looked.has(before)) {
        looked.add(before);
        if (deck.about(before).length > 0) {
          missing.push(before);
        } else {
          look(before);
        }
      }
    }
  };
  card.about.forEach(look);
  return missing;
}

function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

/** Returns what there is to review now. */
export function queue(
  deck: Deck,
  memories: Memories,
  known: ReadonlySet<string>,
  settings: Settings,
  now: number,
): Queue {
  const cards = deck.cards.filter(({ id }) => settings.only?.has(id) !== false);
  const seen = cards
    .flatMap((card) => {
      const memory = memories.get(card.id);
      return memory === undefined ? [] : [{ card, memory }];
    })
    .sort((a, b) => a.memory.due - b.memory.due || (a.card.id < b.card.id ? -1 : 1));
  const today = [...memories.all().values()].filter(({ first }) => first >= startOfDay(now)).length;
  const ready: Card[] = [];
  const held: { card: Card; for: string[] }[] = [];
  for (const card of cards.filter(({ id }) => memories.get(id) === undefined)) {
    const missing = settings.eager ? [] : waitsFor(deck, card, known);
    if (missing.length === 0) {
      ready.push(card);
    } else {
      held.push({ card, for: missing });
    }
  }
  ready.sort((a, b) => deck.place(a) - deck.place(b)); // stable: by note and line
  const due = seen.filter(({ memory }) => memory.due <= now).map(({ card }) => card);
  const fresh = ready.slice(0, Math.max(0, settings.perDay - today));
  const coming = seen.filter(({ memory }) => memory.due > now);
  const soon = coming.find(({ memory }) => memory.due <= now + AHEAD)?.card;
  return {
    due,
    fresh,
    later: ready.length - fresh.length,
    waiting: held,
    next: coming[0]?.memory.due,
    first: due[0] ?? fresh[0] ?? soon,
  };
}
