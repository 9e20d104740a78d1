import { describe, expect, it } from "vitest";
import { NO_DETAILS, detailsOf, leftWords, misread } from "./details.ts";

describe("what is recorded beside the measures", () => {
  it("sends for a specimen only what it asks", () => {
    const typed = { ...NO_DETAILS, breath_first: "0.024", length_mm: "40", spots: "3", taken_from: "crown" };
    expect(detailsOf(typed, "urine", false)).not.toHaveProperty("breath_first");
    expect(detailsOf(typed, "breath", false)).toMatchObject({ breath_first: 24, taken_from: "" });
    expect(detailsOf(typed, "hair", false)).toMatchObject({ length_mm: 40, taken_from: "crown" });
    expect(detailsOf(typed, "blood_spot", false)).toMatchObject({ spots: 3 });
  });

  it("does not understand a reading finer than thousandths", () => {
    const typed = { ...NO_DETAILS, breath_first: "0.0241" };
    expect(misread(typed, "breath_first")).toBe(true);
    expect(detailsOf(typed, "breath", false)).toBeUndefined();
    expect(detailsOf(typed, "urine", false)).toBeDefined();
  });

  it("keeps what the client asked for only with an observer", () => {
    const typed = { ...NO_DETAILS, observer_wish: "a woman", as_wished: "no" as const, observer_because: "Alone on duty" };
    expect(detailsOf(typed, "urine", true)).toMatchObject({ observer_as_wished: false, observer_because: "Alone on duty" });
    expect(detailsOf(typed, "urine", false)).toMatchObject({ observer_wish: "", observer_because: "" });
  });

  it("counts what is left of a wait", () => {
    expect(leftWords(10_000_000, 10_000_000)).toBe("The time is over.");
    expect(leftWords(60_000, 0)).toBe("1 min left");
    expect(leftWords(3 * 3_600_000, 60_000)).toBe("2 h 59 min left");
  });
});
