import { expect, test } from "vitest";
import type { DayCounts, DrawCounts } from "../../ipc/generated/calls.ts";
import { BARS_HEIGHT, BARS_WIDTH, barsOf, dayAfter, rate } from "./words.ts";

const NONE: DrawCounts = {
  pool: 0,
  drawn: 0,
  analyzed: 0,
  notified: 0,
  collected: 0,
  on_time: 0,
  missed: 0,
  refused: 0,
  unable: 0,
  excused: 0,
  pending: 0,
  missed_check_ins: 0,
};

const day = (on: string, counts: Partial<DrawCounts>): DayCounts => ({ on, counts: { ...NONE, ...counts } });

test("a bar stands on the base and holds everybody who was drawn", () => {
  const bars = barsOf([
    day("2026-11-23", { drawn: 4, collected: 2, pending: 1, refused: 1 }),
    day("2026-11-24", { drawn: 2, collected: 2 }),
    day("2026-11-25", {}),
  ]);
  expect(bars.map((bar) => bar.parts.map((part) => part.kind))).toEqual([["collected", "open", "not_given"], ["collected"], []]);
  const whole = bars[0]?.parts.reduce((sum, part) => sum + part.height, 0) ?? 0;
  expect(whole).toBeCloseTo(BARS_HEIGHT - 6);
  expect(bars[1]?.parts[0]?.height).toBeCloseTo(whole / 2);
  const foot = bars[0]?.parts[0];
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeCloseTo(BARS_HEIGHT - 1);
});

test("a year of bars stays within the picture", () => {
  const bars = barsOf(Array.from({ length: 366 }, (_, place) => day(dayAfter("2026-01-01", place), { drawn: 1, collected: 1 })));
  const last = bars.at(-1);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(BARS_WIDTH);
});

test.each([
  ["2026-11-30", 1, "2026-12-01"],
  ["2026-03-01", -1, "2026-02-28"],
  ["2026-11-24", 0, "2026-11-24"],
])("%s and %i days is %s", (on, days, expected) => expect(dayAfter(on, days)).toBe(expected));

test.each([
  [916, "91.6 %"],
  [1000, "100.0 %"],
  [0, "0.0 %"],
])("%i thousandths are %s", (thousandths, words) => expect(rate(thousandths)).toBe(words));
