import { KNOWN, MARKS, migrate, record } from "./log";
import { keep, load } from "./storage";

/** How far a reader is with a concept. Kept in the browser and nowhere else. */
export type Mark = "known" | "learning" | "later";

/** Reads a stored list; anything that is not a list of slugs is as good as empty. */
export function parseKnown(stored: string | null): string[] {
  if (stored === null) {
    return [];
  }
  try {
    const value: unknown = JSON.parse(stored);
    return Array.isArray(value)
      ? [
          ...new Set(value.filter((slug): slug is string => typeof slug === "string" && /^[a-z0-9-]+$/.test(slug))),
        ].sort()
      : [];
  } catch {
    return [];
  }
}

export function knownSlugs(): string[] {
  return parseKnown(load(KNOWN));
}

/** Reads stored marks; anything that is not one is left out. */
export function parseMarks(stored: string | null): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  try {
    const value: unknown = JSON.parse(stored ?? "{}");
    for (const [slug, mark] of Object.entries(typeof value === "object" && value !== null ? value : {})) {
      if (/^[a-z0-9-]+$/.test(slug) && (mark === "learning" || mark === "later")) {
        marks.set(slug, mark);
      }
    }
  } catch {
    // as good as nothing
  }
  return marks;
}

/** Returns the mark of every concept that has one: what is known wins. */
export function allMarks(): Map<string, Mark> {
  const marks = parseMarks(load(MARKS));
  for (const slug of knownSlugs()) {
    marks.set(slug, "known");
  }
  return marks;
}

/** Marks a concept, or takes its mark away. */
export function setMark(slug: string, mark: Mark | undefined): void {
  const marks = allMarks();
  if (marks.get(slug) === mark) {
    return;
  }
  migrate(marks);
  marks.delete(slug);
  if (mark !== undefined) {
    marks.set(slug, mark);
  }
  const sorted = [...marks].sort(([a], [b]) => (a < b ? -1 : 1));
  keep(KNOWN, JSON.stringify(sorted.filter(([, kind]) => kind === "known").map(([known]) => known)));
  keep(MARKS, JSON.stringify(Object.fromEntries(sorted.filter(([, kind]) => kind !== "known"))));
  record({ type: "concept", concept: slug, state: mark ?? "none" });
}

/** Says of a concept that it is known, or no longer; returns all that are. */
export function setKnown(slug: string, known: boolean): string[] {
  if (known || allMarks().get(slug) === "known") {
    setMark(slug, known ? "known" : undefined);
  }
  return knownSlugs();
}

/** Says of every known concept that it is not; other marks and all reviews stay. */
export function forgetAll(): void {
  knownSlugs().forEach((slug) => setMark(slug, undefined));
}
