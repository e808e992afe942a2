import type { Rectangle } from "./layout";

export type Direction = "left" | "right" | "up" | "down";

function offset(from: Rectangle, to: Rectangle, direction: Direction): { along: number; across: number } {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2);
  const dy = to.y + to.height / 2 - (from.y + from.height / 2);
  switch (direction) {
    case "left":
      return { along: -dx, across: Math.abs(dy) };
    case "right":
      return { along: dx, across: Math.abs(dy) };
    case "up":
      return { along: -dy, across: Math.abs(dx) };
    case "down":
      return { along: dy, across: Math.abs(dx) };
  }
}

/**
 * Returns the box that an arrow key leads to: along an edge where one leads that way, else the nearest box that way;
 * undefined at the border.
 */
export function step(
  nodes: ReadonlyMap<string, Rectangle>,
  edges: readonly { readonly from: string; readonly to: string }[],
  from: string,
  direction: Direction,
): string | undefined {
  const start = nodes.get(from);
  if (start === undefined) {
    return undefined;
  }
  const joined = new Set(
    edges.flatMap((edge) => (edge.from === from ? [edge.to] : edge.to === from ? [edge.from] : [])),
  );
  let best: string | undefined;
  let least = Infinity;
  for (const [slug, box] of nodes) {
    const { along, across } = offset(start, box, direction);
    if (slug === from || along <= 1) {
      continue;
    }
    // An edge that leads mostly this way beats any box that only happens to lie there.
    const penalty = joined.has(slug) && across <= along * 3 ? 0 : 100_000;
    const cost = penalty + along + across * 2;
    if (cost < least) {
      least = cost;
      best = slug;
    }
  }
  return best;
}
