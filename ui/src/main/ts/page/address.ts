/** What a reader chose by the address and links keep: the language of the pages, and that of the concepts' names. */
export const CHOICES = ["lang", "content"];

/** Returns the address of a page; keeps what the reader chose by the address. */
export function pageAddress(
  path: string,
  parameters: Record<string, string> = {},
  here: string = location.search,
): string {
  const query = new URLSearchParams(parameters);
  for (const name of CHOICES) {
    const chosen = new URLSearchParams(here).get(name);
    if (chosen !== null && !query.has(name)) {
      query.set(name, chosen);
    }
  }
  const written = query.toString();
  return written === "" ? path : `${path}?${written}`;
}

/** Returns the address of a concept's page. */
export function conceptAddress(slug: string): string {
  return pageAddress(`/concept/${encodeURIComponent(slug)}`);
}
