import type { Arrival, Between, Box, Concept, Edge, Expansion, Group, Hidden, Neighbourhood, Role } from "../api";
import { place, type Rectangle, type Side } from "./layout";
import { followedBy, type Step } from "./steps";

/** A concept on screen. */
export interface Placed extends Rectangle {
  readonly concept: Concept;
  readonly role: Role;
  /** The one that brought it; empty for the one in the middle. */
  readonly openedBy: string;
  /** How many neighbours it has in all, on screen or not. */
  readonly around: readonly Hidden[];
  readonly pinned: boolean;
}

/** Stands for neighbours that are not on screen yet. */
export interface Rest extends Rectangle {
  readonly id: string;
  readonly of: string;
  readonly group: Group;
}

/** A way between two concepts that is shown. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly nth: number;
  readonly between: Between;
  /** Slugs of the concepts on it. */
  readonly ids: ReadonlySet<string>;
}

/** Everything on screen. Never changed: each step makes a new one, so that undo is going back. */
export interface Scene {
  readonly centre: string;
  readonly nodes: ReadonlyMap<string, Placed>;
  readonly edges: readonly Edge[];
  readonly rests: ReadonlyMap<string, Rest>;
  readonly way: Way | undefined;
  readonly steps: readonly Step[];
}

/** How many concepts come at once. */
export const GROUP_AT_ONCE = 12;
export const ALL_AT_ONCE = 24;
/** The most concepts on screen. */
export const MOST_ON_SCREEN = 400;

const SYMMETRIC = new Set(["contrastsWith", "related"]);
const REST: { width: number; height: number } = { width: 116, height: 28 };

export function edgeKey(edge: { from: string; relation: string; to: string }): string {
  return `${edge.from} ${edge.relation} ${edge.to}`;
}

function groupKey({ relation, inverse }: Group): string {
  return `${inverse ? "-" : ""}${relation}`;
}

function sideOfGroup({ relation, inverse }: Group): Side {
  return relation !== "prerequisite" ? "below" : inverse ? "right" : "left";
}

/** Says on which side of the anchor a concept belongs: prerequisites left, what it unlocks right, the rest below. */
export function sideOf(slug: string, anchor: string, edges: readonly Edge[]): Side {
  const direct = edges.find(
    (edge) =>
      edge.relation === "prerequisite" &&
      ((edge.from === anchor && edge.to === slug) || (edge.from === slug && edge.to === anchor)),
  );
  return direct === undefined ? "below" : direct.from === anchor ? "left" : "right";
}

/** Counts a concept's edges by relation and direction, on top of other counts. */
function countEdges(slug: string, edges: readonly Edge[], start: readonly Hidden[], sign: 1 | -1): Hidden[] {
  const counts = new Map(start.map((group) => [groupKey(group), { ...group }]));
  for (const { from, relation, to } of edges) {
    if (from === slug || to === slug) {
      const inverse = to === slug && !SYMMETRIC.has(relation);
      const key = groupKey({ relation, inverse });
      const group = counts.get(key) ?? { relation, inverse, count: 0 };
      counts.set(key, { ...group, count: group.count + sign });
    }
  }
  return [...counts.values()].filter((group) => group.count > 0);
}

function around(
  slug: string,
  hidden: readonly Hidden[],
  edges: readonly Edge[],
  relations: readonly string[],
): Hidden[] {
  const followed = hidden
    .filter((group) => relations.length === 0 || relations.includes(group.relation))
    .map((group) => (SYMMETRIC.has(group.relation) ? { ...group, inverse: false } : group));
  return countEdges(slug, edges, followed, 1);
}

/**
 * Returns the first picture, as the server laid it out; each concept is brought by the first one nearer to the middle that
 * it has an edge with.
 */
export function sceneOf(from: Neighbourhood, relations: readonly string[] = []): Scene {
  const distance = new Map(from.nodes.map((box) => [box.concept.slug, box.distance]));
  const nearer = (box: Box): string => {
    const { slug } = box.concept;
    for (const edge of from.edges) {
      const other = edge.from === slug ? edge.to : edge.to === slug ? edge.from : undefined;
      if (other !== undefined && distance.get(other) === box.distance - 1) {
        return other;
      }
    }
    return slug === from.centre ? "" : from.centre;
  };
  const nodes = from.nodes.map(({ concept, role, x, y, width, height, hidden, ...rest }): [string, Placed] => [
    concept.slug,
    {
      concept,
      role,
      x,
      y,
      width,
      height,
      openedBy: nearer({ concept, role, x, y, width, height, hidden, ...rest }),
      around: around(concept.slug, hidden, from.edges, relations),
      pinned: false,
    },
  ]);
  const scene: Scene = {
    centre: from.centre,
    nodes: new Map(nodes),
    edges: from.edges,
    rests: new Map(),
    way: undefined,
    steps: [],
  };
  return withRests(scene, from.centre, hiddenAround(scene, from.centre));
}

/** Puts a box for what is left of each group, where there is none yet; takes away those of groups with nothing left. */
function withRests(scene: Scene, slug: string, groups: readonly Group[]): Scene {
  const anchor = scene.nodes.get(slug);
  if (anchor === undefined) {
    return scene;
  }
  const rests = new Map([...scene.rests].filter(([, rest]) => restCount(scene, rest) > 0));
  const left = hiddenAround(scene, slug).map(groupKey);
  const wanted = groups
    .filter((group) => left.includes(groupKey(group)) && !rests.has(`${slug} ${groupKey(group)}`))
    .map(({ relation, inverse }) => ({
      ...REST,
      id: `${slug} ${groupKey({ relation, inverse })}`,
      of: slug,
      group: { relation, inverse },
      side: sideOfGroup({ relation, inverse }),
    }));
  for (const { side: _, ...rest } of place(taken(scene, rests), anchor, wanted)) {
    rests.set(rest.id, rest);
  }
  return { ...scene, rests };
}

function taken(scene: Scene, rests: ReadonlyMap<string, Rest>): Rectangle[] {
  return [...scene.nodes.values(), ...rests.values()];
}

/** Returns how many neighbours a rest stands for. */
export function restCount(scene: Scene, rest: Rest): number {
  const key = groupKey(rest.group);
  return hiddenAround(scene, rest.of).find((group) => groupKey(group) === key)?.count ?? 0;
}

/** Returns what is around a concept and not on screen, counted by relation and direction. */
export function hiddenAround(scene: Scene, slug: string): Hidden[] {
  return countEdges(slug, scene.edges, scene.nodes.get(slug)?.around ?? [], -1);
}

/** Says whether a concept brought anything that is on screen. */
export function isOpen(scene: Scene, slug: string): boolean {
  for (const node of scene.nodes.values()) {
    if (node.openedBy === slug) {
      return true;
    }
  }
  return false;
}

/** Returns the concepts that a concept brought, in order. */
export function brought(scene: Scene, slug: string): Placed[] {
  return [...scene.nodes.values()].filter((node) => node.openedBy === slug);
}

/** Adds concepts beside one that is on screen. What is on screen keeps its place. */
function added(scene: Scene, slug: string, came: Expansion, relations: readonly string[]): Scene {
  const anchor = scene.nodes.get(slug);
  if (anchor === undefined) {
    return scene;
  }
  const nodes = new Map(scene.nodes);
  const drawn = new Set(scene.edges.map(edgeKey));
  const edges = [...scene.edges, ...came.edges.filter((edge) => !drawn.has(edgeKey(edge)))];
  const fresh = came.nodes
    .filter((arrival) => !nodes.has(arrival.concept.slug))
    .map((arrival) => ({ ...arrival, side: sideOf(arrival.concept.slug, slug, edges) }));
  for (const one of place(taken(scene, scene.rests), anchor, fresh)) {
    nodes.set(one.concept.slug, arrived(one, one, roleOf(one.side), slug, edges, relations));
  }
  return { ...scene, nodes, edges: edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)) };
}

function roleOf(side: Side): Role {
  return side === "left" ? "prerequisite" : side === "right" ? "unlock" : "related";
}

function arrived(
  arrival: Arrival,
  { x, y, width, height }: Rectangle,
  role: Role,
  openedBy: string,
  edges: readonly Edge[],
  relations: readonly string[],
): Placed {
  const { concept, hidden } = arrival;
  return {
    concept,
    role,
    x,
    y,
    width,
    height,
    openedBy,
    pinned: false,
    around: around(concept.slug, hidden, edges, relations),
  };
}

/** Shows neighbours of a concept: of one group, or of all. What is on screen keeps its place. */
export function expand(
  scene: Scene,
  slug: string,
  group: Group | undefined,
  came: Expansion,
  relations: readonly string[] = [],
): Scene {
  if (!scene.nodes.has(slug)) {
    return scene;
  }
  const more = added(scene, slug, came, relations);
  const step: Step = { verb: "open", slug, relation: group?.relation ?? "", inverse: group?.inverse ?? false };
  return {
    ...withRests(more, slug, group === undefined ? hiddenAround(more, slug) : [group]),
    steps: followedBy(scene.steps, step),
  };
}

/** Takes away what a concept brought, and what those brought in turn. What is pinned stays. */
export function collapse(scene: Scene, slug: string): Scene {
  const gone = new Set<string>();
  const closing = [slug];
  for (let opener = closing.pop(); opener !== undefined; opener = closing.pop()) {
    for (const [name, node] of scene.nodes) {
      if (node.openedBy === opener && !node.pinned && !gone.has(name)) {
        gone.add(name);
        closing.push(name);
      }
    }
  }
  if (gone.size === 0) {
    return scene;
  }
  const nodes = new Map([...scene.nodes].filter(([name]) => !gone.has(name)));
  const left: Scene = {
    ...scene,
    nodes,
    edges: scene.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)),
    rests: new Map([...scene.rests].filter(([, rest]) => rest.of !== slug && !gone.has(rest.of))),
  };
  const broken = scene.way !== undefined && [...scene.way.ids].some((id) => gone.has(id));
  return { ...left, way: broken ? undefined : scene.way, steps: followedBy(scene.steps, { verb: "fold", slug }) };
}

/** Fixes a concept at a place. */
export function pin(scene: Scene, slug: string, x: number, y: number): Scene {
  const node = scene.nodes.get(slug);
  if (node === undefined) {
    return scene;
  }
  const nodes = new Map(scene.nodes).set(slug, { ...node, x, y, pinned: true });
  return { ...scene, nodes, steps: followedBy(scene.steps, { verb: "pin", slug, x, y }) };
}

/** Lets a concept that was fixed go with what brought it. It stays where it is. */
export function free(scene: Scene, slug: string): Scene {
  const node = scene.nodes.get(slug);
  if (node === undefined || !node.pinned) {
    return scene;
  }
  const nodes = new Map(scene.nodes).set(slug, { ...node, pinned: false });
  return { ...scene, nodes, steps: followedBy(scene.steps, { verb: "free", slug }) };
}

/** Returns the concepts of a way in order. */
export function conceptsOf(between: Between, nth: number): Concept[] {
  const hops = between.explanations[nth]?.hops ?? [];
  return hops.flatMap((hop, at) => (at === 0 ? [hop.from, hop.to] : [hop.to]));
}

/** Shows a way between two concepts; what of it is not on screen comes to it, each beside the one before. */
export function showWay(
  scene: Scene,
  between: Between,
  nth: number,
  came: Expansion,
  relations: readonly string[] = [],
): Scene {
  const concepts = conceptsOf(between, nth);
  if (concepts.length === 0) {
    return scene;
  }
  let next = scene;
  const order = scene.nodes.has(concepts[0]?.slug ?? "") ? concepts : [...concepts].reverse();
  for (const [at, { slug }] of order.entries()) {
    const anchor = order[at - 1]?.slug ?? scene.centre;
    next = added(
      next,
      anchor,
      { nodes: came.nodes.filter((one) => one.concept.slug === slug), edges: came.edges },
      relations,
    );
  }
  const ids = new Set(concepts.map((concept) => concept.slug));
  const from = between.from.slug;
  const to = between.to.slug;
  return {
    ...withRests(next, scene.centre, []),
    way: { from, to, nth, between, ids },
    steps: followedBy(scene.steps, { verb: "way", from, to, nth }),
  };
}

/** Shows the way no longer; its concepts stay. */
export function clearWay(scene: Scene): Scene {
  return scene.way === undefined
    ? scene
    : { ...scene, way: undefined, steps: followedBy(scene.steps, { verb: "clear" }) };
}
