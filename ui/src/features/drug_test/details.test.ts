import { describe, expect, it } from "vitest";
import { NO_DETAILS, detailsFor, detailsOf, leftWords, misread, typedDetailsOf } from "./details.ts";

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

  it("leaves nothing behind of another specimen", () => {
    const typed = { ...NO_DETAILS, container: "C-1", cup_expires_on: "2027-01-31", reader: "b", identified_by: "photo_id" as const };
    expect(detailsFor(typed, "urine")).toEqual(typed);
    expect(detailsFor(typed, "hair")).toEqual({ ...typed, cup_expires_on: "", reader: "" });
    expect(detailsFor(typed, "breath")).toEqual({ ...typed, container: "", cup_expires_on: "" });
  });

  it("shows again what was recorded", () => {
    for (const [specimen, typed] of [
      ["breath", { ...NO_DETAILS, breath_first: "0.024", breath_second: "0.020", breath_minutes: "16", breath_device: "A-2" }],
      ["oral_fluid", { ...NO_DETAILS, mouth_checked: "no" as const, mouth_minutes: "12", identified_by: "known_to_staff" as const }],
      ["hair", { ...NO_DETAILS, taken_from: "crown", length_mm: "40", split: true, split_container: "C-2" }],
    ] as const) {
      const sent = detailsOf(typed, specimen, false);
      expect(sent && typedDetailsOf(sent), specimen).toEqual(typed);
    }
  });

  it("counts what is left of a wait", () => {
    expect(leftWords(10_000_000, 10_000_000)).toBe("The time is over.");
    expect(leftWords(60_000, 0)).toBe("1 min left");
    expect(leftWords(3 * 3_600_000, 60_000)).toBe("2 h 59 min left");
    expect(leftWords(3 * 3_600_000, 0)).toBe("3 h left");
  });
});
