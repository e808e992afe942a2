const plain = (written: string): string => written.normalize("NFKC").toLowerCase();

/** Says whether what is typed means an action: a part of its text, or the beginning of a word of it or of its key. */
export function matches(typed: string, key: string, shown: string): boolean {
  const wanted = plain(typed);
  const name = plain(shown);
  const chinese = /\p{Script=Han}/u.test(wanted);
  return chinese
    ? name.includes(wanted)
    : [name, plain(key)].some((text) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")}`.includes(` ${wanted}`));
}
