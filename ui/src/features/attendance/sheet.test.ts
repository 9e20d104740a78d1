import { describe, expect, it } from "vitest";
import type { Sheet, SheetRow } from "../../ipc/generated/calls.ts";
import { beganAt, gridRows, notYet, recordRequest, spanOfDraft, summary, untouched, weekOf } from "./sheet.ts";

const name = (text: string) => ({ how: "whole" as const, family: text, given: "", text });
const row = (client: string, patch: Partial<SheetRow> = {}): SheetRow => ({
  client,
  name: name(client),
  profession: "",
  work: "",
  alerts: [],
  week_done: 180,
  week_planned: 360,
  week_minimum: 540,
  week_short: 0,
  ...patch,
});
const session = {
  id: "s",
  rev: 3,
  kind: "group",
  starts: "17:30",
  minutes: 60,
  starts_at: 1000,
  state: "planned",
  may_record: true,
} as Sheet["session"];
const sheet: Sheet = { session, breaks: [], week_last: "2026-11-28", rows: [row("a"), row("b")], room: [], may_take_back: false, unknown: [] };
const walkIn = { client: "w", name: name("w"), makes_up: "m" };

describe("the attendance of a session", () => {
  it("is recorded with nothing but what differs", () => {
    const draft = {
      ...untouched,
      marks: { a: { late: 12 }, b: {}, gone: { early: 5 } },
      walkIns: [walkIn],
      began: "17:35",
    };
    expect(recordRequest(sheet, draft)).toEqual({
      session: "s",
      rev: 3,
      began: "17:35",
      breaks: [],
      exceptions: [{ client: "a", what: { late_minutes: 12 } }],
      walk_ins: [{ client: "w", makes_up: "m" }],
    });
  });

  it("lists who walked in after who is expected", () =>
    expect(gridRows(sheet, { ...untouched, walkIns: [walkIn] }).map((line) => line.client)).toEqual(["a", "b", "w"]));

  it("says what recording would say", () => {
    const rows = gridRows(sheet, untouched);
    expect(summary(rows, {})).toBe("All 2 present");
    expect(summary(rows, { a: { late: 5 }, b: { absent: { excused: false, reason: "" } } })).toBe(
      "0 present, 1 for a part, 1 absent",
    );
    expect(summary([], {})).toBe("Nobody is expected");
  });

  it("counts a mark in the forecast of the week", () => {
    const span = spanOfDraft(sheet, untouched);
    expect(weekOf(row("a"), session, undefined, span)).toEqual({ done: 180, planned: 360, minimum: 540, short: 0 });
    expect(weekOf(row("a"), session, { late: 12 }, span)).toMatchObject({ planned: 348, short: 12 });
    const absent = { absent: { excused: true, reason: "Ill" } };
    expect(weekOf(row("a"), session, absent, span)).toMatchObject({ planned: 300, short: 60 });
    const recorded = { ...session, state: "recorded" as const };
    expect(weekOf(row("a"), recorded, absent, span)).toMatchObject({ planned: 360, short: 0 });
  });

  it.each([
    ["", 0],
    ["17:20", -10],
    ["17:45", 15],
    ["00:10", 400],
  ])("began %j is %i minutes from the plan", (began, away) =>
    expect(beganAt(sheet, { ...untouched, began }) - session.starts_at).toBe(away * 60_000),
  );

  it("says what stands between here and recording", () => {
    const rows = gridRows(sheet, untouched);
    expect(notYet(sheet, rows, 0, 1000, 1000)).toBeUndefined();
    expect(notYet(sheet, rows, 0, 1000, 999)).toMatch(/not begun/);
    expect(notYet(sheet, rows, 1, 1000, 1000)).toMatch(/not finished/);
    expect(notYet(sheet, [], 0, 1000, 1000)).toMatch(/walk-in/);
    expect(notYet({ ...sheet, session: { ...session, may_record: false } }, rows, 0, 1000, 1000)).toMatch(/leads/);
  });
});
