import { MAX_EVENTS, MAX_TEXT, merge, type ProgressEvent } from "./progress";

const FORMAT = "zhitu-progress";
const VERSION = 1;

/** RFC 3339, milliseconds at most, no leap second. */
const TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?([Zz]|[+-](0\d|1[0-7]):[0-5]\d)$/;

/** What Java takes for blank: no-break spaces are not. */
const BLANK = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/;

/** What a progress file holds. */
export interface Progress {
  /** Each id once, by time, then by id. */
  readonly events: ProgressEvent[];
  /** Members of the file that are not named in `docs/progress.md`; they are kept. */
  readonly extras: Readonly<Record<string, unknown>>;
}

/** What is wrong with a file; the message `progress.bad.<problem>` says it. */
export class BrokenProgress extends Error {
  /**
   * @param problem `nojson` where the browser does not tell where the JSON breaks, `version` for a later one
   * @param place   the member, as `events[12].grade`; for JSON line and column
   * @param line    the line of the file that the event starts on; 0 where it is none
   */
  constructor(
    readonly problem:
      "json" | "nojson" | "utf8" | "format" | "version" | "noversion" | "events" | "event" | "toomany" | "member",
    readonly place: string,
    readonly line = 0,
  ) {
    super(`${problem}: ${place}`);
  }
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads the bytes of a file, which are UTF-8. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BrokenProgress("utf8", "");
  }
}

/** Reads a progress file as a whole, or throws what is wrong with it. */
export function parseProgress(text: string): Progress {
  const root = json(text.replace(/^\uFEFF/, ""));
  if (!isObject(root) || root["format"] !== FORMAT) {
    throw new BrokenProgress("format", "format");
  }
  const { format: _, version, events, ...extras } = root;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new BrokenProgress("noversion", "version");
  }
  if (version > VERSION) {
    throw new BrokenProgress("version", "version");
  }
  if (!Array.isArray(events)) {
    throw new BrokenProgress("events", "events");
  }
  if (events.length > MAX_EVENTS) {
    throw new BrokenProgress("toomany", "events");
  }
  events.forEach((event, index) => check(event, index, text));
  return { events: merge(events as ProgressEvent[]), extras };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    const where = place(text, String(failure));
    throw new BrokenProgress(where === undefined ? "nojson" : "json", where ?? "");
  }
}

/** Line and column of an error, as far as the browser's words tell; of a text that breaks off, where it does. */
function place(text: string, words: string): string | undefined {
  const told = /line (\d+) column (\d+)/.exec(words);
  if (told !== null) {
    return `${told[1]}:${told[2]}`;
  }
  const position = /position (\d+)/.exec(words)?.[1];
  if (position === undefined && !/end of|eof|unterminated/i.test(words)) {
    return undefined;
  }
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

/** Matches a text of JSON, or one of the signs that open, close and part its values. */
const SIGNS = /"(?:[^"\\]|\\.)*"|[[\]{},]/g;

/** Returns the line on which an event of a file starts. */
function lineOf(file: string, index: number): number {
  let depth = 0;
  let name = "";
  let inEvents = false;
  let at = 0;
  let start = 0;
  for (const sign of file.matchAll(SIGNS)) {
    const [written] = sign;
    if (depth === 1 && written.startsWith('"')) {
      name = written;
    } else if (written === "[" || written === "{") {
      depth++;
      if (depth === 2 && written === "[" && name === '"events"') {
        [inEvents, at, start] = [true, 0, index === 0 ? sign.index + 1 : start];
      }
    } else if (written === "]" || written === "}") {
      depth--;
      inEvents = inEvents && depth > 1;
    } else if (inEvents && depth === 2 && written === "," && ++at === index) {
      start = sign.index + 1;
    }
  }
  const first = start + file.slice(start).search(/\S/);
  return file.slice(0, first).split("\n").length;
}

function check(event: unknown, index: number, file: string): void {
  const at = `events[${index}]`;
  const bad = (member: string): BrokenProgress => new BrokenProgress("member", `${at}.${member}`, lineOf(file, index));
  if (!isObject(event)) {
    throw new BrokenProgress("event", at, lineOf(file, index));
  }
  const text = (member: string): string => {
    const value = event[member];
    if (typeof value !== "string" || BLANK.test(value) || value.length > MAX_TEXT) {
      throw bad(member);
    }
    return value;
  };
  text("id");
  if (!isTime(text("at"))) {
    throw bad("at");
  }
  switch (text("type")) {
    case "concept":
      text("concept");
      if (!["known", "learning", "later", "none"].includes(text("state"))) {
        throw bad("state");
      }
      break;
    case "review":
      text("question");
      if (![1, 2, 3, 4].includes(event["grade"] as number)) {
        throw bad("grade");
      }
      break;
    case "undo":
      text("event");
      break;
  }
}

function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (parts === null) {
    return false;
  }
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Writes a progress file: an event a line, the same events always as the same text. */
export function writeProgress({ events, extras }: Progress): string {
  const members = Object.entries(extras)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  const lines = merge(events).map((event) => `    ${JSON.stringify(event)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n${members.join("")}  "events": ${list}\n}\n`;
}
