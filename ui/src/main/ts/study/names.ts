/** Joins names that an address carries with slugs that the browser remembers, each once, in order. */
export function mergeNames(written: string, slugs: readonly string[]): string[] {
  const names = written
    .split(/[,，、;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return [...new Set([...names, ...slugs])];
}
