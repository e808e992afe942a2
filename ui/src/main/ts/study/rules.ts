/**
 * What the graph of prerequisites says about review: the rules of `org.zhitu.graph.review.ReviewRules`, applied to the plain data
 * that the server hands out. Both are held to the same cases.
 */

/** A concept that another requires. */
export interface Below {
  readonly slug: string;
  readonly distance: number;
  readonly credit: number;
}

/** What the rules say of a concept, whoever asks. */
export interface Links {
  readonly waitsFor: readonly string[];
  /** Nearest first, then in learning order. */
  readonly below: readonly Below[];
}

/** What a new card waits for; nothing: it need not wait. */
export function waiting(links: Links, known: ReadonlySet<string>): string[] {
  return links.waitsFor.filter((slug) => !known.has(slug));
}

/** What a review of a concept is worth to what it requires, by slug: nothing unless it was recalled. */
export function credits(links: Links, recalled: boolean): Map<string, number> {
  return new Map(recalled ? links.below.map(({ slug, credit }) => [slug, credit]) : []);
}

/** The prerequisite to look at after a concept was not recalled; none where all of them are strong. */
export function toBlame(links: Links, weak: number, strength: (slug: string) => number): string | undefined {
  let weakest: string | undefined;
  let least = weak;
  for (const { slug } of links.below) {
    const now = strength(slug);
    if (now < least) {
      weakest = slug;
      least = now;
    }
  }
  return weakest;
}
