//! The attendance of one session while it is being marked: what the draft holds, and the request it becomes. Pure.

import type { DeskWord, RecordAttendance, Sheet, SheetRow, ShownName } from "../../ipc/generated/calls.ts";
import { asFields, isPlain, minutesOf, spanOf } from "./marks.ts";
import type { Mark, Span } from "./marks.ts";
import { minuteOf, wallOf } from "../../lib/duration.ts";

/** Somebody who came without being expected. */
export interface WalkInDraft {
  client: string;
  name: ShownName;
  makes_up?: string;
  /** What is made up, in words. */
  missed?: string;
}

export interface SheetDraft {
  marks: Record<string, Mark>;
  walkIns: WalkInDraft[];
  /** "HH:MM"; empty means as planned. */
  began: string;
  finished: string;
  breaks: { from: string; until: string }[];
  /** Why a walk-in sits beside somebody to be kept apart from, once that was asked. */
  apart?: string;
}

export const untouched: SheetDraft = { marks: {}, walkIns: [], began: "", finished: "", breaks: [] };

/** A row of the grid: expected, walked in, or recorded. */
export interface GridRow {
  client: string;
  name: ShownName;
  walkIn: WalkInDraft | undefined;
  row: SheetRow | undefined;
}

export function gridRows(sheet: Sheet, draft: SheetDraft): GridRow[] {
  const expected = sheet.rows.map((row) => ({ client: row.client, name: row.name, walkIn: undefined, row }));
  const walkIns = draft.walkIns.map((walkIn) => ({
    client: walkIn.client,
    name: walkIn.name,
    walkIn,
    row: undefined,
  }));
  return sheet.session.state === "planned" ? [...expected, ...walkIns] : expected;
}

/** When the session really was, as far as it is known. */
export function spanOfDraft(sheet: Sheet, draft: SheetDraft): Span {
  const { starts, minutes } = sheet.session;
  const ends = wallOf((minuteOf(starts) ?? 0) + minutes);
  return spanOf(draft.began || starts, draft.finished || ends, draft.breaks);
}

/** What the front desk knows, as a mark; nothing when it knows of no exception. */
function deskMark({ late_minutes, early_minutes, absent }: DeskWord): Mark | undefined {
  if (absent !== undefined) return { absent: { excused: absent.excused, reason: absent.reason } };
  if (late_minutes === undefined && early_minutes === undefined) return undefined;
  return {
    ...(late_minutes === undefined ? {} : { late: late_minutes }),
    ...(early_minutes === undefined ? {} : { early: early_minutes }),
  };
}

/** The marks as they stand: what the front desk knows, what the group before this one carries over, and over it what was typed here. P takes a carried mark away. */
export function marksOf(sheet: Sheet, draft: SheetDraft): Record<string, Mark> {
  const carried = sheet.rows.flatMap(({ client, carried: absent }) =>
    absent === undefined ? [] : [[client, { absent: { excused: absent.excused, reason: absent.reason } }] as const],
  );
  const told = sheet.rows.flatMap(({ client, desk }) => {
    const mark = desk === undefined ? undefined : deskMark(desk);
    return mark === undefined ? [] : [[client, mark] as const];
  });
  return { ...Object.fromEntries(carried), ...Object.fromEntries(told), ...draft.marks };
}

/** Whose mark stands here only because it carries over. */
export function carriedIn(sheet: Sheet, draft: SheetDraft): readonly string[] {
  return sheet.rows.filter((row) => row.carried !== undefined && draft.marks[row.client] === undefined).map((row) => row.client);
}

export function recordRequest(sheet: Sheet, draft: SheetDraft): RecordAttendance {
  const listed = new Set(gridRows(sheet, draft).map((row) => row.client));
  return {
    session: sheet.session.id,
    rev: sheet.session.rev,
    ...(draft.began === "" ? {} : { began: draft.began }),
    ...(draft.finished === "" ? {} : { finished: draft.finished }),
    breaks: draft.breaks,
    exceptions: Object.entries(marksOf(sheet, draft))
      .filter(([client, mark]) => listed.has(client) && !isPlain(mark))
      .map(([client, mark]) => ({ client, what: asFields(mark) })),
    walk_ins: draft.walkIns.map(({ client, makes_up }) => ({
      client,
      ...(makes_up === undefined ? {} : { makes_up }),
      ...(draft.apart === undefined || draft.apart.trim() === "" ? {} : { apart_reason: draft.apart.trim() }),
    })),
  };
}

/** How the week of somebody stands when this session is counted as marked. */
export interface WeekView {
  done: number;
  planned: number;
  minimum: number | undefined;
  short: number;
}

/** Done and planned of the week; what is marked here takes the place of what was planned for this session. */
export function weekOf(row: SheetRow, session: Sheet["session"], mark: Mark | undefined, span: Span): WeekView {
  const open = session.state === "planned" && session.kind !== "case_management";
  const lost = open ? session.minutes - minutesOf(mark ?? {}, span) : 0;
  const planned = Math.max(0, row.week_planned - lost);
  const minimum = row.week_minimum;
  // A week that owes nothing because the stay begins or ends in it is not short, whatever is marked.
  const owes = minimum !== undefined && (row.week_short > 0 || row.week_done + row.week_planned >= minimum);
  const short = owes ? Math.max(0, minimum - row.week_done - planned) : 0;
  return { done: row.week_done, planned, minimum, short };
}

/** "Everybody present", "10 present, 1 late or left early, 1 absent": what recording would say. */
export function summary(rows: readonly GridRow[], marks: Record<string, Mark>): string {
  const count = { present: 0, part: 0, absent: 0 };
  for (const { client } of rows) {
    const mark = marks[client];
    if (mark?.absent) count.absent += 1;
    else if (mark && (mark.late ?? mark.arrived ?? mark.early ?? mark.left) !== undefined) count.part += 1;
    else count.present += 1;
  }
  if (rows.length === 0) return "Nobody is expected";
  if (count.present === rows.length) return rows.length === 1 ? "Present" : `All ${String(rows.length)} present`;
  return [
    `${String(count.present)} present`,
    count.part > 0 ? `${String(count.part)} for a part` : "",
    count.absent > 0 ? `${String(count.absent)} absent` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** The instant the session began, as far as it is known. */
export function beganAt(sheet: Sheet, draft: SheetDraft): number {
  const { starts, starts_at } = sheet.session;
  const [planned, typed] = [minuteOf(starts), minuteOf(draft.began)];
  if (planned === undefined || typed === undefined) return starts_at;
  const away = typed - planned;
  return starts_at + (away > 720 ? away - 1440 : away < -720 ? away + 1440 : away) * 60_000;
}

/** What still stands between here and recording; undefined when nothing does. */
export function notYet(
  sheet: Sheet,
  rows: readonly GridRow[],
  problems: number,
  began: number,
  now: number,
): string | undefined {
  if (!sheet.session.may_record) return "Whoever leads this session records it.";
  if (rows.length === 0) return "Nobody is expected. Add a walk-in, or cancel the session.";
  if (problems > 0) return "One mark is not finished. Its message stands under the list.";
  if (now < began) return "It has not begun. Marks are kept until then.";
  return undefined;
}
