//! What a closed date did to the sessions of it, and what planning ahead left out, in words. Pure.

import type { ClosedDate, Planned } from "../../ipc/generated/calls.ts";
import { date, plural } from "../../lib/time.ts";

/** "6 weekly times left out, 2 sessions cancelled" */
export function closedWords({ left_out, cancelled, planned }: ClosedDate): string {
  const parts = [
    ...(left_out > 0 ? [`${plural(left_out, "weekly time")} left out`] : []),
    ...(cancelled > 0 ? [`${plural(cancelled, "session")} cancelled`] : []),
    ...(planned > 0 ? [`${plural(planned, "session")} all the same`] : []),
  ];
  return parts.length === 0 ? "no session falls on it" : parts.join(", ");
}

/** "Planned 12 sessions. Left out: 6 on Nov 26 (Closed: Thanksgiving Day)." */
export function plannedWords({ planned, skipped }: Planned, today: string): string {
  const counts = new Map<string, number>();
  for (const { on_date, because } of skipped) {
    const said = `on ${date(on_date, today)} (${because})`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const done = planned === 0 ? "Every weekly time of the coming four weeks is planned." : `Planned ${plural(planned, "session")}.`;
  const left = [...counts].map(([said, count]) => `${String(count)} ${said}`);
  return left.length === 0 ? done : `${done} Left out: ${left.join("; ")}.`;
}
