import { describe, expect, it } from "vitest";
import {
  countdown,
  date,
  daysBetween,
  localDate,
  longDate,
  moment,
  plural,
  size,
  time,
  timeLeft,
  timeToSecond,
} from "./time.ts";

const ZONE = "America/New_York";
const at = Date.parse("2026-11-24T22:46:12Z");

describe("times", () => {
  it.each([
    [time(at, ZONE), "5:46\u00a0PM"],
    [timeToSecond(at, ZONE), "5:46:12\u00a0PM"],
    [time(at, "Pacific/Honolulu"), "12:46\u00a0PM"],
    [localDate(Date.parse("2026-11-25T04:59:00Z"), ZONE), "2026-11-24"],
    [localDate(Date.parse("2026-11-25T05:00:00Z"), ZONE), "2026-11-25"],
    [date("2026-11-24", "2026-01-01"), "Nov 24"],
    [date("2027-01-02", "2026-11-24"), "Jan 2, 2027"],
    [longDate("2026-11-24"), "Tuesday, November 24"],
    [moment(at, "2026-11-24", ZONE), "today, 5:46\u00a0PM"],
    [moment(at, "2026-11-25", ZONE), "yesterday, 5:46\u00a0PM"],
    [moment(at, "2026-12-01", ZONE), "Nov 24, 5:46\u00a0PM"],
  ])("%s", (shown, expected) => expect(shown).toBe(expected));

  it.each([
    ["2026-03-07", "2026-03-09", 2],
    ["2026-10-31", "2026-11-02", 2],
    ["2026-11-24", "2026-11-20", -4],
    ["2024-02-28", "2024-03-01", 2],
  ])("from %s to %s is %i days, daylight saving or not", (from, to, days) =>
    expect(daysBetween(from, to)).toBe(days),
  );
});

describe("durations and amounts", () => {
  it.each([
    [countdown(24_000), "24 seconds"],
    [countdown(100), "1 second"],
    [countdown(60_000), "1 minute"],
    [countdown(125_000), "2 minutes 5 seconds"],
    [timeLeft(2), "Nearly done."],
    [timeLeft(38), "About 40 seconds left."],
    [timeLeft(91), "About 2 minutes left."],
    [plural(1, "entry", "entries"), "1 entry"],
    [plural(1_204, "entry", "entries"), "1,204 entries"],
    [size(300), "1 kB"],
    [size(214_300_000), "214.3 MB"],
  ])("%s", (shown, expected) => expect(shown).toBe(expected));
});
