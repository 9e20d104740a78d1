//! Answers of an instrument as they are typed: which questions are asked now, and where a digit leads. Pure; the core scores.

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

/** "2, more than half the days", or that there is none. */
export function answerWords(item: InstrumentItem, value: number | undefined): string {
  const option = item.options.find((one) => one.value === value);
  if (option === undefined) return "not answered";
  const { label } = option;
  return label === "" || label === String(option.value) ? String(option.value) : `${String(option.value)}, ${label}`;
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
