//! A laboratory's report as somebody types it, to what the core keeps. Pure.

import type { LaboratoryReport, LaboratoryResult, Phase, Reading, Request, TestAnswer, TestLine, TestReading } from "../../ipc/generated/calls.ts";
import { typedTime, wallTime } from "../../lib/duration.ts";
import { wallTimeOf } from "./log.ts";
import { NO_MEASURES, measuresOf, typedOf } from "./measures.ts";
import type { TypedMeasures } from "./measures.ts";

/** One substance of a report. Quantity and cut-offs stand as they were typed. */
export interface TypedLine {
  screen?: Reading;
  confirmation?: Reading;
  quantity?: string;
  screen_cutoff?: string;
  confirmation_cutoff?: string;
}

export interface TypedReport {
  result: LaboratoryResult | "";
  laboratory: string;
  words: string;
  on: string;
  time: string;
  measures: TypedMeasures;
  lines: Readonly<Record<string, TypedLine>>;
  /** The report states other cut-offs than the panel. */
  cutoffs: boolean;
  because: string;
}

/** An empty report, or the last one to be amended. */
export function begun(test: TestAnswer, zone: string | undefined): TypedReport {
  const last = test.reports.at(-1);
  return {
    result: last?.result ?? "",
    laboratory: last?.laboratory ?? "",
    words: last?.words ?? "",
    on: last?.reported_on ?? "",
    time: last?.reported_at === undefined ? "" : wallTime(wallTimeOf(last.reported_at, zone)),
    measures: last === undefined ? NO_MEASURES : typedOf(last.measures),
    lines: last === undefined ? {} : linesOf(last, test.lines),
    cutoffs: last?.lines.some((line) => line.panel_cutoff !== "") ?? false,
    because: "",
  };
}

/** "300" of "300 ng/mL": the unit stands beside it once. */
export const withoutUnit = (cutoff: string, unit: string) => (unit !== "" && cutoff.endsWith(` ${unit}`) ? cutoff.slice(0, -unit.length - 1) : cutoff);

function linesOf(report: LaboratoryReport, of: readonly TestLine[]): Record<string, TypedLine> {
  const lines: Record<string, TypedLine> = {};
  for (const { analyte, phase, result, reported, cutoff, panel_cutoff } of report.lines) {
    const unit = of.find((line) => line.analyte === analyte)?.unit ?? "";
    const own = panel_cutoff === "" ? {} : { [cutoffOf(phase)]: withoutUnit(cutoff, unit) };
    const quantity = phase === "confirmation" && reported !== "" ? { quantity: reported } : {};
    lines[analyte] = { ...lines[analyte], [phase]: result, ...quantity, ...own };
  }
  return lines;
}

export const cutoffOf = (phase: Phase): "screen_cutoff" | "confirmation_cutoff" => `${phase}_cutoff`;

/** The lines with one of them changed; a value of undefined takes it out. */
export function withLine(
  lines: TypedReport["lines"],
  analyte: string,
  change: { [Name in keyof TypedLine]?: TypedLine[Name] | undefined },
): TypedReport["lines"] {
  const whole = Object.entries({ ...lines[analyte], ...change }).filter(([, value]) => value !== undefined && value !== "");
  const { [analyte]: _before, ...rest } = lines;
  return whole.length === 0 ? rest : { ...rest, [analyte]: Object.fromEntries(whole) as TypedLine };
}

/** Every line without an initial test as not detected: what a report says with one word, said once. */
export function restNotDetected(lines: TypedReport["lines"], keys: readonly string[]): TypedReport["lines"] {
  return keys.reduce((all, key) => (all[key]?.screen === undefined ? withLine(all, key, { screen: "not_detected" }) : all), lines);
}

export interface Quantity {
  tenths?: number;
  words: string;
}

/** A plain number, also "more than" and "less than" one; undefined when it is none. */
export function quantityOf(text: string): Quantity | undefined {
  const words = text.replace(/[\s,]/g, "");
  const found = /^([<>]?)(\d{1,8})(?:\.(\d{1,6}))?$/.exec(words);
  if (!found || words.length > 20) return undefined;
  const [, sign, whole = "0", fraction = ""] = found;
  if (sign !== "") return { words };
  const hundredths = Number(`${whole}${fraction.slice(0, 2).padEnd(2, "0")}`);
  return { words, tenths: Math.floor((hundredths + 5) / 10) };
}

/** A cut-off in the words that are kept; a number alone is of the unit of the panel. */
export function statedCutoff(text: string, unit: string): string | undefined {
  const found = /^\s*(\d{1,7}(?:\.\d{1,3})?)\s*(.*)$/.exec(text.replaceAll(",", ""));
  if (!found || Number(found[1]) === 0) return undefined;
  const given = (found[2] ?? "").trim();
  if (given !== "" && given.toLowerCase() !== unit.toLowerCase()) return undefined;
  return `${String(Number(found[1]))} ${unit}`.trim();
}

/** What a line says of a phase, for the core; undefined when it says nothing or cannot be understood. */
function reading(line: TypedLine, phase: Phase, of: TestLine, cutoffs: boolean): TestReading | undefined {
  const result = line[phase];
  if (result === undefined) return undefined;
  const typed = line[cutoffOf(phase)] ?? "";
  const cutoff = cutoffs && typed.trim() !== "" ? statedCutoff(typed, of.unit) : undefined;
  const quantity = phase === "confirmation" ? quantityOf(line.quantity ?? "") : undefined;
  return {
    analyte: of.analyte,
    result,
    ...(quantity === undefined ? {} : { reported: quantity.words }),
    ...(quantity?.tenths === undefined ? {} : { quantity_tenths: quantity.tenths }),
    ...(cutoff === undefined ? {} : { cutoff }),
  };
}

/** What cannot be understood of a line. */
export function lineComplaint(line: TypedLine, of: TestLine, cutoffs: boolean): string | undefined {
  if ((line.quantity ?? "").trim() !== "" && quantityOf(line.quantity ?? "") === undefined) {
    return "A plain number, such as 812.5 or >500.";
  }
  const wrong = (["screen", "confirmation"] as const).some((phase) => {
    const typed = line[cutoffOf(phase)] ?? "";
    return cutoffs && typed.trim() !== "" && statedCutoff(typed, of.unit) === undefined;
  });
  return wrong ? `A cut-off in ${of.unit}, such as 300.` : undefined;
}

/** What is still missing before the report can be kept, in words. */
export function reportLacks(typed: TypedReport, test: TestAnswer, now: string): string | undefined {
  if (typed.result === "") return "Choose the laboratory's result.";
  if (typed.time.trim() !== "" && typedTime(typed.time, now) === undefined) return "Type the time of the report, such as 7:40 AM.";
  if (measuresOf(typed.measures) === undefined) return "One of the measures is not understood.";
  const wrong = test.lines.find((of) => lineComplaint(typed.lines[of.analyte] ?? {}, of, typed.cutoffs) !== undefined);
  return wrong === undefined ? undefined : `${wrong.name}: ${lineComplaint(typed.lines[wrong.analyte] ?? {}, wrong, typed.cutoffs) ?? ""}`;
}

/** The whole request; undefined while something is missing. */
export function reportRequest(typed: TypedReport, test: TestAnswer, now: string): Request<"drug_test.laboratory"> | undefined {
  const measures = measuresOf(typed.measures);
  if (typed.result === "" || measures === undefined || reportLacks(typed, test, now) !== undefined) return undefined;
  const time = typed.time.trim() === "" ? undefined : typedTime(typed.time, now);
  const of = (phase: Phase) =>
    test.lines.flatMap((line) => reading(typed.lines[line.analyte] ?? {}, phase, line, typed.cutoffs) ?? []);
  return {
    id: test.id,
    rev: test.rev,
    result: typed.result,
    words: typed.words,
    because: typed.because,
    readings: of("confirmation"),
    screens: of("screen"),
    ...(test.specimen === "urine" ? { measures } : {}),
    ...(typed.on === "" ? {} : { reported_on: typed.on }),
    ...(time === undefined ? {} : { reported_time: time }),
    ...(typed.laboratory === "" ? {} : { laboratory: typed.laboratory }),
  };
}
