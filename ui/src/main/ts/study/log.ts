import { database } from "./database";
import {
  merge,
  moment,
  states,
  LATEST,
  MAX_EVENTS,
  type Grade,
  type Marked,
  type ProgressEvent,
  type State,
} from "./progress";
import { BrokenProgress, type Progress } from "./progressfile";
import { drop, keep, load, loadJson } from "./storage";

/**
 * The log of what the learner did. An event is first written into an outbox, at once, and then moved into the database: a page
 * that is left in between loses nothing. How concepts stand is mirrored in small texts that any page reads without waiting.
 */

const DEVICE = "zhitu.device";
const OUTBOX = "zhitu.outbox";

/** The mirror: slugs that are known, as a list; what is learned now or later, by slug. */
export const KNOWN = "zhitu.known";
export const MARKS = "zhitu.marks";

/** By slug, when a concept was marked last, where that is still to come by the clock of this device. */
const AHEAD = "zhitu.ahead";

/** What happened, before it has an id and a time. */
export type Deed =
  | { readonly type: "concept"; readonly concept: string; readonly state: State }
  | { readonly type: "review"; readonly question: string; readonly grade: Grade }
  | { readonly type: "undo"; readonly event: string };

interface Device {
  readonly name: string;
  readonly count: number;
}

function device(): Device | undefined {
  const value = loadJson(DEVICE) as Partial<Device> | null;
  return typeof value?.name === "string" && typeof value.count === "number"
    ? { name: value.name, count: value.count }
    : undefined;
}

function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Returns the next id of this device. Numbers rise with the clock, so that two tabs do not count alike. */
function nextId(now: number): string {
  const { name, count } = device() ?? { name: random(), count: 0 };
  const next = Math.max(count + 1, now);
  keep(DEVICE, JSON.stringify({ name, count: next }));
  return `${name}-${next}`;
}

function outbox(): ProgressEvent[] {
  const value = loadJson(OUTBOX);
  return Array.isArray(value) ? (value as ProgressEvent[]) : [];
}

function ahead(): Record<string, number> {
  return (loadJson(AHEAD) ?? {}) as Record<string, number>;
}

/** Returns the time of a deed: a mark comes after the last one of its concept, though another device's clock was fast. */
function timeOf(deed: Deed, now: number): number {
  const marked = ahead();
  if (deed.type !== "concept" || marked[deed.concept] === undefined) {
    return now;
  }
  const at = Math.max(now, Math.min((marked[deed.concept] ?? 0) + 1, LATEST));
  keep(AHEAD, JSON.stringify({ ...marked, [deed.concept]: at }));
  return at;
}

/** Writes down what happened, at once; returns the event. */
export function record(deed: Deed, now = Date.now()): ProgressEvent {
  const event: ProgressEvent = { id: nextId(now), at: new Date(timeOf(deed, now)).toISOString(), ...deed };
  keep(OUTBOX, JSON.stringify([...outbox(), event]));
  void flush();
  return event;
}

let flushing: Promise<void> = Promise.resolve();

/** Moves what waits into the database; what comes meanwhile stays for the next time. */
export function flush(): Promise<void> {
  flushing = flushing
    .then(async () => {
      const base = await database();
      const waiting = outbox();
      if (base === undefined || waiting.length === 0) {
        return;
      }
      await base.put({ events: waiting, extras: {} });
      const moved = new Set(waiting.map(({ id }) => id));
      keep(OUTBOX, JSON.stringify(outbox().filter(({ id }) => !moved.has(id))));
    })
    .catch(() => {
      // the events stay in the outbox and are tried again
    });
  return flushing;
}

/** Returns all that is known of the learner, in order. */
export async function progress(): Promise<Progress> {
  await flush();
  const base = await database();
  const stored = base === undefined ? { events: [], extras: {} } : await base.all();
  return { events: merge(stored.events, outbox()), extras: stored.extras };
}

/** Writes the mirror anew from the events. */
function mirror(events: readonly ProgressEvent[]): void {
  const standing = [...states(events)];
  keep(KNOWN, JSON.stringify(standing.filter(([, state]) => state === "known").map(([slug]) => slug)));
  keep(MARKS, JSON.stringify(Object.fromEntries(standing.filter(([, state]) => state !== "known"))));
  const now = Date.now();
  const late = events.filter((event) => event.type === "concept" && moment(event) > now) as Marked[];
  keep(AHEAD, JSON.stringify(Object.fromEntries(late.map((event) => [event.concept, moment(event)]))));
}

/** Brings the mirror to what the events say: after another device's events came in, or where it was lost. */
export async function restoreMirror(): Promise<void> {
  mirror((await progress()).events);
}

/** Takes in what a file holds, all of it or nothing; returns how many events were new. */
export async function takeIn(other: Progress): Promise<number> {
  const mine = await progress();
  const together = merge(mine.events, other.events);
  if (together.length > MAX_EVENTS) {
    throw new BrokenProgress("toomany", "events");
  }
  const had = new Map(mine.events.map((event) => [event.id, JSON.stringify(event)]));
  const changed = together.filter((event) => had.get(event.id) !== JSON.stringify(event));
  const base = await database();
  if (base === undefined) {
    keep(OUTBOX, JSON.stringify(together));
  } else {
    await base.put({ events: changed, extras: other.extras });
  }
  mirror(together);
  return together.length - had.size;
}

/** Deletes everything that this browser keeps of the learner. */
export async function erase(): Promise<void> {
  await flush();
  await (await database())?.clear();
  [OUTBOX, KNOWN, MARKS, AHEAD].forEach(drop);
}

/** Whether this browser has no name yet as a device. */
export function firstTime(): boolean {
  return device() === undefined;
}

/** Turns the marks of a version before there were events into events, once. */
export function migrate(marks: ReadonlyMap<string, Exclude<State, "none">>, now = Date.now()): void {
  if (!firstTime()) {
    return;
  }
  for (const [concept, state] of marks) {
    record({ type: "concept", concept, state }, now);
  }
  nextId(now);
}

/** Calls back when another tab changed something. */
export function onOtherTab(changed: () => void): void {
  window.addEventListener("storage", (event) => {
    if (event.key === null || [KNOWN, MARKS, OUTBOX].includes(event.key)) {
      changed();
    }
  });
}

/** Whether anything outlives the page. */
export function isKept(): boolean {
  const probe = "zhitu.probe";
  const kept = keep(probe, load(probe) ?? "1");
  drop(probe);
  return kept;
}
