import { describe, expect, it } from "vitest";
import { NEW_ANALYTE, cutoff, lacks, versionWords, withField } from "./words.ts";
import type { VersionDraft } from "./words.ts";

describe("a version of a panel", () => {
  it("says since when it holds and what comes", () => {
    expect(versionWords({ number: 1 }, "2026-11-24")).toBe("1");
    expect(versionWords({ number: 2, effective_on: "2025-07-07" }, "2026-11-24")).toMatch(/^2 since Jul\s7, 2025$/);
    expect(versionWords({ number: 2, coming_on: "2026-12-01" }, "2026-11-24")).toMatch(/^2, next on /);
  });

  it("says none where there is no such test", () => {
    expect(cutoff("", "ng/mL")).toBe("none");
    expect(cutoff("0.05", "pg/mg")).toBe("0.05 pg/mg");
  });

  it("takes the mark of a primary text off a cut-off that somebody typed", () => {
    const read = { ...NEW_ANALYTE, name: "Morphine", initial: "2000", verified: true };
    expect(withField([read], 0, "initial", "300")[0]).toMatchObject({ initial: "300", verified: false });
    expect(withField([read], 0, "note", "x")[0]).toMatchObject({ note: "x", verified: true });
  });

  it("says what is missing, one thing at a time", () => {
    const whole: VersionDraft = {
      effective_on: "2026-12-01",
      because: "Letter",
      source: "",
      note: "",
      analytes: [{ ...NEW_ANALYTE, name: "Morphine" }],
    };
    expect(lacks(whole)).toBeUndefined();
    expect(lacks({ ...whole, effective_on: "" })).toMatch(/day/);
    expect(lacks({ ...whole, because: " " })).toMatch(/why/);
    expect(lacks({ ...whole, analytes: [] })).toMatch(/at least one/);
    expect(lacks({ ...whole, analytes: [NEW_ANALYTE] })).toMatch(/name/);
  });
});
