//! A discharge summary while it is written: one text for every section, the goals of the plan, and who goes on. Pure.

import type { ContinuingCare, DischargeSummary, GoalOutcome, SummaryFields, SummaryGoal, SummaryPart } from "../../ipc/generated/calls.ts";
import { dayWords, fieldsPart, textPart } from "../draft/together.ts";
import type { Part } from "../draft/together.ts";

export interface SummaryBody {
  texts: Record<string, string>;
  goals: SummaryGoal[];
  care: ContinuingCare[];
  no_care: string;
}

export const NEW_CARE: ContinuingCare = { with: "", what: "", time: "", handed_on: false };

export const OUTCOMES: Record<GoalOutcome, string> = { achieved: "Achieved", partly: "Partly", not: "Not achieved" };

/** A stored draft as its form holds it: every section has its place. */
export function bodyOf(parts: readonly SummaryPart[], { fields }: DischargeSummary): SummaryBody {
  const { sections, goals, care, no_care } = fields;
  const text = (key: string) => sections.find((one) => one.key === key)?.text ?? "";
  return { texts: Object.fromEntries(parts.map(({ key }) => [key, text(key)])), goals, care, no_care };
}

/** What is sent. A line of care that nobody filled in is none. */
export function fieldsOf({ texts, goals, care, no_care }: SummaryBody): SummaryFields {
  return {
    sections: Object.entries(texts).map(([key, text]) => ({ key, text })),
    goals,
    care: care.filter((one) => `${one.with}${one.what}${one.time}`.trim() !== "" || one.on !== undefined),
    no_care,
  };
}

/** How the form calls a field that the core names. */
export function labelOf(parts: readonly SummaryPart[], { goals }: SummaryBody, field: string): string {
  const [kind, of = ""] = field.split(".");
  if (kind === "sections") return parts.find(({ key }) => key === of)?.label ?? "";
  if (kind === "goals") return goals[Number(of)]?.goal ?? "";
  return kind === "care" || kind === "no_care" ? "Continuing care" : "";
}

/** The names of all fields, as a refusal names them. */
export function namesOf({ texts, goals, care }: SummaryBody): string[] {
  return [
    ...Object.keys(texts).map((key) => `sections.${key}`),
    ...goals.flatMap((_, at) => [`goals.${String(at)}.outcome`, `goals.${String(at)}.words`]),
    ...care.flatMap((_, at) => ["with", "what", "time"].map((field) => `care.${String(at)}.${field}`)),
    "no_care",
  ];
}

/** A summary that two people write is put together section by section and goal by goal; who goes on with the care is one part. */
export function summaryParts(parts: readonly SummaryPart[], bodies: readonly SummaryBody[]): Part<SummaryBody>[] {
  const many = Math.max(...bodies.map(({ goals }) => goals.length));
  const goals = Array.from({ length: many }, (_, at): Part<SummaryBody> => ({
    key: `goals.${String(at)}`,
    label: `Goal ${String(at + 1)}`,
    words: (body) => {
      const { outcome, words } = body.goals[at] ?? { words: "" };
      return [outcome === undefined ? "" : OUTCOMES[outcome], words.trim()].filter((one) => one !== "").join("\n");
    },
    put: (into, from) => ({ ...into, goals: into.goals.map((one, index) => (index === at ? (from.goals[at] ?? one) : one)) }),
  }));
  return [
    ...parts.map(({ key, label }) => textPart<SummaryBody>(key, label)),
    ...goals,
    {
      ...fieldsPart<SummaryBody>("care", "Who goes on with the care", ["care", "no_care"], ({ care, no_care }) =>
        [
          ...care.map((one) => [one.with, one.what, dayWords(one.on ?? ""), one.time, one.handed_on ? "handed on" : ""].filter((part) => part !== "").join(", ")),
          no_care.trim(),
        ]
          .filter((line) => line !== "")
          .join("\n"),
      ),
      join: (mine, theirs) => ({ ...mine, care: [...theirs.care, ...mine.care] }),
    },
  ];
}
