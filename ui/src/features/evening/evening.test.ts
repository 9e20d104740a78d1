import { describe, expect, it } from "vitest";
import type { EveningMinutes, EveningSession } from "../../ipc/generated/calls.ts";
import { minutesLines, partsOf, readyOf, standsAt } from "./evening.ts";

const session = (patch: Partial<EveningSession>): EveningSession => ({
  session: "a",
  group: "Process group",
  starts_at: 0,
  ends_at: 0,
  recorded: true,
  present: 11,
  absent: 1,
  ready: 12,
  later: 0,
  signed: 0,
  missing: [],
  ...patch,
});
const person = (name: string, parts: number[]): EveningMinutes => ({
  client: { id: name, number: 1, name },
  minutes: parts.reduce((a, b) => a + b, 0),
  parts,
});

describe("a session of the evening", () => {
  it.each([
    [session({}), "12 ready"],
    [session({ ready: 10, later: 2 }), "10 ready, 2 for later"],
    [session({ recorded: false, ready: 0 }), "Attendance not recorded"],
    [session({ missing: [{ message: "Type the topic of the session." }] }), "1 thing missing"],
    [session({ ready: 0, signed: 12 }), "Signed"],
    [session({ ready: 0, signed: 10, later: 2 }), "Signed, 2 for later"],
    [session({ ready: 0, present: 0, absent: 0 }), "Nothing to sign"],
  ])("%o stands at", (line, expected) => expect(standsAt(line).text).toBe(expected));

  it("is counted only when it can be signed", () => {
    const sessions = [session({}), session({ session: "b", ready: 3, missing: [{ message: "x" }] }), session({ session: "c" })];
    expect(readyOf({ on: "2026-11-24", sessions, people: [], ready: ["a", "c"], complete: false })).toEqual({ sessions: 2, entries: 24 });
  });
});

describe("the minutes of an evening", () => {
  it("say what most come to, then who differs", () => {
    const people = [person("A", [50, 50, 50]), person("B", [38, 50, 50]), person("C", [50, 50, 50]), person("D", [0, 0, 0])];
    expect(minutesLines(people).map(({ minutes, people: who, most }) => [minutes, who.length, most])).toEqual([
      [150, 2, true],
      [138, 1, false],
      [0, 1, false],
    ]);
  });
  it("are nothing for nobody", () => expect(minutesLines([])).toEqual([]));
  it("show the parts", () => expect(partsOf(person("B", [38, 50, 50]))).toBe("38 + 50 + 50"));
});
