/** Returns the address of a page; keeps the language where the reader chose one by the address. */
export function pageAddress(
  path: string,
  parameters: Record<string, string> = {},
  here: string = location.search,
): string {
  const query = new URLSearchParams(parameters);
  const language = new URLSearchParams(here).get("lang");
  if (language !== null && !query.has("lang")) {
    query.set("lang", language);
  }
  const written = query.toString();
  return written === "" ? path : `${path}?${written}`;
}

/** Returns the address of a concept's page. */
export function conceptAddress(slug: string): string {
  return pageAddress(`/concept/${encodeURIComponent(slug)}`);
}
