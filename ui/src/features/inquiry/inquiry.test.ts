import { expect, it } from "vitest";
import type { NextStep } from "../../ipc/generated/calls.ts";
import { age, ageTone, callerWords, missingFor, nothingAsked, sendableFields } from "./inquiry.ts";

it("says who called", () => {
  expect(callerWords({ caller: "", caller_is: "self" })).toBe("the client");
  expect(callerWords({ caller: "Dana Whitlock", caller_is: "employer" })).toBe("Dana Whitlock, employer");
  expect(callerWords({ caller: "Dana Whitlock", caller_is: "" })).toBe("Dana Whitlock");
  expect(callerWords({ caller: "", caller_is: "board" })).toBe("licensing board");
});

it("turns amber sooner for who cannot wait", () => {
  expect([0, 1].map((days) => ageTone(days, "urgent"))).toEqual([undefined, "caution"]);
  expect([2, 3].map((days) => ageTone(days, "soon"))).toEqual([undefined, "caution"]);
  expect([6, 7].map((days) => ageTone(days, "routine"))).toEqual([undefined, "caution"]);
  expect([0, 1, 12].map(age)).toEqual(["today", "1 day", "12 days"]);
});

it("leaves an empty day out", () => {
  expect(sendableFields(nothingAsked)).not.toHaveProperty("follow_up_on");
  expect(sendableFields({ ...nothingAsked, follow_up_on: "2026-12-01" }).follow_up_on).toBe("2026-12-01");
});

it("waits for what a step asks for", () => {
  const step = (asks: NextStep["asks"]): NextStep => ({ to: "screened", label: "Screened", asks });
  const typed = { reason: " ", day: "", admitted_on: "" };
  expect(missingFor(step("nothing"), typed)).toBeUndefined();
  expect(missingFor(step("reason"), typed)).toBe("Say why first.");
  expect(missingFor(step("day"), typed)).toBe("Choose the day first.");
  expect(missingFor(step("admission"), typed)).toBe("Choose the day of admission first.");
  expect(missingFor(step("reason"), { ...typed, reason: "Nights" })).toBeUndefined();
});
