import { describe, expect, it } from "vitest";
import type { LaboratoryReport, TestAnswer, TestLine } from "../../ipc/generated/calls.ts";
import { begun, lineComplaint, quantityOf, reportLacks, reportRequest, restNotDetected, statedCutoff, withLine } from "./report.ts";
import { NO_MEASURES } from "./measures.ts";

const line = (analyte: string) => ({ analyte, name: analyte.toUpperCase(), unit: "ng/mL" }) as unknown as TestLine;
const TEST = { id: "t", rev: 3, specimen: "urine", lines: [line("amp"), line("bze")], reports: [] as LaboratoryReport[] } as unknown as TestAnswer;

describe("a laboratory's report", () => {
  it("keeps a quantity in the laboratory's own digits, rounded to tenths", () => {
    expect(quantityOf("812.54")).toEqual({ words: "812.54", tenths: 8125 });
    expect(quantityOf("812.55")).toEqual({ words: "812.55", tenths: 8126 });
    expect(quantityOf(" 1,250 ")).toEqual({ words: "1250", tenths: 12500 });
    expect(quantityOf("> 500")).toEqual({ words: ">500" });
    for (const text of ["", "12 ng/mL", "1e3", "-4", "neg", ">"]) expect(quantityOf(text), text).toBeUndefined();
  });

  it("takes a cut-off only in the unit of the panel", () => {
    expect(statedCutoff("300", "ng/mL")).toBe("300 ng/mL");
    expect(statedCutoff("0.50 NG/ML", "ng/mL")).toBe("0.5 ng/mL");
    for (const text of ["300 pg/mg", "about 300", "0", ""]) expect(statedCutoff(text, "ng/mL"), text).toBeUndefined();
  });

  it("sends what was said and nothing of what was not", () => {
    const typed = begun(TEST, "UTC");
    expect(reportLacks(typed, TEST, "12:00")).toBe("Choose the laboratory's result.");
    const filled = {
      ...typed,
      result: "positive" as const,
      measures: { ...NO_MEASURES, creatinine: "62", gravity: "1.0142", oxidant: "no" as const },
      on: "2026-11-24",
      time: "2:30",
      lines: { amp: { screen: "detected" as const, confirmation: "detected" as const, quantity: "812.5", confirmation_cutoff: "100" } },
    };
    expect(reportRequest(filled, TEST, "14:00")).toEqual({
      id: "t",
      rev: 3,
      result: "positive",
      words: "",
      because: "",
      screens: [{ analyte: "amp", result: "detected" }],
      readings: [{ analyte: "amp", result: "detected", reported: "812.5", quantity_tenths: 8125 }],
      measures: { creatinine_tenths: 620, gravity_ten_thousandths: 10142, oxidant: false },
      reported_on: "2026-11-24",
      reported_time: "14:30",
    });
    expect(reportRequest({ ...filled, cutoffs: true }, TEST, "14:00")?.readings?.[0]?.cutoff).toBe("100 ng/mL");
    const wrong = { ...filled, lines: { amp: { quantity: "lots" } } };
    expect(reportLacks(wrong, TEST, "14:00")).toBe("AMP: A plain number, such as 812.5 or >500.");
    expect(reportRequest(wrong, TEST, "14:00")).toBeUndefined();
    expect(lineComplaint({ screen_cutoff: "5 pg/mg" }, line("amp"), true)).toBe("A cut-off in ng/mL, such as 300.");
    expect(lineComplaint({ screen_cutoff: "5 pg/mg" }, line("amp"), false)).toBeUndefined();
  });

  it("begins an amended report as the last one stands", () => {
    const report = {
      number: 1,
      result: "positive",
      words: "88-1",
      reported_on: "2026-11-24",
      reported_at: Date.UTC(2026, 10, 24, 14, 30),
      laboratory: "lab",
      measures: { creatinine_tenths: 620 },
      lines: [
        { analyte: "amp", phase: "screen", result: "detected", reported: "", cutoff: "500 ng/mL", panel_cutoff: "" },
        { analyte: "amp", phase: "confirmation", result: "detected", reported: "812.54", cutoff: "100 ng/mL", panel_cutoff: "250 ng/mL" },
      ],
    } as unknown as LaboratoryReport;
    const typed = begun({ ...TEST, reports: [report] }, "UTC");
    expect(typed).toMatchObject({ result: "positive", laboratory: "lab", cutoffs: true, because: "" });
    expect(reportRequest(typed, { ...TEST, reports: [report] }, "08:00")?.reported_time).toBe("14:30");
    expect(typed.lines).toEqual({
      amp: { screen: "detected", confirmation: "detected", quantity: "812.54", confirmation_cutoff: "100" },
    });
  });

  it("says the rest is not detected only where nothing was said", () => {
    const lines = withLine({}, "amp", { screen: "detected" });
    expect(restNotDetected(lines, ["amp", "bze"])).toEqual({ amp: { screen: "detected" }, bze: { screen: "not_detected" } });
    expect(withLine(lines, "amp", { screen: undefined })).toEqual({});
  });
});
