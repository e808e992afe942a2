import { keyOf, type Table, type Term } from "./result";

export interface Branch {
  readonly key: string;
  readonly term: Term;
}

/** Things with what lies below them. */
export interface Forest {
  readonly roots: readonly Branch[];
  readonly below: ReadonlyMap<string, readonly Branch[]>;
}

const PAIRS: readonly (readonly [child: RegExp, parent: RegExp])[] = [
  [/^child/i, /^parent/i],
  [/^narrow/i, /^broad/i],
  [/^below/i, /^(above|topic)/i],
  [/^part$/i, /^whole$/i],
  [/^sub/i, /^super/i],
];

/** Returns which column holds the child and which the parent: by name, else the first and the second. */
export function treeColumns(table: Table): { child: string; parent: string } | undefined {
  for (const [childName, parentName] of PAIRS) {
    const child = table.columns.find((column) => childName.test(column));
    const parent = table.columns.find((column) => parentName.test(column));
    if (child !== undefined && parent !== undefined) {
      return { child, parent };
    }
  }
  if (table.isGraph) {
    return { child: "subject", parent: "object" };
  }
  const [child, parent] = table.columns;
  return child === undefined || parent === undefined ? undefined : { child, parent };
}

/** Makes a forest. A thing with several parents stands below each; where all is a circle, its first thing is the root. */
export function forest(table: Table, child: string, parent: string): Forest {
  const terms = new Map<string, Term>();
  const below = new Map<string, Branch[]>();
  const pairs = new Set<string>();
  const children = new Set<string>();
  for (const row of table.rows) {
    const [low, high] = [row.get(child), row.get(parent)];
    for (const term of [high, low]) {
      if (term !== undefined) {
        terms.set(keyOf(term), term);
      }
    }
    if (low === undefined || high === undefined) {
      continue;
    }
    const [lowKey, highKey] = [keyOf(low), keyOf(high)];
    if (lowKey !== highKey && !pairs.has(`${highKey} ${lowKey}`)) {
      pairs.add(`${highKey} ${lowKey}`);
      children.add(lowKey);
      below.set(highKey, [...(below.get(highKey) ?? []), { key: lowKey, term: low }]);
    }
  }
  const branch = (key: string): Branch[] => {
    const term = terms.get(key);
    return term === undefined ? [] : [{ key, term }];
  };
  const roots = [...terms.keys()].filter((key) => !children.has(key)).flatMap(branch);
  const reached = new Set<string>();
  const reach = (from: readonly Branch[]): void => {
    const waiting = [...from];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (!reached.has(next.key)) {
        reached.add(next.key);
        waiting.push(...(below.get(next.key) ?? []));
      }
    }
  };
  reach(roots);
  const circles: Branch[] = [];
  for (const key of terms.keys()) {
    if (!reached.has(key)) {
      circles.push(...branch(key));
      reach(branch(key));
    }
  }
  return { roots: [...roots, ...circles], below };
}
