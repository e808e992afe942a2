/** What the reader has learned: slugs, kept in the browser and nowhere else. */

const KEY = "zhitu.known";

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
  try {
    return parseKnown(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

function store(slugs: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(slugs));
  } catch {
    // storage is off: the mark lasts as long as the page
  }
}

export function setKnown(slug: string, known: boolean): string[] {
  const slugs = new Set(knownSlugs());
  if (known) {
    slugs.add(slug);
  } else {
    slugs.delete(slug);
  }
  const sorted = [...slugs].sort();
  store(sorted);
  return sorted;
}

export function forgetAll(): void {
  store([]);
}
