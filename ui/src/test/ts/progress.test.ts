import { describe, expect, it } from "vitest";
import written from "../../../../server/src/test/resources/org/zhitu/server/json/progress-cases.json";
import { allMarks, setMark } from "../../main/ts/study/known";
import { progress, restoreMirror, takeIn } from "../../main/ts/study/log";
import { merge, reviews, states, type ProgressEvent, type State } from "../../main/ts/study/progress";
import { BrokenProgress, decode, parseProgress, writeProgress } from "../../main/ts/study/progressfile";

interface Case {
  readonly what: string;
  readonly text: string;
  readonly broken?: string;
  readonly line?: number;
  readonly known?: string[];
  readonly reviews?: string[];
}

/** The same file that `ProgressFileTest` reads: the browser and `zhitu path --known` agree. */
const cases = written as unknown as Case[];

const mark = (id: string, second: number, concept: string, state: State): ProgressEvent => ({
  id,
  at: new Date(second * 1000).toISOString(),
  type: "concept",
  concept,
  state,
});
const review = (id: string, second: number, question: string, grade: 1 | 2 | 3 | 4): ProgressEvent => ({
  id,
  at: new Date(second * 1000).toISOString(),
  type: "review",
  question,
  grade,
});

function random(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function some(next: () => number): ProgressEvent[] {
  const pick = (count: number): number => Math.floor(next() * count);
  return Array.from({ length: 12 }, (): ProgressEvent => {
    const id = `e${pick(20)}`;
    switch (pick(4)) {
      case 0:
        return review(id, pick(8), `q${pick(3)}`, (pick(4) + 1) as 1 | 2 | 3 | 4);
      case 1:
        return { id, at: new Date(pick(8) * 1000).toISOString(), type: "undo", event: `e${pick(20)}` };
      default:
        return mark(id, pick(8), `概念${pick(3)}`, (["known", "learning", "later", "none"] as const)[pick(4)] as State);
    }
  });
}

describe("a progress file", () => {
  it.each(cases)("is read as Java reads it: $what", ({ text, broken, line, known, reviews: given }) => {
    if (broken !== undefined) {
      expect(() => parseProgress(text)).toThrowError(BrokenProgress);
      try {
        parseProgress(text);
      } catch (failure) {
        expect((failure as BrokenProgress).place).toContain(broken);
        if (line !== undefined) {
          expect((failure as BrokenProgress).line).toBe(line);
        }
      }
      return;
    }
    const { events } = parseProgress(text);
    expect([...states(events)].filter(([, state]) => state === "known").map(([slug]) => slug)).toEqual(known);
    expect(reviews(events).map(({ question, grade }) => `${question} ${grade}`)).toEqual(given ?? []);
  });

  it("is written so that reading it gives the same, what is not known kept", () => {
    const text = `{"format": "zhitu-progress", "version": 1, "device": "台式机", "events": [
      {"id": "b", "at": "2026-09-02T08:00:00Z", "type": "badge", "badge": "明天"},
      {"id": "a", "at": "2026-09-01T08:00:00Z", "type": "concept", "concept": "bert", "state": "known", "why": "考过"}]}`;
    const written = writeProgress(parseProgress(text));
    expect(written).toContain("台式机");
    expect(written.indexOf("考过")).toBeLessThan(written.indexOf("明天"));
    expect(writeProgress(parseProgress(written))).toBe(written);
    expect(parseProgress(writeProgress({ events: [], extras: {} })).events).toEqual([]);
  });

  it("that is cut off tells where, and one in another encoding that it is", () => {
    expect(() => parseProgress('{"format": "zhitu-progress",\n "events": [')).toThrowError(/json: 2:/);
    expect(() => decode(new Uint8Array([0xd6, 0xd0]).buffer)).toThrowError(/utf8/);
    expect(() => parseProgress(decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]).buffer))).toThrowError(/format/);
  });

  it("that is no JSON names no place that is not one, and a later version is told apart from none", () => {
    expect(() => parseProgress("<!doctype html>\n<html></html>\n")).toThrowError(/^nojson: $/);
    expect(() => parseProgress('{"format": "zhitu-progress", "version": 2}')).toThrowError(/^version/);
    for (const version of ["0", "1.5", '"1"', "null"]) {
      const text = `{"format": "zhitu-progress", "version": ${version}}`;
      expect(() => parseProgress(text)).toThrowError(/^noversion/);
    }
  });
});

describe("the progress of two devices", () => {
  it("does not hold a learner to what a fast clock said", async () => {
    const late = { id: "x-1", at: "2999-01-01T00:00:00Z", type: "concept", concept: "gpt", state: "known" } as const;
    const last = { ...late, id: "x-2", at: "9999-12-31T23:59:59.999Z", concept: "bert" } as const;
    await takeIn({ events: [late, last], extras: {} });
    expect(allMarks().get("gpt")).toBe("known");
    setMark("gpt", "later");
    setMark("gpt", undefined);
    setMark("gpt", "learning");
    setMark("bert", "later");
    setMark("crf", "known");
    await restoreMirror();
    expect(allMarks().get("gpt")).toBe("learning");
    expect(allMarks().get("crf")).toBe("known");
    const { events } = await progress();
    expect(states(merge([late], events)).get("gpt")).toBe("learning");
    expect(events.filter(({ at }) => at.startsWith("+"))).toEqual([]);
    expect(parseProgress(writeProgress(await progress())).events).toEqual(events);
  });

  it("stands as the latest event says, whichever device it was on", () => {
    const phone = [mark("a1", 10, "词向量", "known"), mark("a2", 30, "bert", "known")];
    const laptop = [mark("b1", 20, "词向量", "learning"), mark("b2", 20, "bert", "later")];
    expect([...states(merge(phone, laptop))]).toEqual([
      ["bert", "known"],
      ["词向量", "learning"],
    ]);
  });

  it("does not mind order or repetition", () => {
    for (let seed = 0; seed < 50; seed++) {
      const next = random(seed);
      const [one, other, third] = [merge(some(next)), merge(some(next)), merge(some(next))];
      expect(merge(one, other)).toEqual(merge(other, one));
      expect(merge(merge(one, other), third)).toEqual(merge(one, merge(other, third)));
      expect(merge(one, other, other)).toEqual(merge(one, other));
      expect(merge([...one].reverse())).toEqual(one);
    }
  });

  it("leaves out what was taken back, wherever that stands, and no taking back is taken back", () => {
    const events = merge(
      [review("r1", 10, "q", 1), review("r2", 20, "q", 3)],
      [
        { id: "u1", at: new Date(0).toISOString(), type: "undo", event: "r1" },
        { id: "u2", at: new Date(0).toISOString(), type: "undo", event: "u1" },
      ],
    );
    expect(reviews(events).map(({ id }) => id)).toEqual(["r2"]);
  });
});
