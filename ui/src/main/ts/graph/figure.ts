import type { Evidence } from "../api";
import type { Rectangle } from "./layout";

/** A box to draw; x and y are its upper left corner. */
export interface FigureNode extends Rectangle {
  readonly id: string;
  /** What stands in the box; made to fit it. */
  readonly label: string;
  /** The tag of the label's language; undefined where nobody can say. */
  readonly lang: string | undefined;
  /** Names the colour and the glyph; empty for neither. */
  readonly kind: string;
  /** More names for style sheets, with blanks between them. */
  readonly look: string;
  /** The whole of it in words, for who listens and for the tip. */
  readonly said: string;
  /** How many neighbours are not drawn. */
  readonly more: number;
  /** Whether anything that it opened is drawn; undefined where it can open nothing. */
  readonly open: boolean | undefined;
  /** How far the reader is with it: known, learning or later; empty for none. */
  readonly mark: string;
  readonly pinned: boolean;
}

/** What a line says. */
export interface Told {
  /** The statement as a sentence. */
  readonly said: string;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** A line to draw, its tip at the end named `to`. */
export interface FigureEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Names the look of the line. */
  readonly relation: string;
  /** What stands on it where there is room; empty for nothing. */
  readonly label: string;
  /** What it says, the most telling first. */
  readonly told: readonly Told[];
}

/** All that a canvas draws. */
export interface Figure {
  readonly nodes: ReadonlyMap<string, FigureNode>;
  readonly edges: readonly FigureEdge[];
}

/** What of a figure stands out. */
export interface Emphasis {
  /** The id of a node, or empty. */
  readonly selected: string;
  /** Ids of nodes and edges on the way that is shown. */
  readonly way: ReadonlySet<string>;
  /** The id of the node from which a way is to be found, or empty. */
  readonly start: string;
}
