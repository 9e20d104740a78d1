//! The release desk in words. Pure.

import type { OwedRelease, ReleaseOf, ReleasePart } from "../../ipc/generated/calls.ts";
import { date, moment } from "../../lib/time.ts";

/** What a call about a row names. */
export function ofRow(row: OwedRelease): ReleaseOf {
  return {
    client: row.client,
    ...(row.follow_up === undefined ? {} : { follow_up: row.follow_up }),
    ...(row.agreement === undefined ? {} : { agreement: row.agreement }),
    ...(row.report_on === undefined ? {} : { report_on: row.report_on }),
  };
}

/** "blocked", "made", "ready": what can be done next with what is owed. */
export type Readiness = "blocked" | "made" | "ready";

export function readiness(row: OwedRelease): Readiness {
  if (row.basis === undefined) return "blocked";
  return row.made === undefined ? "ready" : "made";
}

/** When it is due: a notice by the hour, a report by its day. */
export function dueAt(row: OwedRelease, today: string, zone: string | undefined): string {
  return row.report_on === undefined ? moment(row.due_at, today, zone) : date(row.report_on, today);
}

/** "due today, 4:00 PM", "overdue since Nov 20". */
export function dueWords(row: OwedRelease, today: string, zone: string | undefined): string {
  return `${row.overdue ? "overdue since" : "due"} ${dueAt(row, today, zone)}`;
}

/** Parts a document begins with: a report shows the numbers, a notice its own words alone. */
export function usualParts(row: OwedRelease): ReleasePart[] {
  return row.report_on === undefined ? [] : ["attendance", "random_tests"];
}

/** What the record says before somebody says it better. */
export function usualTold(row: OwedRelease): string {
  return row.what;
}
