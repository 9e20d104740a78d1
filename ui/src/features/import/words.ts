//! What the import page says of counts, in words.

import type { ImportCounts, ImportState } from "../../ipc/generated/calls.ts";
import { plural } from "../../lib/time.ts";

const number = (count: number) => count.toLocaleString("en-US");

/** The button that begins the work names what it will do. */
export function runWords(counts: ImportCounts): string {
  return `Import ${plural(lines(counts), "line")}`.replace(String(lines(counts)), number(lines(counts)));
}

/** New and changed lines together. */
export function lines(counts: ImportCounts): number {
  return counts.files.reduce((sum, file) => sum + file.new + file.changed, 0);
}

/** The tick that lets bad lines be left out, or nothing when there are none. */
export function leaveOutWords(counts: ImportCounts): string | undefined {
  if (counts.bad_total === 0) return undefined;
  return counts.bad_total === 1
    ? "Leave the one line listed below out"
    : `Leave the ${number(counts.bad_total)} lines listed below out`;
}

/** Why the import cannot begin, when it cannot. */
export function whyNot(counts: ImportCounts, leaveOut: boolean): string | undefined {
  if (lines(counts) === 0 && counts.stays === 0) return "Everything in this folder is here already.";
  if (counts.bad_total > 0 && !leaveOut) return "Correct the listed lines, or tick that they are left out.";
  return undefined;
}

/** What else the reading found out, sentence by sentence. */
export function remarks(state: ImportState, counts: ImportCounts): string[] {
  const said: string[] = [];
  if (counts.moved > 0) {
    const times = counts.moved === 1 ? "One time of day falls" : `${number(counts.moved)} times of day fall`;
    said.push(`${times} into the hour that a daylight-saving change skips, and move forward.`);
  }
  if (counts.stays > 0) {
    said.push(`${number(counts.stays)} stays on a roster follow from attendance.`);
  }
  if (state.missing.length > 0) {
    said.push(`Not in the folder, which is no fault: ${state.missing.join(", ")}.`);
  }
  if (state.ignored.length > 0) {
    said.push(`In the folder and not read: ${state.ignored.join(", ")}.`);
  }
  return said;
}
