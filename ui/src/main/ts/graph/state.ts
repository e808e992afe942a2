import { escapeName, readStep, unescapeName, writeStep, type Step } from "./steps";
import { GREATEST_SCALE, LEAST_SCALE } from "./viewport";

/** What the address of a view says: enough to draw it again somewhere else. */
export interface ViewState {
  readonly concept: string;
  readonly depth: number;
  /** The relations that are followed; none named: all. */
  readonly relations: readonly string[];
  /** The kinds of concepts that are shown besides the one in the middle; none named: all. */
  readonly kinds: readonly string[];
  /** What was done to the first picture, in order. */
  readonly steps: readonly Step[];
  /** The concept that is selected; empty for the one in the middle. */
  readonly at: string;
  /** The concept from which a way is to be found; empty for none. */
  readonly start: string;
  /** Relations and kinds that are hidden, each as `relation.partOf` or `kind.task`. */
  readonly hide: readonly string[];
  /** Whether the reader's own marks are shown. */
  readonly marks: boolean;
  /** The middle of what is seen and how large it is; undefined where the whole picture is shown. */
  readonly look: Look | undefined;
}

export interface Look {
  readonly x: number;
  readonly y: number;
  /** In percent. */
  readonly scale: number;
}

export const MOST_STEPS = 60;
/** An address longer than this is not written: later steps are left out. */
export const LONGEST = 6000;
const MOST_NAMES = 20;

export const START: ViewState = {
  concept: "",
  depth: 1,
  relations: [],
  kinds: [],
  steps: [],
  at: "",
  start: "",
  hide: [],
  marks: true,
  look: undefined,
};

function words(value: string | null): string[] {
  return (value ?? "").split(",").filter((word) => word !== "");
}

/** Reads the part of an address after the question mark. */
export function readState(search: string): ViewState {
  const query = new URLSearchParams(search);
  const depth = Number.parseInt(query.get("depth") ?? "1", 10);
  const names = (key: string): string[] => query.getAll(key).flatMap(words).map(unescapeName).slice(0, MOST_NAMES);
  return {
    concept: query.get("concept") ?? "",
    depth: Number.isNaN(depth) ? 1 : Math.min(Math.max(depth, 1), 6),
    relations: names("relations"),
    kinds: names("kinds"),
    steps: words(query.get("steps"))
      .slice(0, MOST_STEPS)
      .flatMap((word) => readStep(word) ?? []),
    at: query.get("at") ?? "",
    start: query.get("start") ?? "",
    hide: names("hide"),
    marks: query.get("marks") !== "off",
    look: readLook(query.get("look")),
  };
}

function readLook(value: string | null): Look | undefined {
  const [x, y, scale] = (value ?? "").split(",").map(Number);
  const all = [x, y, scale];
  if (value === null || x === undefined || y === undefined || scale === undefined || !all.every(Number.isInteger)) {
    return undefined;
  }
  return { x, y, scale: Math.min(GREATEST_SCALE * 100, Math.max(LEAST_SCALE * 100, scale)) };
}

/** Writes the part of an address after the question mark; what is as usual is left out. */
export function writeState(state: ViewState): string {
  const query = new URLSearchParams();
  query.set("concept", state.concept);
  if (state.depth !== 1) {
    query.set("depth", String(state.depth));
  }
  const names = (key: string, list: readonly string[]): void => {
    if (list.length > 0) {
      query.set(key, list.slice(0, MOST_NAMES).map(escapeName).join(","));
    }
  };
  names("relations", state.relations);
  names("kinds", state.kinds);
  names("hide", state.hide);
  if (!state.marks) {
    query.set("marks", "off");
  }
  if (state.at !== "") {
    query.set("at", state.at);
  }
  if (state.start !== "") {
    query.set("start", state.start);
  }
  if (state.look !== undefined) {
    query.set("look", [state.look.x, state.look.y, state.look.scale].join(","));
  }
  const steps = kept(state.steps, LONGEST - query.toString().length);
  if (steps.length > 0) {
    query.set("steps", steps.join(","));
  }
  // These stand in addresses as they are, and addresses are read by people.
  return query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/** Says whether an address holds all steps. */
export function holdsAll(state: ViewState): boolean {
  return readState(writeState(state)).steps.length === state.steps.length;
}

function kept(steps: readonly Step[], room: number): string[] {
  const written: string[] = [];
  let left = room - "&steps=".length;
  for (const word of steps.slice(0, MOST_STEPS).map(writeStep)) {
    left -= new URLSearchParams({ s: word }).toString().length + 1;
    if (left < 0) {
      break;
    }
    written.push(word);
  }
  return written;
}
