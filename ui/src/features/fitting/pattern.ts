//! The form of a work pattern: fixed weekdays are a cycle of seven, so the core knows cycles only. Pure.

import type { WorkPatternFields, WorkPatternLine } from "../../ipc/generated/calls.ts";
import { typedTime, wallOf, wallTime, minuteOf } from "../../lib/duration.ts";
import { addDays, weekStart, weekdayName } from "../session/days.ts";

export type Mode = "week" | "cycle" | "none";
export type Letter = "D" | "N" | "C" | "O";

export const LETTERS: readonly { value: Letter; label: string }[] = [
  { value: "O", label: "Off" },
  { value: "D", label: "Day" },
  { value: "N", label: "Night" },
  { value: "C", label: "Call" },
];

interface ShiftTyped {
  starts: string;
  ends: string;
}

export interface PatternTyped {
  mode: Mode;
  from_on: string;
  time_zone: string;
  /** Monday to Sunday. */
  week: Letter[];
  cycle: string;
  anchor_on: string;
  day: ShiftTyped;
  night: ShiftTyped;
  call: ShiftTyped;
  travel: string;
  blocked: { weekday: string; starts: string; ends: string; words: string }[];
}

const typedShift = (starts: string, minutes: number): ShiftTyped => ({
  starts: wallTime(starts),
  ends: wallTime(wallOf((minuteOf(starts) ?? 0) + minutes)),
});

export function blank(today: string, zone: string | undefined): PatternTyped {
  return {
    mode: "week",
    from_on: today,
    time_zone: zone ?? "",
    week: ["D", "D", "D", "D", "D", "O", "O"],
    cycle: "DDNNOOOO",
    anchor_on: today,
    day: typedShift("07:00", 720),
    night: typedShift("19:00", 720),
    call: typedShift("17:00", 900),
    travel: "30",
    blocked: [],
  };
}

/** Whether the cycle is one of fixed weekdays: seven letters from a Monday on. */
function weekOf({ cycle, anchor_on }: WorkPatternFields): Letter[] | undefined {
  if (cycle.length !== 7) return undefined;
  const shift = weekdayPlace(anchor_on);
  return Array.from({ length: 7 }, (_, at) => (cycle[(at - shift + 7) % 7] ?? "O") as Letter);
}

/** 0 for a Monday to 6 for a Sunday. */
function weekdayPlace(on: string): number {
  const monday = weekStart(on, "monday");
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at)).indexOf(on);
}

/** What the form begins with: the newest version from today on, or an empty one. */
export function typedOf(line: WorkPatternLine | undefined, today: string, zone: string | undefined): PatternTyped {
  const empty = blank(today, zone);
  if (line === undefined) return empty;
  const { fields } = line;
  const week = weekOf(fields);
  const mode: Mode = /^O+$/.test(fields.cycle) ? "none" : week === undefined ? "cycle" : "week";
  return {
    ...empty,
    mode,
    time_zone: fields.time_zone,
    week: mode === "week" && week ? week : empty.week,
    cycle: mode === "cycle" ? fields.cycle : empty.cycle,
    anchor_on: fields.anchor_on,
    day: typedShift(fields.day.starts, fields.day.minutes),
    night: typedShift(fields.night.starts, fields.night.minutes),
    call: typedShift(fields.call.starts, fields.call.minutes),
    travel: String(fields.travel_minutes),
    blocked: fields.blocked.map(({ weekday, starts, minutes, words }) => ({
      weekday: String(weekday),
      ...typedShift(starts, minutes),
      words,
    })),
  };
}

const lettersOf = ({ mode, week, cycle }: PatternTyped) =>
  mode === "none" ? "O" : mode === "week" ? week.join("") : cycle.trim().toUpperCase();

/** Which shifts occur, so that only their times are asked for. */
export function used(typed: PatternTyped): readonly ("day" | "night" | "call")[] {
  const letters = lettersOf(typed);
  return ([["D", "day"], ["N", "night"], ["C", "call"]] as const).filter(([letter]) => letters.includes(letter)).map(([, key]) => key);
}

/** Begin and length; an end at or before the begin is on the next day. What is no time goes to the core as it was typed. */
function shift({ starts, ends }: ShiftTyped, near: string): { starts: string; minutes: number } {
  const [from, until] = [typedTime(starts, near), typedTime(ends, near)];
  if (from === undefined || until === undefined) return { starts: from ?? starts, minutes: 0 };
  const long = (minuteOf(until) ?? 0) - (minuteOf(from) ?? 0);
  return { starts: from, minutes: long > 0 ? long : long + 1440 };
}

export function fieldsOf(typed: PatternTyped): WorkPatternFields {
  return {
    from_on: typed.from_on,
    time_zone: typed.time_zone,
    cycle: lettersOf(typed),
    anchor_on: typed.mode === "cycle" ? typed.anchor_on : weekStart(typed.from_on, "monday"),
    day: shift(typed.day, "12:00"),
    night: shift(typed.night, "12:00"),
    call: shift(typed.call, "12:00"),
    travel_minutes: /^\d+$/.test(typed.travel.trim()) ? Number(typed.travel) : -1,
    blocked: typed.blocked.map((one) => ({ weekday: Number(one.weekday), ...shift(one, "15:00"), words: one.words })),
  };
}

/** "Mon, Tue, Wed days; Thu nights", "DDNNOOOO from Nov 2" in words, "no work". */
export function cycleWords(fields: WorkPatternFields, anchor: string): string {
  if (/^O+$/.test(fields.cycle)) return "No work";
  const week = weekOf(fields);
  if (week === undefined) return `Cycle of ${String(fields.cycle.length)} days, ${fields.cycle}, from ${anchor}`;
  const days = (letter: Letter) =>
    week.flatMap((one, at) => (one === letter ? [weekdayName(at + 1).slice(0, 3)] : [])).join(", ");
  return ([["D", "days"], ["N", "nights"], ["C", "call"]] as const)
    .filter(([letter]) => week.includes(letter))
    .map(([letter, word]) => `${days(letter)} ${word}`)
    .join("; ");
}
