import { expect, test } from "vitest";
import type { OwedRelease, ReleaseBasis } from "../../ipc/generated/calls.ts";
import { dueWords, ofRow, readiness, usualParts } from "./words.ts";

const basis: ReleaseBasis = {
  consent: "c",
  kind_label: "Monitoring program",
  recipient: "Harbor Monitoring",
  purpose: "Monitoring",
  scope: "Test results",
  signed_on: "2026-11-02",
  ends: "Nov 2, 2027",
};

const row = (more: Partial<OwedRelease>): OwedRelease => ({
  key: "k",
  client: "cl",
  client_name: "Nakagawa-Whitfield, Rosalind",
  recipient: "Harbor Monitoring",
  what: "Notice: dilute specimen, S-26-0012",
  due_at: Date.parse("2026-11-24T21:00:00Z"),
  overdue: false,
  lacking_words: "",
  ...more,
});

test("a row says what can be done next", () => {
  expect(readiness(row({ lacking: "missing" }))).toBe("blocked");
  expect(readiness(row({ basis }))).toBe("ready");
  expect(readiness(row({ basis, made: { id: "d", at: 0, by: "Marisol Quiñones" } }))).toBe("made");
});

test("a call names what it answers and nothing else", () => {
  expect(ofRow(row({ follow_up: "f", agreement: "a" }))).toEqual({ client: "cl", follow_up: "f", agreement: "a" });
  expect(ofRow(row({ agreement: "a", report_on: "2026-12-01" }))).toEqual({ client: "cl", agreement: "a", report_on: "2026-12-01" });
});

test("a report begins with numbers and a notice with words", () => {
  expect(usualParts(row({ follow_up: "f" }))).toEqual([]);
  expect(usualParts(row({ report_on: "2026-12-01" }))).toEqual(["attendance", "random_tests"]);
});

test("when it is due", () => {
  expect(dueWords(row({}), "2026-11-24", "America/New_York")).toMatch(/^due today, 4:00\sPM$/);
  expect(dueWords(row({ report_on: "2026-11-20", overdue: true }), "2026-11-24", "America/New_York")).toBe("overdue since Nov 20");
  expect(dueWords(row({ overdue: true }), "2026-11-25", "America/New_York")).toMatch(/^overdue since /);
});
