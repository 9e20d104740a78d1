//! Decimals to whole numbers and back, without rounding.

import { describe, expect, it } from "vitest";
import { NO_MEASURES, complaint, measuresOf, scaled, typedOf, unscaled } from "./measures.ts";

describe("a decimal", () => {
  it.each([
    ["94", 1, 940],
    ["94.5", 1, 945],
    ["1,5", 1, 15],
    ["1.0142", 4, 10142],
    ["1.01", 4, 10100],
    ["1.", 4, 10000],
    ["1.99", 1, undefined],
    ["1.50", 1, 15],
    ["1.00305", 4, undefined],
    ["-1", 1, undefined],
    ["", 1, undefined],
    ["45", 0, 45],
    ["45.5", 0, undefined],
  ])("%s with %i decimals is %s", (text, decimals, expected) => expect(scaled(text, decimals)).toBe(expected));

  it("comes back as it was typed", () => {
    expect(unscaled(940, 1)).toBe("94");
    expect(unscaled(15, 1)).toBe("1.5");
    expect(unscaled(10_100, 4, true)).toBe("1.0100");
    expect(unscaled(5, 1)).toBe("0.5");
    expect(unscaled(undefined, 1)).toBe("");
  });
});

describe("measures", () => {
  it("hold only what was typed", () => {
    expect(measuresOf(NO_MEASURES)).toEqual({});
    const typed = { ...NO_MEASURES, creatinine: "62", gravity: "1.0142", oxidant: "no" as const };
    expect(measuresOf(typed)).toEqual({ creatinine_tenths: 620, gravity_ten_thousandths: 10142, oxidant: false });
    expect(typedOf(measuresOf(typed) ?? {})).toEqual(typed);
  });

  it("are not sent while one of them cannot be understood, and say which", () => {
    const typed = { ...NO_MEASURES, creatinine: "1.99", ph: "6.4" };
    expect(measuresOf(typed)).toBeUndefined();
    expect(complaint(typed, "creatinine")).toContain("creatinine");
    expect(complaint(typed, "ph")).toBeUndefined();
    expect(complaint(typed, "gravity")).toBeUndefined();
  });
});
