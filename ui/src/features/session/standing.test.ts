import { describe, expect, it } from "vitest";
import type { SessionLine } from "../../ipc/generated/calls.ts";
import { firstOf, headcount, standing } from "./standing.ts";

const MINUTE = 60_000;
const session = (patch: Partial<SessionLine>) =>
  ({ id: "s", state: "planned", starts: "17:30", starts_at: 0, ends_at: 60 * MINUTE, notes: 0, signed: 0, ...patch }) as SessionLine;

describe("how a session stands", () => {
  it.each([
    [session({}), -1, "Begins 5:30\u00a0PM"],
    [session({}), 16 * MINUTE, "Running, 44 min left"],
    [session({}), 60 * MINUTE, "Over, not recorded"],
    [session({ state: "recorded" }), 0, "Recorded"],
    [session({ state: "recorded", notes: 12, signed: 3 }), 0, "3 of 12 signed"],
    [session({ state: "recorded", notes: 12, signed: 12 }), 0, "Signed"],
    [session({ state: "cancelled" }), 0, "Cancelled"],
  ])("%o at %i", (line, now, expected) => expect(standing(line, now).text).toBe(expected));

  it("counts heads", () => {
    expect(headcount(session({ group: "g", expected: 11 }))).toBe("11 expected");
    expect(headcount(session({ state: "recorded", here: 10, absent: 1 }))).toBe("10 here, 1 absent");
    expect(headcount(session({}))).toBe("");
  });

  it("opens what runs, then what comes, then what was left", () => {
    const [a, b] = [session({ id: "a" }), session({ id: "b", starts_at: 70 * MINUTE, ends_at: 130 * MINUTE })];
    expect(firstOf([a, b], 30 * MINUTE)?.id).toBe("a");
    expect(firstOf([a, b], 65 * MINUTE)?.id).toBe("b");
    expect(firstOf([a, b], 200 * MINUTE)?.id).toBe("a");
    expect(firstOf([session({ id: "a", state: "recorded" }), b], 30 * MINUTE)?.id).toBe("b");
    expect(firstOf([], 0)).toBeUndefined();
  });
});
