import { announce, element } from "../page/dom";
import { text } from "../page/i18n";
import { Canvas, lookTools } from "./canvas";
import type { Figure, FigureEdge, FigureNode } from "./figure";
import { layers, sizeOf } from "./layers";
import { place, type Side } from "./layout";

/** A thing to draw: an IRI, a blank node or a literal. */
export interface GraphNode {
  /** Its own name: the IRI, or anything that no other node is called. */
  readonly id: string;
  /** What stands in the box; cut where it is long, the whole of it is in the tip. */
  readonly label: string;
  readonly lang?: string | undefined;
  /** One of the kinds of concepts, for colour and glyph. */
  readonly kind?: string | undefined;
  /** Drawn without a frame's colour, since it is a value and no thing. */
  readonly isLiteral?: boolean;
  /** Where Enter or a second click leads. */
  readonly href?: string | undefined;
}

/** A statement; its ends are ids of nodes. One with an end that is not among the nodes is left out. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** The property's label. */
  readonly label: string;
  /** The property's IRI or key; the keys of our relations have looks of their own. */
  readonly property?: string;
  /** Whether the arrow goes from `to` to `from`, as prerequisites do, which are drawn the way one learns. */
  readonly turned?: boolean;
}

export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphOptions {
  /** What the picture is called, for who listens. */
  readonly name: string;
  /** The name of the files that it can be saved as, without ending. */
  readonly file?: string;
  /** A node was chosen, in the picture or by {@link MountedGraph.select}. */
  readonly selected?: (id: string) => void;
  /** What a second click, a double click or Enter does; otherwise it follows the node's href. */
  readonly open?: (id: string) => void;
}

export interface MountedGraph {
  /** Shows another model. Nodes that are in both keep their places; new ones stand beside their neighbours. */
  update(model: GraphModel): void;
  select(id: string): void;
  fit(): void;
  /** Takes it out of the page. */
  remove(): void;
}

const LONGEST = 36;
const OWN = new Set(["prerequisite", "broader", "partOf", "variantOf", "usedFor", "contrastsWith", "related"]);

/**
 * Draws nodes and edges into an element, in columns along the edges, with tools to zoom, fit and save (SVG, PNG); its nodes
 * can be walked by arrow keys, moved by drag or Shift and an arrow, and opened. Good for up to some hundreds of nodes: the
 * caller says what it leaves out. The element's content is replaced; its width is used whole.
 *
 *     const graph = mountGraph(host, { nodes, edges }, { name: "12 statements", open: (iri) => describe(iri) });
 *     graph.update({ nodes: more, edges: moreEdges }); // nothing on screen moves
 */
export function mountGraph(host: HTMLElement, model: GraphModel, options: GraphOptions): MountedGraph {
  const places = new Map<string, { x: number; y: number }>();
  const pinned = new Set<string>();
  let shown = model;
  let selection = model.nodes[0]?.id ?? "";

  const node = (id: string): GraphNode | undefined => shown.nodes.find((one) => one.id === id);
  const open = (id: string): void => {
    const href = node(id)?.href;
    if (options.open !== undefined) {
      options.open(id);
    } else if (href !== undefined) {
      location.assign(href);
    }
  };
  const select = (id: string): void => {
    if (node(id) === undefined) {
      return;
    }
    selection = id;
    draw();
    canvas.reveal(id);
    if (canvas.root.contains(document.activeElement)) {
      canvas.focus(id);
    }
    announce(said(id, shown));
    options.selected?.(id);
  };
  const move = (id: string, x: number, y: number): void => {
    places.set(id, { x, y });
    pinned.add(id);
    draw();
  };
  const canvas = new Canvas(options.name, "", {
    select: (id) => {
      select(id);
      canvas.focus(id);
    },
    act: open,
    open,
    join: (id) => select(id),
    move,
    key: () => false,
    looked: () => undefined,
  });
  const draw = (): void => {
    canvas.show(figureOf(shown, places, pinned), { selected: selection, way: new Set(), start: "" });
  };
  const toolbar = element("div", { class: "toolbar", role: "toolbar", "aria-label": options.name });
  toolbar.append(
    ...lookTools(
      canvas,
      () => options.file ?? "graph",
      () => announce(text("failed")),
    ),
    element("span", { class: "quiet", role: "note" }, text("explore.keys.graph")),
  );
  const root = element("div", { class: "stage live mounted" }, toolbar, canvas.root);
  host.replaceChildren(root);
  settle(shown, places);
  draw();
  canvas.begin(selection, 0.5);

  return {
    update: (next) => {
      shown = next;
      const kept = new Set(next.nodes.map((one) => one.id));
      for (const id of places.keys()) {
        if (!kept.has(id)) {
          places.delete(id);
          pinned.delete(id);
        }
      }
      settle(next, places);
      if (!kept.has(selection)) {
        selection = next.nodes[0]?.id ?? "";
      }
      draw();
    },
    select,
    fit: () => canvas.fit(),
    remove: () => root.remove(),
  };
}

function cut(label: string): string {
  const signs = [...label];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : label;
}

const ends = (edge: GraphEdge): { from: string; to: string } =>
  edge.turned === true ? { from: edge.to, to: edge.from } : { from: edge.from, to: edge.to };

/** Gives places to the nodes that have none: all of them at once, or each beside one that has a place. */
function settle(model: GraphModel, places: Map<string, { x: number; y: number }>): void {
  const sized = model.nodes.map((node) => ({ id: node.id, ...sizeOf(cut(node.label)) }));
  const fresh = sized.filter((one) => !places.has(one.id));
  if (fresh.length === sized.length) {
    layers(sized, model.edges.map(ends)).forEach(({ x, y }, id) => places.set(id, { x, y }));
    return;
  }
  let open = fresh;
  while (open.length > 0) {
    const taken = sized.flatMap((one) => {
      const at = places.get(one.id);
      return at === undefined ? [] : [{ ...one, ...at }];
    });
    const beside = open.flatMap((one) => {
      for (const edge of model.edges) {
        const { from, to } = ends(edge);
        const other = from === one.id ? to : to === one.id ? from : undefined;
        const anchor = taken.find((box) => box.id === other);
        if (anchor !== undefined) {
          const side: Side = other === to ? "left" : "right";
          return [{ one, anchor, side }];
        }
      }
      return [];
    });
    const first = taken[0] ?? { x: 0, y: 0, width: 0, height: 0, id: "" };
    const next = beside.length > 0 ? beside : open.map((one) => ({ one, anchor: first, side: "below" as const }));
    for (const { one, anchor, side } of next) {
      const free = place(taken, anchor, [{ ...one, side }])[0];
      if (free !== undefined) {
        places.set(one.id, { x: free.x, y: free.y });
        taken.push(free);
      }
    }
    open = open.filter((one) => !places.has(one.id));
  }
}

function figureOf(
  model: GraphModel,
  places: ReadonlyMap<string, { x: number; y: number }>,
  pinned: ReadonlySet<string>,
): Figure {
  const names = new Map(model.nodes.map((node) => [node.id, node.label]));
  const nodes = new Map(
    model.nodes.map((node): [string, FigureNode] => {
      const label = cut(node.label);
      return [
        node.id,
        {
          id: node.id,
          label,
          lang: node.lang,
          kind: node.kind ?? "",
          look: node.isLiteral === true ? "literal" : "",
          said: node.label,
          more: 0,
          open: undefined,
          mark: "",
          pinned: pinned.has(node.id),
          ...(places.get(node.id) ?? { x: 0, y: 0 }),
          ...sizeOf(label),
        },
      ];
    }),
  );
  const edges = model.edges
    .filter((edge) => names.has(edge.from) && names.has(edge.to))
    .map((edge): FigureEdge => {
      const property = edge.property ?? edge.label;
      return {
        id: `${edge.from}\n${property}\n${edge.to}`,
        ...ends(edge),
        relation: OWN.has(property) ? property : "other",
        label: cut(edge.label),
        told: [
          {
            said: `${names.get(edge.from) ?? edge.from} – ${edge.label} – ${names.get(edge.to) ?? edge.to}`,
            reason: "",
            evidence: [],
          },
        ],
      };
    });
  return { nodes, edges: [...new Map(edges.map((edge) => [edge.id, edge])).values()] };
}

/** Where one is, and what leads away from there. */
function said(id: string, model: GraphModel): string {
  const around = model.edges.filter((edge) => edge.from === id || edge.to === id).length;
  const label = model.nodes.find((one) => one.id === id)?.label ?? id;
  return text("explore.at", label, around);
}
