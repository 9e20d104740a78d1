//! A shift that meets a session, as the roster says it: "works until 7 PM". Pure.

import type { Sheet, SheetClash } from "../../ipc/generated/calls.ts";
import { time } from "../../lib/time.ts";

const DOES: Record<SheetClash["meets"], string> = { day: "works", night: "works", call: "on call", blocked: "taken" };

/** From the end that meets the session; where only the way does, the way is said too. */
export function clashingWords({ meets, from, until, travel }: SheetClash, session: Pick<Sheet["session"], "starts_at" | "ends_at">, zone?: string): string {
  const way = until <= session.starts_at || from >= session.ends_at ? `, ${String(travel)} min away` : "";
  const clock = (at: number) => time(at, zone).replace(":00", "");
  const when = from <= session.starts_at ? `until ${clock(until)}` : `from ${clock(from)}`;
  return `${DOES[meets]} ${when}${way}`;
}
