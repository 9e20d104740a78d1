//! The keys of the screen grid as a pure function: N, D and I write the line under the ring and go on to the next one, so that a cup is entered with one
//! key a substance.

import type { Phase, Reading, TestReading } from "../../ipc/generated/calls.ts";

export type Readings = Readonly<Record<string, Reading>>;

export interface ScreenStep {
  at: number;
  /** What the line that had the ring shows now; null takes it out again. */
  write?: Reading | null;
}

const LETTERS: Record<string, Reading> = { n: "not_detected", d: "detected", i: "invalid" };

/** What a key does with the ring on line `at` of `count`; undefined leaves it to the browser. */
export function step(key: string, at: number, count: number): ScreenStep | undefined {
  const clamp = (next: number) => Math.max(0, Math.min(count - 1, next));
  switch (key) {
    case "ArrowDown":
    case "Enter":
      return { at: clamp(at + 1) };
    case "ArrowUp":
      return { at: clamp(at - 1) };
    case "Home":
      return { at: 0 };
    case "End":
      return { at: clamp(count - 1) };
    case "Backspace":
    case "Delete":
      return { at, write: null };
    default: {
      const write = key.length === 1 ? LETTERS[key.toLowerCase()] : undefined;
      return write === undefined ? undefined : { at: clamp(at + 1), write };
    }
  }
}

/** The readings with one line written or taken out. */
export function written(readings: Readings, analyte: string, reading: Reading | null): Readings {
  const { [analyte]: _before, ...rest } = readings;
  return reading === null ? rest : { ...rest, [analyte]: reading };
}

/** How many of these lines are not entered. */
export function missing(readings: Readings, analytes: readonly string[]): number {
  return analytes.filter((key) => readings[key] === undefined).length;
}

/** The readings in the order of the panel, for the core. */
export function asSent(readings: Readings, analytes: readonly string[]): TestReading[] {
  return analytes.flatMap((analyte) => {
    const result = readings[analyte];
    return result === undefined ? [] : [{ analyte, result }];
  });
}

/** A cell of a laboratory's report. */
export interface ReportPlace {
  line: number;
  phase: Phase;
}

/** What a key does on a cell of a report: as on a screen, with P for pending, and the arrows sideways. */
export function reportStep(
  key: string,
  at: ReportPlace,
  count: number,
): { at: ReportPlace; write?: Reading | null } | undefined {
  if (key === "ArrowLeft") return { at: { ...at, phase: "screen" } };
  if (key === "ArrowRight") return { at: { ...at, phase: "confirmation" } };
  const pending = key.toLowerCase() === "p";
  const done = step(pending ? "i" : key, at.line, count);
  if (done === undefined) return undefined;
  const to = { at: { ...at, line: done.at } };
  if (done.write === undefined) return to;
  return { ...to, write: pending ? "pending" : done.write };
}
