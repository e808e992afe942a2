/** What a learner has done, as `docs/progress.md` describes it: pure values, no storage. */

/** The most events of one file. */
export const MAX_EVENTS = 200_000;

/** The longest id, slug or question, in UTF-16 code units. */
export const MAX_TEXT = 200;

/** The last moment that a file can say. */
export const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** How a concept stands; `none`: as if it had never been marked. */
export type State = "known" | "learning" | "later" | "none";

/** How a card went: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

/** Something that a learner did once, on one device. Members that are not named here are kept as they are. */
export type ProgressEvent = { readonly id: string; readonly at: string } & (
  | { readonly type: "concept"; readonly concept: string; readonly state: State }
  | { readonly type: "review"; readonly question: string; readonly grade: Grade }
  | { readonly type: "undo"; readonly event: string }
  | { readonly type: "other" }
);

/** An event that says how a concept stands. */
export type Marked = Extract<ProgressEvent, { readonly type: "concept" }>;

export interface Reviewed {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly question: string;
  readonly grade: Grade;
}

/** Returns the moment of an event in milliseconds since 1970. */
export function moment(event: { readonly at: string }): number {
  return Date.parse(event.at.toUpperCase());
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of events: by time, then by id. */
export function inOrder(a: ProgressEvent, b: ProgressEvent): number {
  return moment(a) - moment(b) || byText(a.id, b.id);
}

function content(event: ProgressEvent): string {
  switch (event.type) {
    case "concept":
      return `concept ${event.concept} ${event.state}`;
    case "review":
      return `review ${event.question} ${event.grade}`;
    case "undo":
      return `undo ${event.event}`;
    default:
      return String((event as { type: string }).type);
  }
}

/** Returns the events of several devices together: each id once, by time, then by id. */
export function merge(...devices: (readonly ProgressEvent[])[]): ProgressEvent[] {
  const byId = new Map<string, ProgressEvent>();
  for (const event of devices.flat()) {
    const other = byId.get(event.id);
    const first = other === undefined || (moment(event) - moment(other) || byText(content(event), content(other))) < 0;
    if (first) {
      byId.set(event.id, event);
    }
  }
  return sorted([...byId.values()]);
}

function sorted(events: ProgressEvent[]): ProgressEvent[] {
  return events
    .map((event) => ({ event, at: moment(event) }))
    .sort((a, b) => a.at - b.at || byText(a.event.id, b.event.id))
    .map(({ event }) => event);
}

/** Returns the events that no other takes back; they must be merged. */
function effective(events: readonly ProgressEvent[]): readonly ProgressEvent[] {
  const undone = new Set(events.flatMap((event) => (event.type === "undo" ? [event.event] : [])));
  return undone.size === 0 ? events : events.filter((event) => !undone.has(event.id));
}

/** Returns how every concept stands, by slug; what was unmarked last is left out. */
export function states(events: readonly ProgressEvent[]): Map<string, Exclude<State, "none">> {
  const last = new Map<string, State>();
  for (const event of effective(events)) {
    if (event.type === "concept") {
      last.set(event.concept, event.state);
    }
  }
  const standing = new Map<string, Exclude<State, "none">>();
  for (const [slug, state] of [...last].sort(([a], [b]) => byText(a, b))) {
    if (state !== "none") {
      standing.set(slug, state);
    }
  }
  return standing;
}

/** Returns all reviews that count, oldest first. */
export function reviews(events: readonly ProgressEvent[]): Reviewed[] {
  return effective(events).flatMap((event) =>
    event.type === "review" ? [{ id: event.id, at: moment(event), question: event.question, grade: event.grade }] : [],
  );
}
