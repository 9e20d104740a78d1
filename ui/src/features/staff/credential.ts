//! When a credential runs out, in words and in urgency. Pure.

import { date, daysBetween } from "../../lib/time.ts";
import type { Credential, StaffRow } from "../../ipc/generated/calls.ts";

export const SOON_DAYS = 60;

export interface Expiry {
  state: "none" | "good" | "soon" | "expired";
  words: string;
}

export function expiry(credential: Pick<Credential, "expires_on">, today: string): Expiry {
  if (credential.expires_on === undefined) return { state: "none", words: "no expiry date" };
  const days = daysBetween(today, credential.expires_on);
  const day = date(credential.expires_on, today);
  if (days < 0) return { state: "expired", words: `expired ${day}` };
  if (days === 0) return { state: "soon", words: "expires today" };
  if (days <= SOON_DAYS)
    return { state: "soon", words: `expires ${day}, in ${String(days)} ${days === 1 ? "day" : "days"}` };
  return { state: "good", words: `until ${day}` };
}

/** The credential of a person that needs attention first. */
export function mostUrgent(row: StaffRow, today: string): { credential: Credential; expiry: Expiry } | undefined {
  const rank = { expired: 0, soon: 1, good: 2, none: 3 };
  return row.credentials
    .map((credential) => ({ credential, expiry: expiry(credential, today) }))
    .toSorted((a, b) => rank[a.expiry.state] - rank[b.expiry.state])
    .at(0);
}
