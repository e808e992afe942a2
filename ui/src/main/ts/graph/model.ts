import type { Box, Edge, Hidden, Neighbourhood } from "../api";
import { place } from "./layout";

/** A box on screen; openedBy names the box whose opening brought it, empty for the first picture. */
export interface Placed extends Box {
  readonly openedBy: string;
  /** How many neighbours it has in all, on screen or not. */
  readonly around: readonly Hidden[];
}

/** Everything on screen. Never changed: each step makes a new one, so that undo is going back. */
export interface Scene {
  readonly centre: string;
  readonly nodes: ReadonlyMap<string, Placed>;
  readonly edges: readonly Edge[];
  readonly open: readonly string[];
}

const SYMMETRIC = new Set(["contrastsWith", "related"]);

function edgeKey(edge: Edge): string {
  return `${edge.from} ${edge.relation} ${edge.to}`;
}

/** Counts a box's edges by relation and direction. */
function countEdges(slug: string, edges: readonly Edge[], start: readonly Hidden[], sign: 1 | -1): Hidden[] {
  const counts = new Map(start.map((group) => [`${group.relation} ${group.inverse}`, { ...group }]));
  for (const edge of edges) {
    if (edge.from !== slug && edge.to !== slug) {
      continue;
    }
    const { relation } = edge;
    const inverse = edge.to === slug && !SYMMETRIC.has(relation);
    const key = `${relation} ${inverse}`;
    const group = counts.get(key) ?? { relation, inverse, count: 0 };
    counts.set(key, { ...group, count: group.count + sign });
  }
  return [...counts.values()].filter((group) => group.count > 0);
}

function received(box: Box, edges: readonly Edge[], openedBy: string): Placed {
  const hidden = box.hidden.map((group) => (SYMMETRIC.has(group.relation) ? { ...group, inverse: false } : group));
  return { ...box, openedBy, around: countEdges(box.concept.slug, edges, hidden, 1) };
}

/** Returns the first picture, as the server laid it out. */
export function sceneOf(around: Neighbourhood): Scene {
  return {
    centre: around.centre,
    nodes: new Map(around.nodes.map((box) => [box.concept.slug, received(box, around.edges, "")])),
    edges: around.edges,
    open: [],
  };
}

/** Adds what lies around a box. Boxes on screen keep their places. */
export function expand(scene: Scene, around: Neighbourhood): Scene {
  const anchor = scene.nodes.get(around.centre);
  if (anchor === undefined || scene.open.includes(around.centre)) {
    return scene;
  }
  const nodes = new Map(scene.nodes);
  const added = around.nodes.filter((box) => !nodes.has(box.concept.slug));
  for (const box of place([...nodes.values()], anchor, added, around.edges)) {
    nodes.set(box.concept.slug, received(box, around.edges, around.centre));
  }
  const drawn = new Set(scene.edges.map(edgeKey));
  const edges = [...scene.edges, ...around.edges.filter((edge) => !drawn.has(edgeKey(edge)))];
  return { ...scene, nodes, edges, open: [...scene.open, around.centre] };
}

/** Takes away what the opening of a box brought, and what those brought in turn. */
export function collapse(scene: Scene, slug: string): Scene {
  if (!scene.open.includes(slug)) {
    return scene;
  }
  const gone = new Set<string>();
  const closing = [slug];
  for (let opener = closing.pop(); opener !== undefined; opener = closing.pop()) {
    for (const [name, box] of scene.nodes) {
      if (box.openedBy === opener && !gone.has(name)) {
        gone.add(name);
        closing.push(name);
      }
    }
  }
  const nodes = new Map([...scene.nodes].filter(([name]) => !gone.has(name)));
  return {
    ...scene,
    nodes,
    edges: scene.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)),
    open: scene.open.filter((name) => name !== slug && !gone.has(name)),
  };
}

/** Returns what is around a box and not on screen, counted by relation and direction. */
export function hiddenAround(scene: Scene, slug: string): Hidden[] {
  return countEdges(slug, scene.edges, scene.nodes.get(slug)?.around ?? [], -1);
}
