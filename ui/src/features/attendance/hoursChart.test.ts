import { describe, expect, it } from "vitest";
import type { WeekLine } from "../../ipc/generated/calls.ts";
import { bars, weekState } from "./hoursChart.ts";

const week = (patch: Partial<WeekLine>): WeekLine => ({
  start: "2026-11-22",
  last: "2026-11-28",
  days: [],
  minutes: 360,
  minimum: 540,
  level: "2.1",
  state: "running",
  rules: [],
  lacks: 180,
  ...patch,
});

describe("the hours of a week", () => {
  it.each([
    [week({}), 180, "on track"],
    [week({}), 60, "2:00 short as planned"],
    [week({ state: "short", lacks: 180 }), 0, "3:00 short"],
    [week({ state: "reached", lacks: 0 }), 0, "reached"],
    [week({ state: "partial", lacks: 0 }), 0, "partial week"],
    [week({ state: "not_owed", lacks: 0 }), 0, "no hours owed"],
  ])("%o with %i planned", (line, planned, expected) => expect(weekState(line, planned).text).toBe(expected));

  it("stand on one scale, the earliest first", () => {
    const list = bars({
      weeks: [week({ minutes: 360 }), week({ start: "2026-11-15", minutes: 600, minimum: undefined })],
      planned: 240,
      billable_day: 180,
    } as never);
    expect(list.map((bar) => bar.week.start)).toEqual(["2026-11-15", "2026-11-22"]);
    expect(list[1]).toMatchObject({ done: 0.6, planned: 0.4, goal: 0.9 });
    expect(list[0]).toMatchObject({ done: 1, planned: 0, goal: undefined });
  });
});
