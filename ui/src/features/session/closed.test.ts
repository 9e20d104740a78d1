import { expect, test } from "vitest";
import { closedWords, plannedWords } from "./closed.ts";

test.each([
  [{ left_out: 6, cancelled: 0, planned: 0 }, "6 weekly times left out"],
  [{ left_out: 1, cancelled: 2, planned: 1 }, "1 weekly time left out, 2 sessions cancelled, 1 session all the same"],
  [{ left_out: 0, cancelled: 0, planned: 0 }, "no session falls on it"],
])("a closed date: %j", (counts, expected) => {
  expect(closedWords({ on_date: "2026-11-26", name: "Thanksgiving Day", ...counts })).toBe(expected);
});

test("what was planned, and what was left out by date with its reason", () => {
  const skip = (on_date: string, because: string) => ({ group: "g", starts: "17:30", on_date, because });
  const holidays = [skip("2026-11-26", "Closed: Thanksgiving Day"), skip("2026-11-26", "Closed: Thanksgiving Day"), skip("2026-12-25", "Closed: Christmas Day")];
  expect(plannedWords({ planned: 12, skipped: holidays }, "2026-11-24")).toBe(
    "Planned 12 sessions. Left out: 2 on Nov 26 (Closed: Thanksgiving Day); 1 on Dec 25 (Closed: Christmas Day).",
  );
  expect(plannedWords({ planned: 0, skipped: [] }, "2026-11-24")).toBe("Every weekly time of the coming four weeks is planned.");
});
