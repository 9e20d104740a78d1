//! One key a substance.

import { describe, expect, it } from "vitest";
import { asSent, missing, reportStep, step, written } from "./screen.ts";

describe("the screen grid", () => {
  it.each([
    ["n", 0, { at: 1, write: "not_detected" }],
    ["D", 3, { at: 4, write: "detected" }],
    ["i", 9, { at: 9, write: "invalid" }],
    ["Backspace", 2, { at: 2, write: null }],
    ["ArrowUp", 0, { at: 0 }],
    ["ArrowDown", 9, { at: 9 }],
    ["Enter", 4, { at: 5 }],
    ["Home", 7, { at: 0 }],
    ["End", 0, { at: 9 }],
    ["x", 0, undefined],
    ["Tab", 0, undefined],
  ])("answers %s on line %i", (key, at, expected) => expect(step(key, at, 10)).toEqual(expected));

  it("says what is missing and sends what is there in the order of the panel", () => {
    const some = written(written({}, "mor", "detected"), "thca", "not_detected");
    expect(missing(some, ["thca", "bze", "mor"])).toBe(1);
    expect(asSent(some, ["thca", "bze", "mor"])).toEqual([
      { analyte: "thca", result: "not_detected" },
      { analyte: "mor", result: "detected" },
    ]);
    expect(written(some, "mor", null)).toEqual({ thca: "not_detected" });
  });
});

describe("a laboratory's report", () => {
  it("goes down with what it writes and sideways with the arrows", () => {
    const at = { line: 0, phase: "screen" } as const;
    expect(reportStep("d", at, 3)).toEqual({ at: { line: 1, phase: "screen" }, write: "detected" });
    expect(reportStep("P", { line: 2, phase: "confirmation" }, 3)).toEqual({ at: { line: 2, phase: "confirmation" }, write: "pending" });
    expect(reportStep("ArrowRight", at, 3)).toEqual({ at: { line: 0, phase: "confirmation" } });
    expect(reportStep("ArrowLeft", { line: 1, phase: "confirmation" }, 3)).toEqual({ at: { line: 1, phase: "screen" } });
    expect(reportStep("Backspace", at, 3)).toEqual({ at, write: null });
    expect(reportStep("x", at, 3)).toBeUndefined();
  });
});
