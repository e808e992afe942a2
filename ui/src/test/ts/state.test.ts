import { describe, expect, it } from "vitest";
import { holdsAll, LONGEST, MOST_STEPS, readState, START, writeState, type ViewState } from "../../main/ts/graph/state";
import { followedBy, type Step } from "../../main/ts/graph/steps";
import { numbers } from "./sample";

const NAMES = [
  "bert",
  "c#",
  "r&d",
  "注意力 机制",
  "50%",
  "a,b",
  "a=b?",
  "+1",
  "%2C",
  "%3A",
  "-prerequisite",
  "é",
  "😀",
  "https://w3id.org/zhitu/id/concept/x#y&z",
];

describe("the address of a view", () => {
  it("leads back to the same view, whatever the names and steps", () => {
    const next = numbers(7);
    const name = (): string => NAMES[next(NAMES.length)] ?? "";
    const some = <T>(most: number, one: () => T): T[] => Array.from({ length: next(most) }, one);
    const whole = (): number => next(4000) - 2000;
    const step = (): Step => {
      switch (next(7)) {
        case 0:
          return { verb: "open", slug: name(), relation: "", inverse: false };
        case 1:
          return { verb: "open", slug: name(), relation: "usedFor", inverse: next(2) === 0 };
        case 2:
          return { verb: "fold", slug: name() };
        case 3:
          return { verb: "pin", slug: name(), x: whole(), y: whole() };
        case 4:
          return { verb: "free", slug: name() };
        case 5:
          return { verb: "way", from: name(), to: name(), nth: next(3) };
        default:
          return { verb: "clear" };
      }
    };
    for (let i = 0; i < 300; i++) {
      const state: ViewState = {
        concept: name(),
        depth: 1 + next(6),
        relations: some(4, name),
        kinds: some(3, name),
        steps: some(20, step),
        at: next(2) === 0 ? "" : name(),
        start: next(3) === 0 ? name() : "",
        hide: some(5, name),
        marks: next(2) === 0,
        look: next(2) === 0 ? undefined : { x: whole(), y: whole(), scale: 20 + next(280) },
      };
      const written = writeState(state);
      expect(readState(`?${written}`)).toEqual(state);
      expect(new URL(`http://host/explore?${written}&lang=zh`).hash).toBe("");
      expect(holdsAll(state)).toBe(true);
    }
  });

  it("is bounded: of too many steps the first ones are kept, each whole", () => {
    const slug = "注意力机制".repeat(30);
    const steps = Array.from({ length: 200 }, (): Step => ({ verb: "fold", slug }));
    const state = { ...START, concept: "bert", steps };
    const written = writeState(state);
    expect(written.length).toBeLessThan(LONGEST + 200);
    expect(readState(written).steps).toEqual(steps.slice(0, readState(written).steps.length));
    expect(holdsAll(state)).toBe(false);
    const short = { ...state, steps: steps.map((): Step => ({ verb: "clear" })) };
    expect(readState(writeState(short)).steps).toHaveLength(MOST_STEPS);
  });

  it("reads what the form without script sends", () => {
    const state = readState(
      "?concept=%E6%B3%A8%E6%84%8F%E5%8A%9B&depth=2&relations=prerequisite&relations=partOf&kinds=task&lang=zh",
    );
    expect(state).toEqual({
      ...START,
      concept: "注意力",
      depth: 2,
      relations: ["prerequisite", "partOf"],
      kinds: ["task"],
    });
  });

  it("leaves out what is no step", () => {
    expect(readState("?steps=open:,jump:bert,pin:bert:1,pin:bert:a:b,way:a:b:-1,fold:bert").steps).toEqual([
      { verb: "fold", slug: "bert" },
    ]);
    expect(readState("?look=1,2").look).toBeUndefined();
  });

  it("keeps the depth within its bounds", () => {
    expect(["0", "99", "-1", "x", ""].map((depth) => readState(`?depth=${depth}`).depth)).toEqual([1, 6, 1, 1, 1]);
  });

  it("is short for the usual view, and can be read", () => {
    expect(writeState({ ...START, concept: "bert" })).toBe("concept=bert");
    const steps: Step[] = [
      { verb: "open", slug: "bert", relation: "prerequisite", inverse: true },
      { verb: "pin", slug: "gpt", x: 10, y: -20 },
    ];
    expect(writeState({ ...START, concept: "bert", steps })).toBe(
      "concept=bert&steps=open:bert:-prerequisite,pin:gpt:10:-20",
    );
  });
});

describe("steps", () => {
  it("replace one that they only put right", () => {
    const once = followedBy([], { verb: "pin", slug: "bert", x: 1, y: 2 });
    expect(followedBy(once, { verb: "pin", slug: "bert", x: 3, y: 4 })).toEqual([
      { verb: "pin", slug: "bert", x: 3, y: 4 },
    ]);
    expect(followedBy(once, { verb: "pin", slug: "gpt", x: 3, y: 4 })).toHaveLength(2);
  });
});
