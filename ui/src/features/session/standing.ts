//! How a session stands now, in words. Pure.

import type { SessionLine } from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { wallTime } from "../../lib/duration.ts";

export interface Standing {
  text: string;
  icon: IconName;
  tone: Tone;
}

export function standing(session: SessionLine, now: number): Standing {
  if (session.state === "cancelled") return { text: "Cancelled", icon: "absent", tone: "muted" };
  if (session.state === "recorded") return recorded(session);
  if (now < session.starts_at)
    return { text: `Begins ${wallTime(session.starts)}`, icon: "not-collected", tone: "muted" };
  const left = Math.ceil((session.ends_at - now) / 60_000);
  if (left > 0) return { text: `Running, ${String(left)} min left`, icon: "clock", tone: "info" };
  return { text: "Over, not recorded", icon: "clock", tone: "caution" };
}

function recorded({ notes, signed }: SessionLine): Standing {
  if (notes > 0 && signed === notes) return { text: "Signed", icon: "signed", tone: "positive" };
  if (notes > 0) return { text: `${String(signed)} of ${String(notes)} signed`, icon: "draft", tone: "info" };
  return { text: "Recorded", icon: "check", tone: "positive" };
}

/** "11 expected", "10 here, 1 absent" */
export function headcount(session: SessionLine): string {
  if (session.state === "planned") return session.group === undefined ? "" : `${String(session.expected)} expected`;
  if (session.state === "cancelled") return "";
  const absent = session.absent > 0 ? `, ${String(session.absent)} absent` : "";
  return `${String(session.here)} here${absent}`;
}

/** The session worth looking at first: the one running, else the next one, else the last that is not recorded. */
export function firstOf(sessions: readonly SessionLine[], now: number): SessionLine | undefined {
  const open = sessions.filter((session) => session.state === "planned");
  return (
    open.find((session) => session.starts_at <= now && now < session.ends_at) ??
    open.find((session) => now < session.starts_at && session.starts_at - now < 30 * 60_000) ??
    open.find((session) => session.ends_at <= now) ??
    open[0] ??
    sessions.at(-1)
  );
}
