import { describe, expect, it } from "vitest";
import { between, bounded, moved, screenX, screenY, whole, zoomed } from "../../main/ts/atlas/camera";
import { long, mixed, oklch } from "../../main/ts/atlas/colours";
import { historyPlaces, readEdges, readPlaces, RELATIONS, type Overview } from "../../main/ts/atlas/data";
import { Room } from "../../main/ts/atlas/labels";
import { edgesAmong, inSight, levelOf, namesOf, nearest } from "../../main/ts/atlas/level";
import { readAtlasState, writeAtlasState, type AtlasState } from "../../main/ts/atlas/state";

const SCREEN = { width: 1000, height: 500 };
const PLANE = { width: 1, height: 0.5 };

/** Numbers that look drawn at random and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("the address of the map", () => {
  it("says everything and gives it back, 中文 and signs included", () => {
    const next = numbers(7);
    const names = ["", "bert", "注意力", "a&b=c#d", "100%", "x,y"];
    for (let i = 0; i < 300; i++) {
      const state: AtlasState = {
        view: next() < 0.5 ? "map" : "history",
        colouring: next() < 0.5 ? "areas" : "marks",
        at: names[Math.floor(next() * names.length)] ?? "",
        relations: RELATIONS.filter(() => next() < 0.7),
        camera:
          next() < 0.3
            ? undefined
            : {
                x: Math.round(next() * 10_000) / 10,
                y: Math.round(next() * 10_000) / 10,
                zoom: Math.round(1000 + next() * 9000) / 1000,
              },
      };
      const written = `?${new URLSearchParams(writeAtlasState(state)).toString()}`;
      expect(readAtlasState(written)).toEqual(state);
    }
  });

  it("leaves out what is as usual and reads nonsense as usual", () => {
    const usual = readAtlasState("");
    expect(writeAtlasState(usual)).toEqual({});
    expect(readAtlasState("?view=3d&colours=red&camera=1,2&relations")).toEqual({ ...usual, relations: [] });
    expect(readAtlasState("?camera=1e9,NaN,-1").camera).toBeUndefined();
  });
});

describe("the camera", () => {
  it("shows all, and keeps what is under the pointer where it is", () => {
    const all = whole(PLANE, SCREEN);
    expect(all).toEqual({ x: 0.5, y: 0.25, scale: 1000 });
    const near = zoomed(all, 3, 800, 100, SCREEN);
    expect(screenX(near, 0.8, SCREEN)).toBeCloseTo(800);
    expect(screenY(near, 0.1, SCREEN)).toBeCloseTo(100);
    expect(screenX(moved(near, 50, 0), 0.8, SCREEN)).toBeCloseTo(750);
  });

  it("neither leaves the plane nor comes too near", () => {
    expect(bounded({ x: 9, y: -9, scale: 1e9 }, PLANE, SCREEN, 20)).toEqual({ x: 1, y: 0, scale: 20_000 });
    expect(bounded({ x: 0.5, y: 0.2, scale: 1 }, PLANE, SCREEN).scale).toBe(800);
  });

  it("flies from one view to another", () => {
    const from = { x: 0, y: 0, scale: 1 };
    const to = { x: 1, y: 2, scale: 16 };
    expect(between(from, to, 0)).toEqual(from);
    expect(between(from, to, 1)).toEqual(to);
    expect(between(from, to, 0.5).scale).toBeCloseTo(4);
  });
});

describe("how much is shown", () => {
  it("goes from areas to landmarks to concepts, later where there are more", () => {
    expect([1, 2, 4].map((enlargement) => levelOf(enlargement, 789))).toEqual(["areas", "landmarks", "concepts"]);
    expect([1, 8, 16, 30].map((enlargement) => levelOf(enlargement, 50_000))).toEqual([
      "areas",
      "areas",
      "landmarks",
      "concepts",
    ]);
    expect(namesOf("areas", SCREEN)).toBeLessThan(namesOf("landmarks", SCREEN));
  });

  it("takes the most important in sight and says when there are more", () => {
    const x = Float32Array.of(0.5, 0.9, 0.52, 0.5, Number.NaN);
    const y = Float32Array.of(0.25, 0.25, 0.25, 0.26, 0.2);
    const near = { x: 0.5, y: 0.25, scale: 10_000 };
    expect(inSight(x, y, near, SCREEN, 10)).toEqual({ places: [0, 2, 3], all: true });
    expect(inSight(x, y, near, SCREEN, 2)).toEqual({ places: [0, 2], all: false });
    expect(nearest(x, y, 0.88, 0.25, 0.1)).toBe(1);
    expect(nearest(x, y, 0.7, 0.1, 0.01)).toBeUndefined();
  });

  it("draws edges between what is shown, along what is followed, the important ones first", () => {
    const edges = {
      count: 4,
      from: Uint32Array.of(3, 0, 1, 0),
      to: Uint32Array.of(0, 1, 2, 9),
      relation: Uint8Array.of(1, 1, 0, 1),
    };
    expect(edgesAmong(edges, [0, 1, 2, 3], new Set([0, 1]), 10)).toEqual([0, 1, 2]);
    expect(edgesAmong(edges, [0, 1, 2, 3], new Set([1]), 10)).toEqual([0, 1]);
    expect(edgesAmong(edges, [0, 1, 2, 3], new Set([0, 1]), 1)).toEqual([1]);
  });

  it("lets no name cover another", () => {
    const room = new Room();
    expect(room.take({ left: 0, top: 0, right: 300, bottom: 20 })).toBe(true);
    expect(room.take({ left: 290, top: 10, right: 400, bottom: 30 })).toBe(false);
    expect(room.take({ left: 301, top: 10, right: 400, bottom: 30 })).toBe(true);
    expect(room.take({ left: -80, top: -10, right: -10, bottom: 5 })).toBe(true);
  });
});

describe("columns", () => {
  it("are read as the server writes them", () => {
    const bytes = new ArrayBuffer(4 + 15 * 2);
    const view = new DataView(bytes);
    view.setUint32(0, 2, true);
    [0, 65_535, 65_535, 0, 65_535, 6554, 2017, 0, 1, 0, 3, 2, 1, 0].forEach((value, i) =>
      view.setUint16(4 + 2 * i, value, true),
    );
    view.setUint8(4 + 28, 5);
    const places = readPlaces(bytes);
    expect([...places.x]).toEqual([0, 1]);
    expect([...places.y]).toEqual([1, 0]);
    expect([...places.year]).toEqual([2017, 0]);
    expect([...places.area]).toEqual([1, 0]);
    expect([...places.group]).toEqual([3, 2]);
    expect([...places.kind]).toEqual([5, 0]);
    const overview = {
      areas: [{ lane: 0 }, { lane: 4 }],
      years: [{ year: 2017, x: 8 }],
    } as unknown as Overview;
    const history = historyPlaces(overview, places);
    expect([...history.x]).toEqual([8, Number.NaN]);
    expect([...history.y]).toEqual([6.5, Number.NaN]);
  });

  it("of edges as well", () => {
    const bytes = new ArrayBuffer(4 + 9);
    const view = new DataView(bytes);
    view.setUint32(0, 1, true);
    view.setUint32(4, 70_000, true);
    view.setUint32(8, 2, true);
    view.setUint8(12, 6);
    const edges = readEdges(bytes);
    expect([edges.from[0], edges.to[0], edges.relation[0]]).toEqual([70_000, 2, 6]);
  });
});

describe("colours", () => {
  it("are written as WebGL reads them", () => {
    expect(oklch(1, 0, 0)).toBe("#ffffff");
    expect(oklch(0, 0, 0)).toBe("#000000");
    expect(oklch(0.6, 0.1, 30)).toMatch(/^#[0-9a-f]{6}$/);
    expect([long("#fa0"), long("#123456")]).toEqual(["#ffaa00", "#123456"]);
    expect(mixed("#000000", "#ffffff", 0.5)).toBe("#808080");
  });
});
