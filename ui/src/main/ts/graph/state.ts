/** What the address of a view says: enough to draw it again somewhere else. */
export interface ViewState {
  readonly concept: string;
  readonly depth: number;
  readonly relations: readonly string[];
  /** Concepts that were opened, in order. */
  readonly open: readonly string[];
  /** The concept that is selected; empty for the one in the middle. */
  readonly at: string;
}

export const MOST_OPEN = 40;

function list(value: string | null): string[] {
  return (value ?? "")
    .split(",")
    .filter((part) => part !== "")
    .map(unescapeComma);
}

// A comma parts the names in a list, so one inside a name is written as %2C, and % as %25.
function escapeComma(name: string): string {
  return name.replaceAll("%", "%25").replaceAll(",", "%2C");
}

function unescapeComma(name: string): string {
  return name.replaceAll("%2C", ",").replaceAll("%25", "%");
}

/** Reads the part of an address after the question mark. */
export function readState(search: string): ViewState {
  const query = new URLSearchParams(search);
  const depth = Number.parseInt(query.get("depth") ?? "1", 10);
  return {
    concept: query.get("concept") ?? "",
    depth: Number.isNaN(depth) ? 1 : Math.min(Math.max(depth, 1), 6),
    relations: query.getAll("relations").flatMap(list),
    open: list(query.get("open")).slice(0, MOST_OPEN),
    at: query.get("at") ?? "",
  };
}

/** Writes the part of an address after the question mark; what is as usual is left out. */
export function writeState(state: ViewState): string {
  const query = new URLSearchParams();
  query.set("concept", state.concept);
  if (state.depth !== 1) {
    query.set("depth", String(state.depth));
  }
  if (state.relations.length > 0) {
    query.set("relations", state.relations.map(escapeComma).join(","));
  }
  if (state.open.length > 0) {
    query.set("open", state.open.map(escapeComma).join(","));
  }
  if (state.at !== "") {
    query.set("at", state.at);
  }
  return query.toString();
}
