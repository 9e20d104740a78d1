//! Answers of an instrument as they are typed: which questions are asked now, where a digit leads, and the points of a trend. Pure; the core scores.

import type { InstrumentForm, InstrumentItem, Measurement } from "../../ipc/generated/calls.ts";

export type Answers = Record<string, number>;

/** The questions an answer has not let out; headings stay over the questions they head. */
export function asked(form: InstrumentForm, answers: Answers): InstrumentItem[] {
  const out = new Set(form.skips.filter(({ item, value }) => answers[item] === value).flatMap((skip) => skip.out));
  return form.items.filter(({ id }) => !out.has(id));
}

/** What is sent: answers to questions that were let out afterwards are left behind. */
export function given(form: InstrumentForm, answers: Answers): Answers {
  const ids = new Set(asked(form, answers).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

export function unanswered(form: InstrumentForm, answers: Answers): number {
  return asked(form, answers).filter(({ id, options }) => options.length > 0 && !(id in answers)).length;
}

/** The option a digit means: its value where values are digits, as printed. */
export function byDigit(item: InstrumentItem, key: string): number | undefined {
  if (!/^\d$/.test(key)) return undefined;
  return item.options.find(({ value }) => value === Number(key))?.value;
}

/** "14 of 27", the parts where there is no total, or how many answers a total is short of. */
export function scoreWords({ score }: Pick<Measurement, "score">): string {
  if (score.total !== null) {
    const of = score.most === null ? "" : ` of ${String(score.most)}`;
    return `${String(score.total)}${of}${score.prorated ? ", prorated" : ""}`;
  }
  if (score.missing.length > 0) return `no total: ${String(score.missing.length)} not answered`;
  return score.parts.map(({ label, score: part, most }) => `${label} ${part === null ? "–" : String(part)} of ${String(most)}`).join(" · ");
}

export interface Point {
  id: string;
  x: number;
  y: number;
}

/** Totals over time in a box of 600 by 120, the highest total on top. */
export function points(measurements: readonly Measurement[]): Point[] {
  const scored = measurements.filter(({ score }) => score.total !== null);
  const [first, last] = [scored[0]?.given_at ?? 0, scored.at(-1)?.given_at ?? 0];
  const span = Math.max(last - first, 1);
  return scored.map(({ id, given_at, score }) => ({
    id,
    x: Math.round(10 + (580 * (given_at - first)) / span),
    y: Math.round(110 - (100 * (score.total ?? 0)) / Math.max(score.most ?? 1, 1)),
  }));
}

/** Where a day stands in the same box; nothing outside the time it shows. */
export function placeOf(day: number, measurements: readonly Measurement[]): number | undefined {
  const scored = measurements.filter(({ score }) => score.total !== null);
  const [first, last] = [scored[0]?.given_at, scored.at(-1)?.given_at];
  if (first === undefined || last === undefined || last === first || day < first || day > last) return undefined;
  return Math.round(10 + (580 * (day - first)) / (last - first));
}
