import type { Box, Concept, Edge, Expansion, Neighbourhood, Role } from "../../main/ts/api";

export function concept(slug: string): Concept {
  return { slug, label: slug === "attention" ? "注意力机制" : slug, kind: "method", known: true };
}

export function box(slug: string, role: Role, x: number, y: number, hidden: Box["hidden"] = []): Box {
  return {
    concept: concept(slug),
    role,
    distance: role === "centre" ? 0 : 1,
    x,
    y,
    width: 100,
    height: 32,
    hidden,
  };
}

export function edge(from: string, relation: string, to: string): Edge {
  return { from, relation, to, reason: "", evidence: [] };
}

/** A fixed sequence of numbers in [0, n), so that every run tries the same. */
export function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** softmax <- attention <- transformer, with two more behind transformer. */
export const AROUND_ATTENTION: Neighbourhood = {
  centre: "attention",
  depth: 1,
  nodes: [
    box("attention", "centre", 0, 0),
    box("softmax", "prerequisite", -180, 0),
    box("transformer", "unlock", 180, 0, [{ relation: "prerequisite", inverse: true, count: 2 }]),
  ],
  edges: [edge("attention", "prerequisite", "softmax"), edge("transformer", "prerequisite", "attention")],
};

export const BEYOND_TRANSFORMER: Expansion = {
  nodes: ["bert", "gpt"].map((slug) => ({ concept: concept(slug), width: 80, height: 36, hidden: [] })),
  edges: [edge("bert", "prerequisite", "transformer"), edge("gpt", "prerequisite", "transformer")],
};
