//! Points between a draft and its signature: which of them stand beside a field, and how each is said in a list. Pure.

import type { FieldFault } from "../../ipc/generated/calls.ts";

/** What no field of a form can mend: it is signed already, somebody else's, or a license had ended. */
const BESIDE_THE_FORM = new Set(["state", "author", "license"]);

export function inForm({ field }: FieldFault): boolean {
  return !BESIDE_THE_FORM.has(field);
}

/** "1 point", "3 points". */
export function pointsLeft(points: readonly FieldFault[]): string {
  return `${String(points.length)} ${points.length === 1 ? "point" : "points"} before you sign`;
}
