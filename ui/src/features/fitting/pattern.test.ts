import { describe, expect, it } from "vitest";
import { blank, cycleWords, fieldsOf, typedOf, used } from "./pattern.ts";

const today = "2026-11-24";
const zone = "America/New_York";

describe("the form of a work pattern", () => {
  it("sends fixed weekdays as a cycle of seven from a Monday on", () => {
    const fields = fieldsOf({ ...blank(today, zone), travel: " 20 " });
    expect([fields.cycle, fields.anchor_on, fields.travel_minutes]).toEqual(["DDDDDOO", "2026-11-23", 20]);
    expect([fields.day, fields.night]).toEqual([
      { starts: "07:00", minutes: 720 },
      { starts: "19:00", minutes: 720 },
    ]);
  });

  it("comes back as it was sent, also where the cycle begins on another weekday", () => {
    const line = (cycle: string, anchor_on: string) => ({
      id: "a",
      rev: 1,
      holds: true,
      fields: { ...fieldsOf(blank(today, zone)), cycle, anchor_on },
    });
    expect(typedOf(line("NOOOOOD", "2026-11-24"), today, zone).week.join("")).toBe("DNOOOOO");
    expect(typedOf(line("DDNNOOOO", "2026-11-02"), today, zone)).toMatchObject({
      mode: "cycle",
      cycle: "DDNNOOOO",
      anchor_on: "2026-11-02",
    });
    expect(typedOf(line("O", "2026-11-02"), today, zone).mode).toBe("none");
  });

  it("asks only for the times of shifts that occur", () => {
    const typed = blank(today, zone);
    expect(used(typed)).toEqual(["day"]);
    expect(used({ ...typed, mode: "cycle", cycle: "nco" })).toEqual(["night", "call"]);
    expect(used({ ...typed, mode: "none" })).toEqual([]);
  });

  it("says the pattern in words", () => {
    const fields = fieldsOf({ ...blank(today, zone), week: ["D", "O", "N", "N", "O", "O", "O"] });
    expect(cycleWords(fields, "Nov 2")).toBe("Mon days; Wed, Thu nights");
    expect(cycleWords({ ...fields, cycle: "DDNNOOOO" }, "Nov 2")).toBe("Cycle of 8 days, DDNNOOOO, from Nov 2");
    expect(cycleWords({ ...fields, cycle: "O" }, "Nov 2")).toBe("No work");
  });
});
