/** Returns the anchor for a line of a note: the last one at or before it, since only some lines have an anchor. */
export function nearestAnchor(anchors: readonly string[], wanted: string): string | undefined {
  const line = /^L(\d+)$/.exec(wanted)?.[1];
  if (line === undefined) {
    return undefined;
  }
  let best: string | undefined;
  let bestLine = -1;
  for (const anchor of anchors) {
    const at = Number(/^L(\d+)$/.exec(anchor)?.[1] ?? "-1");
    if (at <= Number(line) && at > bestLine) {
      best = anchor;
      bestLine = at;
    }
  }
  return best;
}
