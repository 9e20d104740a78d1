//! What a swap of one session's topic leaves as it is, in words. Pure.

import type { SessionLesson } from "../../ipc/generated/calls.ts";

/** "Only this session changes. In line here is 3 of 8; the next one is 4 of 8." */
export function orderWords({ place_number, many }: Pick<SessionLesson, "place_number" | "many">): string {
  const next = (place_number % many) + 1;
  return `Only this session changes. In line here is ${String(place_number)} of ${String(many)}; the next one is ${String(next)} of ${String(many)}.`;
}
