//! What one types into the attendance grid. Everybody is present until somebody marks what differs: P, L + minutes or a time, E + minutes or a time,
//! X + the letter of a reason. Pure; what counts is decided by the core when attendance is recorded, the minutes here are a preview.

import type { PresenceFields } from "../../ipc/generated/calls.ts";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { minuteOf, typedTime, wallTime } from "../../lib/duration.ts";

/** What differs from being there, in person, all the time. */
export interface Mark {
  late?: number;
  arrived?: string;
  early?: number;
  left?: string;
  absent?: { excused: boolean; reason: string };
  /** Where the client is, when by video. */
  video?: string;
}

/** The letter after X. A reason nobody foresaw is typed in the row's own dialog. */
export const REASONS: Record<string, { excused: boolean; reason: string; hint: string }> = {
  s: { excused: true, reason: "Shift moved", hint: "shift moved" },
  c: { excused: true, reason: "On call", hint: "on call" },
  i: { excused: true, reason: "Ill", hint: "ill" },
  f: { excused: true, reason: "Family", hint: "family" },
  t: { excused: true, reason: "Travel", hint: "travel" },
  n: { excused: false, reason: "", hint: "no word, unexcused" },
};

const TIME = String.raw`(?:\d{0,3}|\d{1,2}:\d{0,2})`;
/** Which texts a cell takes while one types. */
export const ACCEPTED = new RegExp(`^(?:p|l${TIME}|e${TIME}|l\\d{1,3}e\\d{0,3}|x[${Object.keys(REASONS).join("")}]?)$`, "i");

/** Which of them need no further key. Minutes may always grow by a digit. */
export const WHOLE = new RegExp(`^(?:p|x[${Object.keys(REASONS).join("")}])$`, "i");

/** What was typed, as the cell says it while one types: "l12" reads Late 12. */
export function typing(text: string): string {
  const [letter, rest] = [text.slice(0, 1).toLowerCase(), text.slice(1)];
  if (letter === "p") return "Present";
  if (letter === "e") return `Left early ${rest}`;
  if (letter === "x") return rest === "" ? "Absent, " : `Absent, ${REASONS[rest.toLowerCase()]?.hint ?? ""}`;
  const [late, early] = rest.toLowerCase().split("e");
  return early === undefined ? `Late ${rest}` : `Late ${late ?? ""}, left early ${early}`;
}

export type Read = { mark: Mark } | { problem: string };

/** Reads what was typed. `starts` is the session's wall time: 5:46 in an evening group is the evening. */
export function readMark(text: string, starts: string, before: Mark = {}): Read {
  const { video } = before;
  const kept = video === undefined ? {} : { video };
  const typed = text.trim().toLowerCase();
  if (typed === "p") return { mark: kept };
  if (typed.startsWith("x")) {
    const reason = REASONS[typed.slice(1)];
    return reason
      ? { mark: { ...kept, absent: { excused: reason.excused, reason: reason.reason } } }
      : { problem: "Type a letter after X for the reason, or press Enter on the row for another one." };
  }
  const both = /^l(\d{1,3})e(\d{1,3})$/.exec(typed);
  if (both) return { mark: { ...kept, late: Number(both[1]), early: Number(both[2]) } };
  const late = typed.startsWith("l");
  const rest = typed.slice(1);
  if (rest.includes(":")) {
    const at = typedTime(rest, starts);
    if (at === undefined) return { problem: "Type the time as hours and minutes, such as L5:46." };
    return { mark: late ? { ...kept, arrived: at } : { ...kept, left: at } };
  }
  const minutes = Number(rest);
  if (rest === "" || minutes < 1) return { problem: late ? "Type the minutes after L, such as L12." : "Type the minutes after E, such as E10." };
  return { mark: late ? { ...kept, late: minutes } : { ...kept, early: minutes } };
}

export function isPlain(mark: Mark | undefined): boolean {
  return mark === undefined || Object.values(mark).every((value) => value === undefined);
}

/** The mark as the core asks for it. */
export function asFields(mark: Mark): PresenceFields {
  return {
    ...(mark.late === undefined ? {} : { late_minutes: mark.late }),
    ...(mark.arrived === undefined ? {} : { arrived: mark.arrived }),
    ...(mark.early === undefined ? {} : { early_minutes: mark.early }),
    ...(mark.left === undefined ? {} : { left: mark.left }),
    ...(mark.absent === undefined ? {} : { absent: mark.absent }),
    ...(mark.video === undefined ? {} : { video: { location: mark.video } }),
  };
}

/** A mark in words, with its icon. */
export function markWords(mark: Mark): { text: string; icon: IconName } {
  const video = mark.video === undefined ? "" : ", video";
  if (mark.absent) {
    const { excused, reason } = mark.absent;
    const words = excused ? "Excused" : "Absent, unexcused";
    return { text: reason === "" ? words : `${words}: ${reason.toLowerCase()}`, icon: "absent" };
  }
  const late = mark.late === undefined ? (mark.arrived ? `Came ${wallTime(mark.arrived)}` : "") : `Late ${String(mark.late)}`;
  const early = mark.early === undefined ? (mark.left ? `left ${wallTime(mark.left)}` : "") : `left early ${String(mark.early)}`;
  const parts = [late, early].filter((part) => part !== "").join(", ");
  if (parts === "") return { text: `Present${video}`, icon: "check" };
  return { text: `${parts.slice(0, 1).toUpperCase()}${parts.slice(1)}${video}`, icon: "late" };
}

/** When it really was, in minutes since midnight of the session's date. */
export interface Span {
  began: number;
  finished: number;
  breaks: readonly { from: number; until: number }[];
}

/** The span of a sheet; a time before the beginning is past midnight. */
export function spanOf(began: string, finished: string, breaks: readonly { from: string; until: string }[]): Span {
  const from = minuteOf(began) ?? 0;
  const after = (wall: string) => {
    const minute = minuteOf(wall) ?? from;
    return minute < from ? minute + 1440 : minute;
  };
  return {
    began: from,
    finished: after(finished),
    breaks: breaks.map((pause) => ({ from: after(pause.from), until: after(pause.until) })),
  };
}

/** What a mark comes to in minutes: a preview of what the core computes. */
export function minutesOf(mark: Mark, span: Span): number {
  if (mark.absent) return 0;
  const at = (wall: string | undefined, otherwise: number) => {
    const minute = wall === undefined ? undefined : minuteOf(wall);
    if (minute === undefined) return otherwise;
    return minute < span.began - 720 ? minute + 1440 : minute;
  };
  const from = Math.max(span.began, at(mark.arrived, span.began + (mark.late ?? 0)));
  const until = Math.min(span.finished, at(mark.left, span.finished - (mark.early ?? 0)));
  let minutes = 0;
  for (let minute = from; minute < until; minute += 1) {
    if (!span.breaks.some((pause) => minute >= pause.from && minute < pause.until)) minutes += 1;
  }
  return minutes;
}
