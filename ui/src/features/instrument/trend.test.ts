import { describe, expect, it } from "vitest";
import type { Band, LevelChange, Measurement } from "../../ipc/generated/calls.ts";
import { BOX, levelOn, linesOf, trendOf } from "./trend.ts";

const DAY = 86_400_000;
const measured = (total: number | null, day: number, most = 20): Measurement => ({
  id: String(day),
  code: "x",
  abbrev: "X",
  mode: "staff",
  given_at: Date.parse("2026-11-01T12:00:00Z") + day * DAY,
  given_on: `2026-11-${String(day + 1).padStart(2, "0")}`,
  given_by: "M",
  answers: {},
  score: { total, most, band: null, prorated: false, missing: [], parts: [], flags: [] },
  scorer: "evenkeel/1",
  alert: false,
  rev: 1,
});
const bands: Band[] = [
  { min: 0, max: 9, label: "Low" },
  { min: 10, max: 20, label: "High" },
];

/** The picture of the one line there is. */
function drawn({ measurements, bands }: { measurements: Measurement[]; bands: Band[] }, levels: LevelChange[]) {
  const [line] = linesOf({ abbrev: "X", measurements, bands });
  return line === undefined ? undefined : trendOf(line, levels);
}

describe("the picture of an instrument", () => {
  it("draws totals alone, the highest on top", () => {
    const trend = drawn({ measurements: [measured(0, 0), measured(null, 5), measured(20, 10)], bands: [] }, []);
    expect(trend?.points.map(({ x, y, total }) => [x, y, total])).toEqual([
      [BOX.left, BOX.bottom, 0],
      [BOX.right, BOX.top, 20],
    ]);
  });

  it("begins where the scale begins", () => {
    const from10 = [{ min: 10, max: 46, label: "Below 47" }];
    const trend = drawn({ measurements: [measured(10, 0, 60), measured(60, 1, 60)], bands: from10 }, []);
    expect(trend?.points.map(({ y }) => y)).toEqual([BOX.bottom, BOX.top]);
  });

  it("puts the bands between the totals that part them", () => {
    const trend = drawn({ measurements: [measured(9, 0), measured(10, 10)], bands }, []);
    const line = trend?.bands[1]?.y ?? 0;
    expect(trend?.points[0]?.y).toBeGreaterThan(line);
    expect(trend?.points[1]?.y).toBeLessThan(line);
    expect(trend?.bands.map(({ told }) => told)).toEqual([true, true]);
  });

  it("marks changes of the level inside the time it shows", () => {
    const trend = drawn({ measurements: [measured(9, 0), measured(10, 10)], bands }, [
      { level: "2.1", on: "2026-10-30" },
      { level: "1.5", on: "2026-11-06" },
      { level: "1.0", on: "2026-11-30" },
    ]);
    expect(trend?.levels).toEqual([{ level: "1.5", x: (BOX.left + BOX.right) / 2 }]);
  });

  it("writes a day only where it has room", () => {
    const all = Array.from({ length: 25 }, (_, day) => measured(day % 20, day));
    const told = drawn({ measurements: all, bands }, [])?.points.filter((point) => point.told) ?? [];
    expect(told.length).toBeGreaterThan(4);
    expect(told.slice(1).every((point, index) => point.x - (told[index]?.x ?? 0) >= 64)).toBe(true);
  });

  it.each([
    ["nothing", []],
    ["one", [measured(4, 0)]],
    ["one with a total", [measured(4, 0), measured(null, 2)]],
  ])("needs two totals: %s", (_, measurements) => expect(drawn({ measurements, bands }, [])).toBeUndefined());

  it("has a line for each part where an instrument has no total", () => {
    const monitor = (use: number | null, risk: number, day: number): Measurement => ({
      ...measured(null, day),
      score: {
        ...measured(null, day).score,
        most: null,
        parts: [
          { id: "use", label: "Use", score: use, most: 12 },
          { id: "risk", label: "Risk", score: risk, most: 24 },
        ],
      },
    });
    const lines = linesOf({ abbrev: "BAM", bands: [], measurements: [monitor(12, 24, 0), monitor(null, 12, 5), monitor(0, 0, 10)] });
    expect(lines.map(({ label, most, scores }) => [label, most, scores.map(({ value }) => value)])).toEqual([
      ["Use", 12, [12, 0]],
      ["Risk", 24, [24, 12, 0]],
    ]);
  });

  it.each([
    ["2026-11-01", "2.1"],
    ["2026-11-10", "2.1"],
    ["2026-11-11", "1.0"],
    ["2026-10-31", undefined],
  ])("knows the level of a day: %s", (day, expected) =>
    expect(
      levelOn(
        [
          { level: "1.0", on: "2026-11-11" },
          { level: "2.1", on: "2026-11-01" },
        ],
        day,
      ),
    ).toBe(expected),
  );
});
