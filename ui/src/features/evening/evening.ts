//! The evening check in words: how each session stands, and what the evening comes to in minutes. Pure.

import type { Evening, EveningMinutes, EveningSession } from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { plural } from "../../lib/time.ts";

/** Sessions of which something can be signed now, and entries in them. */
export function readyOf(evening: Evening): { sessions: number; entries: number } {
  const ready = evening.sessions.filter(({ session }) => evening.ready.includes(session));
  return { sessions: ready.length, entries: ready.reduce((sum, session) => sum + session.ready, 0) };
}

/** How a session stands before the signature. */
export function standsAt(session: EveningSession): { text: string; icon: IconName; tone: Tone } {
  const { recorded, missing, ready, later, signed } = session;
  if (!recorded) return { text: "Attendance not recorded", icon: "clock", tone: "caution" };
  if (missing.length > 0) return { text: `${plural(missing.length, "thing")} missing`, icon: "not-collected", tone: "caution" };
  const rest = later > 0 ? `, ${String(later)} for later` : "";
  if (ready > 0) return { text: `${String(ready)} ready${rest}`, icon: "check", tone: "positive" };
  return signed > 0
    ? { text: `Signed${rest}`, icon: "signed", tone: "positive" }
    : { text: later > 0 ? `${String(later)} for later` : "Nothing to sign", icon: "clock", tone: "muted" };
}

export interface MinutesLine {
  minutes: number;
  /** Who comes to so many minutes; only a number when it is what most come to. */
  people: readonly EveningMinutes[];
  most: boolean;
}

/** Who comes to how many minutes, the most common first: "10 people 150", then each of the others by name. */
export function minutesLines(people: readonly EveningMinutes[]): MinutesLine[] {
  const by = new Map<number, EveningMinutes[]>();
  for (const person of people) by.set(person.minutes, [...(by.get(person.minutes) ?? []), person]);
  const [first, ...others] = [...by].toSorted(([a, x], [b, y]) => y.length - x.length || b - a);
  if (first === undefined) return [];
  const rest = others.flatMap(([minutes, same]) => same.map((person) => ({ minutes, people: [person], most: false })));
  return [{ minutes: first[0], people: first[1], most: true }, ...rest.toSorted((a, b) => b.minutes - a.minutes)];
}

/** "38 + 50 + 50" */
export function partsOf(person: EveningMinutes): string {
  return person.parts.map((part) => (part === undefined || part === null ? "–" : String(part))).join(" + ");
}
