import { default_w } from "ts-fsrs";
import { describe, expect, it } from "vitest";
import { after, type Memory } from "../../main/ts/study/memory";
import type { Grade } from "../../main/ts/study/progress";

const DAY = 86_400_000;

/** FSRS-6 as its description has it, written here a second time: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm */
const w = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
] as const;
const clamp = (value: number): number => Math.min(10, Math.max(1, value));
const firstDifficulty = (grade: number): number => w[4] - Math.exp(w[5] * (grade - 1)) + 1;
const retrievability = (days: number, stability: number): number =>
  (1 + (0.9 ** (-1 / w[20]) - 1) * (days / stability)) ** -w[20];

function difficulty(before: number, grade: number): number {
  const moved = before + (-w[6] * (grade - 3) * (10 - before)) / 9;
  return clamp(w[7] * firstDifficulty(4) + (1 - w[7]) * moved);
}

function recalled(s: number, d: number, r: number, grade: number): number {
  const factor = (grade === 2 ? w[15] : 1) * (grade === 4 ? w[16] : 1);
  return s * (1 + Math.exp(w[8]) * (11 - d) * s ** -w[9] * (Math.exp(w[10] * (1 - r)) - 1) * factor);
}

function forgotten(s: number, d: number, r: number): number {
  return Math.min(
    w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * Math.exp(w[14] * (1 - r)),
    s / Math.exp(w[17] * w[18]),
  );
}

function reviewed(
  grades: readonly Grade[],
  start = Date.UTC(2022, 10, 29, 12, 30),
): { memory: Memory; days: number[] } {
  let at = start;
  let memory: Memory | undefined;
  const days: number[] = [];
  for (const grade of grades) {
    memory = after(memory, at, grade);
    days.push(Math.floor((memory.due - at) / DAY));
    at = memory.due;
  }
  return { memory: memory as Memory, days };
}

describe("FSRS", () => {
  it("has the default weights of FSRS-6", () => {
    expect([...default_w]).toEqual([...w]);
  });

  it("gives the intervals that the reference in Python is held to", () => {
    // py-fsrs, tests/test_basic.py: each review at the moment the card is due
    const grades: Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    expect(reviewed(grades).days).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it.each([1, 2, 3, 4] as const)("begins with the first stability and difficulty of grade %i", (grade) => {
    const { fsrs } = reviewed([grade]).memory;
    expect(fsrs.stability).toBeCloseTo(w[grade - 1] as number, 6);
    expect(fsrs.difficulty).toBeCloseTo(clamp(firstDifficulty(grade)), 6);
  });

  it.each([1, 2, 3, 4] as const)("follows the formula when a card is reviewed with grade %i", (grade) => {
    const { memory } = reviewed([4]);
    const { stability: s, difficulty: d } = memory.fsrs;
    const days = 12;
    const next = after(memory, (memory.fsrs.last_review as Date).getTime() + days * DAY, grade).fsrs;
    const r = retrievability(days, s);
    expect(next.stability).toBeCloseTo(grade === 1 ? forgotten(s, d, r) : recalled(s, d, r, grade), 4);
    expect(next.difficulty).toBeCloseTo(difficulty(d, grade), 4);
    if (grade > 1) {
      expect(next.scheduled_days).toBeGreaterThanOrEqual(Math.round(next.stability));
    }
  });
});
