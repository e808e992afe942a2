import type { Edge } from "../api";
import { text } from "../page/i18n";
import { languageOf } from "../page/i18n";
import type { Mark } from "../study/marks";
import type { Figure, FigureEdge, FigureNode } from "./figure";
import { edgeKey, hiddenAround, isOpen, restCount, type Scene } from "./model";
import { describe, edgeSentence, groupName, labelOf } from "./words";

/** What of a scene a reader wants to see. */
export interface Wish {
  /** Hidden relations and kinds, as `relation.partOf` and `kind.task`. */
  readonly hide: ReadonlySet<string>;
  /** Kinds that are shown besides the centre; none named: all. */
  readonly kinds: readonly string[];
  readonly selected: string;
  readonly mark: (slug: string) => Mark | undefined;
}

/** Returns the slugs and edges of a scene that are drawn: what is hidden is left out, and what then hangs on nothing. */
export function drawn(scene: Scene, wish: Wish): { nodes: Set<string>; edges: Set<string> } {
  const kept = (slug: string): boolean => slug === scene.centre || slug === wish.selected;
  const nodes = new Set<string>();
  for (const [slug, { concept }] of scene.nodes) {
    const wanted = wish.kinds.length === 0 || wish.kinds.includes(concept.kind);
    if (kept(slug) || (wanted && !wish.hide.has(`kind.${concept.kind}`))) {
      nodes.add(slug);
    }
  }
  const edges = scene.edges.filter(
    (edge) => nodes.has(edge.from) && nodes.has(edge.to) && !wish.hide.has(`relation.${edge.relation}`),
  );
  const joined = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  for (const slug of nodes) {
    if (!joined.has(slug) && !kept(slug) && scene.nodes.get(slug)?.pinned !== true) {
      nodes.delete(slug);
    }
  }
  return { nodes, edges: new Set(edges.map(edgeKey)) };
}

/** Returns a scene as a figure: prerequisites point the way one learns, from what comes first to what needs it. */
export function figureOf(scene: Scene, wish: Wish): Figure {
  const visible = drawn(scene, wish);
  const nodes = new Map<string, FigureNode>();
  for (const [slug, node] of scene.nodes) {
    if (!visible.nodes.has(slug)) {
      continue;
    }
    const { concept, role, pinned, x, y, width, height } = node;
    const more = hiddenAround(scene, slug).reduce((sum, group) => sum + group.count, 0);
    const open = isOpen(scene, slug);
    const mark = wish.mark(slug);
    nodes.set(slug, {
      id: slug,
      label: concept.label,
      lang: languageOf(concept.label),
      kind: concept.kind,
      look: `role-${role}${concept.known ? "" : " unknown"}`,
      said: describe(scene, slug, mark),
      more,
      open: more > 0 || open ? open : undefined,
      mark: mark ?? "",
      pinned,
      x,
      y,
      width,
      height,
    });
  }
  const edges = lines(scene, visible.edges);
  for (const [id, rest] of scene.rests) {
    const count = restCount(scene, rest);
    if (count === 0 || !visible.nodes.has(rest.of) || wish.hide.has(`relation.${rest.group.relation}`)) {
      continue;
    }
    const label = text("explore.rest", count);
    const name = groupName(rest.group);
    nodes.set(id, {
      id,
      label,
      lang: undefined,
      kind: "",
      look: "rest",
      said: text("explore.rest.said", labelOf(scene, rest.of), name, count),
      more: 0,
      open: false,
      mark: "",
      pinned: false,
      x: rest.x,
      y: rest.y,
      width: rest.width,
      height: rest.height,
    });
    const left = rest.group.relation === "prerequisite" && !rest.group.inverse;
    const ends = left ? { from: id, to: rest.of } : { from: rest.of, to: id };
    edges.push({ id: `${id} rest`, ...ends, relation: "rest", label: "", told: [] });
  }
  return { nodes, edges };
}

/** The most telling relation first: it gives the line its look. */
const RANKS = ["prerequisite", "variantOf", "partOf", "usedFor", "contrastsWith", "broader", "related"];

/** One line for each two concepts, whatever the number of relations between them. */
function lines(scene: Scene, visible: ReadonlySet<string>): FigureEdge[] {
  const pairs = new Map<string, Edge[]>();
  for (const edge of scene.edges) {
    if (visible.has(edgeKey(edge))) {
      const pair = lineOf(edge);
      pairs.set(pair, [...(pairs.get(pair) ?? []), edge]);
    }
  }
  return [...pairs].map(([id, edges]) => {
    const ranked = [...edges].sort((a, b) => RANKS.indexOf(a.relation) - RANKS.indexOf(b.relation));
    const first = ranked[0] as Edge;
    const turned = first.relation === "prerequisite";
    // What is needed is told by its side; the other relations are told in words.
    const labels = ranked
      .filter((edge) => edge.relation !== "prerequisite")
      .map((edge) => text(`edge.${edge.relation}`));
    return {
      id,
      from: turned ? first.to : first.from,
      to: turned ? first.from : first.to,
      relation: first.relation,
      label: [...new Set(labels)].join(" · "),
      told: ranked.map((edge) => ({ said: edgeSentence(scene, edge), reason: edge.reason, evidence: edge.evidence })),
    };
  });
}

/** Returns the id of the line that shows an edge. */
export function lineOf(edge: { from: string; to: string }): string {
  return edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
}
