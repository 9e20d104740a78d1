//! What fits, in words and in parts of a picture. Pure.

import type { FitAnswer, FitMeeting, FitOption, FitWeekLine, Forecast, TakenBy } from "../../ipc/generated/calls.ts";
import { hours } from "../../lib/duration.ts";
import { localDate, time } from "../../lib/time.ts";
import { weekday } from "../session/days.ts";

export const WORK: Record<TakenBy, string> = {
  day: "day shift",
  night: "night shift",
  call: "call",
  blocked: "blocked time",
};

/** "2 h 15", "45 min", "3 h" */
export function spell(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (whole === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(whole)} h` : `${String(whole)} h ${String(rest).padStart(2, "0")}`;
}

/** "2 h 15 short of 9 h by Saturday" */
export function forecastWords({ minimum, short, week_last }: Forecast): string {
  if (minimum === undefined) return "No hours are owed this week";
  if (short === 0) return `On track for ${spell(minimum)} by ${weekday(week_last)}`;
  return `${spell(short)} short of ${spell(minimum)} by ${weekday(week_last)}`;
}

/** "Thu 5:00 PM Process group" */
export function meetingWords({ starts_at, title }: FitMeeting, zone?: string): string {
  return `${weekday(localDate(starts_at, zone)).slice(0, 3)} ${time(starts_at, zone)} ${title}`;
}

/** "clash on Thu: night shift and Process group" */
export function clashWords(meeting: FitMeeting): string {
  const what = meeting.meets === undefined ? "another session" : WORK[meeting.meets];
  return `clash on ${weekday(meeting.on).slice(0, 3)}: ${what} and ${meeting.title}`;
}

const counted = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

/** "no week below, 1 clash, 16 days, 8 h on the way" */
export function optionWords({ weeks_below, clashes, days, travel }: FitOption): string {
  return [
    weeks_below === 0 ? "no week below" : counted(weeks_below, "week below", "weeks below"),
    clashes === 0 ? "no clash" : counted(clashes, "clash", "clashes"),
    counted(days, "day", "days"),
    ...(travel === 0 ? [] : [`${spell(travel)} on the way`]),
  ].join(", ");
}

/** The names of a combination's groups, or that there is none. */
export function optionTitle({ groups }: FitOption, answer: FitAnswer): string {
  const names = groups.map((id) => answer.groups.find((group) => group.id === id)?.name ?? "");
  return names.length === 0 ? "No group" : names.join(" + ");
}

/** What is to be joined, and which roster to leave, for a combination. */
export function changes({ groups }: FitOption, answer: FitAnswer) {
  return {
    join: answer.groups.filter((group) => groups.includes(group.id) && !group.member),
    leave: answer.groups.filter((group) => !groups.includes(group.id) && group.member),
  };
}

/** "9:00", "6:00, 3:00 short" */
export function weekWords({ minutes, lacks }: FitWeekLine): string {
  return lacks > 0 ? `${hours(minutes)}, ${hours(lacks)} short` : hours(minutes);
}

/** The most minutes of any week of any combination, so that all bars have one scale. */
export function scale({ options, now }: FitAnswer): number {
  const weeks = [...options, now].flatMap((option) => option.weeks);
  return Math.max(60, ...weeks.map((week) => Math.max(week.minutes, week.minimum ?? 0)));
}
