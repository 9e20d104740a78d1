import { describe, expect, it } from "vitest";
import type { FitAnswer, FitOption } from "../../ipc/generated/calls.ts";
import { changes, clashWords, forecastWords, optionTitle, optionWords, spell } from "./fitting.ts";

const option = (groups: string[], more: Partial<FitOption> = {}): FitOption => ({
  groups,
  now: false,
  weeks_below: 0,
  clashes: 0,
  days: 16,
  travel: 0,
  weeks: [],
  ...more,
});

const group = (id: string, member: boolean) => ({
  id,
  name: id,
  type_label: "Process group",
  member,
  seats: 2,
  meetings: 8,
  taken: 0,
});

describe("what fits, in words", () => {
  it("spells minutes", () => {
    expect([0, 45, 60, 135, 545].map(spell)).toEqual(["0 min", "45 min", "1 h", "2 h 15", "9 h 05"]);
  });

  it("says what lacks by the end of the week", () => {
    const week = { week_last: "2026-11-28", done: 0, planned: 0, clashes: [], fixes: [], enough: true };
    expect(forecastWords({ ...week, minimum: 540, short: 135 })).toBe("2 h 15 short of 9 h by Saturday");
    expect(forecastWords({ ...week, minimum: 540, short: 0 })).toBe("On track for 9 h by Saturday");
    expect(forecastWords({ ...week, short: 0 })).toBe("No hours are owed this week");
  });

  it("says what a combination costs", () => {
    expect(optionWords(option([]))).toBe("no week below, no clash, 16 days");
    expect(optionWords(option([], { weeks_below: 1, clashes: 2, days: 1, travel: 480 }))).toBe(
      "1 week below, 2 clashes, 1 day, 8 h on the way",
    );
  });

  it("names a clash by its day and what meets", () => {
    const meeting = { title: "Process group", on: "2026-11-26", starts_at: 0, ends_at: 0 };
    expect(clashWords({ ...meeting, meets: "night" })).toBe("clash on Thu: night shift and Process group");
    expect(clashWords(meeting)).toBe("clash on Thu: another session and Process group");
  });

  it("tells what to join and what to leave", () => {
    const answer = { groups: [group("Skills", true), group("Process", false)] } as FitAnswer;
    const chosen = option(["Process"]);
    expect(optionTitle(chosen, answer)).toBe("Process");
    expect(optionTitle(option([]), answer)).toBe("No group");
    const { join, leave } = changes(chosen, answer);
    expect([join.map(({ id }) => id), leave.map(({ id }) => id)]).toEqual([["Process"], ["Skills"]]);
  });
});
