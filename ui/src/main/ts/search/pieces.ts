/** The part of an input that suggestions are for: what stands after the last comma. */
export interface Piece {
  before: string;
  name: string;
}

/** Splits the value of an input that takes several names. */
export function lastPiece(value: string): Piece {
  const cut = Math.max(...[",", "，", "、", ";", "；"].map((mark) => value.lastIndexOf(mark)));
  const before = value.slice(0, cut + 1);
  return { before, name: value.slice(cut + 1).trim() };
}

/** Puts a chosen name in the place of the piece. */
export function complete(piece: Piece, name: string): string {
  return piece.before === "" ? name : `${piece.before.trimEnd()} ${name}`;
}

/** Splits a matched text into what is before, in and after the match; bounds are kept inside the text. */
export function highlight(text: string, from: number, to: number): [string, string, string] {
  const start = Math.min(Math.max(from, 0), text.length);
  const end = Math.min(Math.max(to, start), text.length);
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}
