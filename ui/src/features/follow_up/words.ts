//! Follow-ups as lines: what is to be done, of what, by when. Pure.

import type { FollowUpRow, FollowUpRuleStep, FollowUpStep } from "../../ipc/generated/calls.ts";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { moment, plural } from "../../lib/time.ts";

export const STEP_ICONS: Record<FollowUpStep, IconName> = {
  contact: "phone",
  recollect_observed: "vial",
  confirm: "vial",
  add_alcohol: "vial",
  add_hair: "vial",
  evaluate: "client",
  review_tier: "caseload",
  notify: "release",
};

interface Clock {
  today: string;
  zone: string | undefined;
}

/** "Give notice to Harbor Monitoring", or the step alone. */
export function whatOf(row: FollowUpRow): string {
  if (row.recipient_label === undefined) return row.step_label;
  return `${row.step_label}: ${row.party ?? row.covered_by ?? row.recipient_label.toLowerCase()}`;
}

/** "Dilute specimen, S-26-1187 · due today 4:00 PM · how it is done here". */
export function noteOf(row: FollowUpRow, { today, zone }: Clock): string {
  const due = row.overdue ? `overdue since ${moment(row.due_at, today, zone)}` : `due ${moment(row.due_at, today, zone)}`;
  return [`${row.event_label}, ${row.of}`, due, row.words].filter((part) => part !== "").join(" · ");
}

/** "Done by Marisol Quiñones: PEth is ordered". */
export function answerOf(row: FollowUpRow): string {
  const how = row.state === "done" ? "Done" : "Not needed";
  return `${how}${row.answered_by === undefined ? "" : `, ${row.answered_by}`}: ${row.answer}`;
}

/** "12 hours", "3 days". */
export function hoursWords(hours: number): string {
  return hours >= 48 && hours % 24 === 0 ? plural(hours / 24, "day") : plural(hours, "hour");
}

/** A rule in one line: "collect again, observed (1 day); give notice (2 days)". */
export function stepsWords(steps: readonly FollowUpRuleStep[], labels: Readonly<Partial<Record<FollowUpStep, string>>>): string {
  if (steps.length === 0) return "Nothing follows";
  return steps.map((step) => `${labels[step.step] ?? step.step} (${hoursWords(step.hours)})`).join("; ");
}
