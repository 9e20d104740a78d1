import { describe, expect, it } from "vitest";
import { addDays, weekStart, weekday, weekdayName } from "./days.ts";

describe("days", () => {
  it.each([
    ["2026-11-24", "sunday", "2026-11-22"],
    ["2026-11-24", "monday", "2026-11-23"],
    ["2026-11-22", "monday", "2026-11-16"],
    ["2026-11-21", "saturday", "2026-11-21"],
  ] as const)("the week of %s from %s begins %s", (date, starts, expected) =>
    expect(weekStart(date, starts)).toBe(expected),
  );
  it("counts over the ends of months and names days", () => {
    expect(addDays("2026-11-30", 1)).toBe("2026-12-01");
    expect(addDays("2027-03-01", -1)).toBe("2027-02-28");
    expect(weekday("2026-11-24")).toBe("Tuesday");
    expect([weekdayName(1), weekdayName(7)]).toEqual(["Monday", "Sunday"]);
  });
});
