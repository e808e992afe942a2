import { RELATIONS } from "./data";

export type View = "map" | "history";
export type Colouring = "areas" | "marks";

/** What the address of the map says. */
export interface AtlasState {
  readonly view: View;
  readonly colouring: Colouring;
  /** The concept whose card is open; empty for none. */
  readonly at: string;
  /** The relations that are drawn, in the order of {@link RELATIONS}. */
  readonly relations: readonly string[];
  /** The middle in thousandths of the plane's width and height, and the enlargement; undefined for all at once. */
  readonly camera: { readonly x: number; readonly y: number; readonly zoom: number } | undefined;
}

const NUMBER = /^-?\d{1,5}(\.\d{1,3})?$/;

/** Reads the part of an address after the question mark; what it does not say, or says wrongly, is as usual. */
export function readAtlasState(search: string): AtlasState {
  const query = new URLSearchParams(search);
  const wanted = query.get("relations");
  const named = RELATIONS.filter((relation) => (wanted ?? "").split(",").includes(relation));
  const camera = (query.get("camera") ?? "").split(",");
  const [x, y, zoom] = camera.map(Number);
  return {
    view: query.get("view") === "history" ? "history" : "map",
    colouring: query.get("colours") === "marks" ? "marks" : "areas",
    at: query.get("at") ?? "",
    relations: wanted === null ? [...RELATIONS] : named,
    camera:
      camera.length === 3 && camera.every((part) => NUMBER.test(part)) && (zoom ?? 0) > 0
        ? { x: x ?? 0, y: y ?? 0, zoom: zoom ?? 1 }
        : undefined,
  };
}

/** Writes the part of an address after the question mark; what is as usual is left out. */
export function writeAtlasState(state: AtlasState): Record<string, string> {
  const written: Record<string, string> = {};
  if (state.view !== "map") {
    written["view"] = state.view;
  }
  if (state.colouring !== "areas") {
    written["colours"] = state.colouring;
  }
  if (state.at !== "") {
    written["at"] = state.at;
  }
  if (state.relations.length < RELATIONS.length) {
    written["relations"] = state.relations.join(",");
  }
  if (state.camera !== undefined) {
    const { x, y, zoom } = state.camera;
    written["camera"] = [x.toFixed(1), y.toFixed(1), zoom.toFixed(3)].map((part) => String(Number(part))).join(",");
  }
  return written;
}
