import { TRIPLE, type Row, type Table, type Term } from "./result";

const ESCAPES: Readonly<Record<string, string>> = {
  t: "\t",
  b: "\b",
  n: "\n",
  r: "\r",
  f: "\f",
  '"': '"',
  "'": "'",
  "\\": "\\",
};

function unescape(written: string): string {
  return written.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, four, eight, one: string) =>
    four || eight ? String.fromCodePoint(parseInt((four ?? eight) as string, 16)) : (ESCAPES[one] ?? one),
  );
}

const SPACE = /[ \t]*/y;
const IRI = /<([^<>"{}|^`\\\x00-\x20]*(?:\\[uU][0-9A-Fa-f]+[^<>"{}|^`\\\x00-\x20]*)*)>/y;
const BLANK = /_:([\p{L}\p{N}_][\p{L}\p{N}_.·-]*)/uy;
const TEXT = /"((?:[^"\\\n\r]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<([^<>]*)>)?/y;

/** A reader of one line. */
class Line {
  private at = 0;

  constructor(private readonly text: string) {}

  private match(pattern: RegExp): RegExpExecArray | null {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) {
      this.at += found[0].length;
    }
    return found;
  }

  private eat(sign: string): boolean {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
    const there = this.text.startsWith(sign, this.at);
    this.at += there ? sign.length : 0;
    return there;
  }

  term(): Term {
    if (this.eat("<<(")) {
      const [subject, predicate, object] = [this.term(), this.term(), this.term()];
      this.eat(")>>");
      return { type: "triple", subject, predicate, object };
    }
    const iri = this.match(IRI);
    if (iri !== null) {
      return { type: "uri", value: unescape(iri[1] ?? "") };
    }
    const blank = this.match(BLANK);
    if (blank !== null) {
      return { type: "bnode", value: blank[1] ?? "" };
    }
    const text = this.match(TEXT);
    if (text !== null) {
      return {
        type: "literal",
        value: unescape(text[1] ?? ""),
        lang: text[2] ?? "",
        datatype: text[3] ?? "",
      };
    }
    throw new Error(`not N-Triples: ${this.text.slice(0, 200)}`);
  }
}

/**
 * Reads N-Triples as a table of subject, predicate and object; those beyond the most that are shown are left out, and the
 * table says so.
 *
 * @see https://www.w3.org/TR/rdf12-n-triples/
 */
export function readTriples(text: string, most: number): Table {
  const rows: Row[] = [];
  let cut = false;
  for (const written of text.split("\n")) {
    const line = written.trim();
    if (line === "" || line.startsWith("#") || /^VERSION\b/i.test(line)) {
      continue;
    }
    if (rows.length === most) {
      cut = true;
      break;
    }
    const reader = new Line(line);
    rows.push(new Map(TRIPLE.map((column) => [column, reader.term()])));
  }
  return { columns: TRIPLE, rows, isGraph: true, cut };
}
