/** What a reader did to a picture. The first picture and its steps, in order, make the picture again. */
export type Step =
  /** Neighbours of a concept were shown: of one relation, or of all where it is empty. */
  | { readonly verb: "open"; readonly slug: string; readonly relation: string; readonly inverse: boolean }
  /** What a concept brought was taken away. */
  | { readonly verb: "fold"; readonly slug: string }
  /** A concept was fixed at a place. */
  | { readonly verb: "pin"; readonly slug: string; readonly x: number; readonly y: number }
  | { readonly verb: "free"; readonly slug: string }
  /** A way between two concepts was shown, the nth shortest, counted from 0. */
  | { readonly verb: "way"; readonly from: string; readonly to: string; readonly nth: number }
  /** The way is no longer shown. */
  | { readonly verb: "clear" };

// Colons part the words of a step and commas the steps, so one inside a name is written with a percent sign.
export function escapeName(name: string): string {
  return name.replaceAll("%", "%25").replaceAll(",", "%2C").replaceAll(":", "%3A");
}

export function unescapeName(name: string): string {
  return name.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
}

/** Writes a step as one word of an address. */
export function writeStep(step: Step): string {
  switch (step.verb) {
    case "open": {
      const slug = escapeName(step.slug);
      return step.relation === ""
        ? `open:${slug}`
        : `open:${slug}:${step.inverse ? "-" : ""}${escapeName(step.relation)}`;
    }
    case "fold":
    case "free":
      return `${step.verb}:${escapeName(step.slug)}`;
    case "pin":
      return `pin:${escapeName(step.slug)}:${step.x}:${step.y}`;
    case "way":
      return `way:${escapeName(step.from)}:${escapeName(step.to)}:${step.nth}`;
    case "clear":
      return "clear";
  }
}

/** Reads a step; undefined where it is none. */
export function readStep(word: string): Step | undefined {
  const [verb, ...written] = word.split(":");
  const [first = "", second = "", third = ""] = written.map(unescapeName);
  switch (verb) {
    case "open": {
      const inverse = second.startsWith("-");
      return first === "" ? undefined : { verb, slug: first, relation: inverse ? second.slice(1) : second, inverse };
    }
    case "fold":
    case "free":
      return first === "" ? undefined : { verb, slug: first };
    case "pin": {
      const x = Number(second);
      const y = Number(third);
      return first === "" || second === "" || third === "" || !Number.isInteger(x) || !Number.isInteger(y)
        ? undefined
        : { verb, slug: first, x, y };
    }
    case "way": {
      const nth = Number(third);
      return first === "" || second === "" || !Number.isInteger(nth) || nth < 0
        ? undefined
        : { verb, from: first, to: second, nth };
    }
    case "clear":
      return { verb };
    default:
      return undefined;
  }
}

/** Adds a step to others; one that only puts right the one before it takes its place. */
export function followedBy(steps: readonly Step[], step: Step): Step[] {
  const last = steps[steps.length - 1];
  const again =
    last !== undefined &&
    ((step.verb === "pin" && last.verb === "pin" && last.slug === step.slug) ||
      (step.verb === "way" && last.verb === "way") ||
      (step.verb === "clear" && last.verb === "clear"));
  return [...(again ? steps.slice(0, -1) : steps), step];
}
