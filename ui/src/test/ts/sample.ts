import type { Box, Edge, Neighbourhood, Role } from "../../main/ts/api";

export function box(slug: string, role: Role, x: number, y: number, hidden: Box["hidden"] = []): Box {
  return {
    concept: { slug, label: slug === "attention" ? "注意力机制" : slug, kind: "method", known: true },
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
  return { from, relation, to, reason: "" };
}

/** softmax <- attention <- transformer, attention with one more behind transformer. */
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

export const AROUND_TRANSFORMER: Neighbourhood = {
  centre: "transformer",
  depth: 1,
  nodes: [
    box("transformer", "centre", 0, 0),
    box("attention", "prerequisite", -180, 0, [{ relation: "prerequisite", inverse: false, count: 1 }]),
    box("bert", "unlock", 180, -20),
    box("gpt", "unlock", 180, 20),
  ],
  edges: [
    edge("transformer", "prerequisite", "attention"),
    edge("bert", "prerequisite", "transformer"),
    edge("gpt", "prerequisite", "transformer"),
  ],
};
