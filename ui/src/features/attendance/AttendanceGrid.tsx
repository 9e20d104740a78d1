//! The attendance grid of one session: everybody expected is present in faint letters until it is recorded; a letter marks what differs.

import { useState } from "react";
import type { Sheet } from "../../ipc/generated/calls.ts";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { Grid } from "../../kit/Grid/Grid.tsx";
import type { GridCell, GridColumn } from "../../kit/Grid/Grid.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Name } from "../../kit/Name/Name.tsx";
import { hours } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { weekday } from "../session/days.ts";
import { JumpToName, MANY } from "./JumpToName.tsx";
import { WeekBar, weekWords } from "./WeekBar.tsx";
import { ACCEPTED, REASONS, WHOLE, isPlain, markWords, minutesOf, typing } from "./marks.ts";
import type { Mark, Span } from "./marks.ts";
import { weekOf } from "./sheet.ts";
import type { GridRow } from "./sheet.ts";
import { clashingWords } from "./clashing.ts";
import { recordedWords } from "./recorded.ts";
import styles from "./AttendanceGrid.module.css";

interface AttendanceGridProps {
  sheet: Sheet;
  rows: readonly GridRow[];
  marks: Record<string, Mark>;
  /** Whose mark carries over from the group before. */
  carried: readonly string[];
  problems: Record<string, string>;
  span: Span;
  onWrite: (row: GridRow, text: string) => void;
  onOpen: (row: GridRow) => void;
}

export function AttendanceGrid({ sheet, rows, marks, carried, problems, span, onWrite, onOpen }: AttendanceGridProps) {
  const { session } = sheet;
  const { zone } = usePractice();
  const planned = session.state === "planned";
  const columns: GridColumn<GridRow>[] = [
    {
      id: "here",
      title: "Here",
      width: "ml",
      ...(planned && session.may_record ? { accepts: ACCEPTED, whole: WHOLE, typing } : {}),
      cell: (row) => hereCell(row, marks[row.client], problems[row.client], planned),
    },
    {
      id: "minutes",
      title: "Min",
      align: "end",
      width: "xs",
      cell: (row) =>
        row.row?.recorded
          ? { text: String(row.row.recorded.minutes), state: "saved" }
          : { text: String(minutesOf(marks[row.client] ?? {}, span)), state: isPlain(marks[row.client]) ? "assumed" : "saved" },
    },
  ];
  const known = (row: GridRow) => knownOf(row, carried.includes(row.client), session, zone);
  // While one types it stays, so that no column moves under the ring.
  if (planned || rows.some((row) => known(row) !== undefined))
    columns.unshift({ id: "known", title: "Known", width: "m", cell: (row) => knownCell(row, known(row)) });
  columns.push({
    id: "week",
    title: `Week to ${weekday(sheet.week_last)}${owed(sheet)}`,
    cell: ({ row, client }) => {
      if (row === undefined) return quiet("");
      const week = weekOf(row, session, marks[client], span);
      return { text: weekWords(week), state: "saved", picture: <WeekBar week={week} /> };
    },
  });
  const [goTo, setGoTo] = useState<{ id: string }>();
  return (
    <div className={styles.grid}>
      <JumpToName rows={rows} onJump={(id) => setGoTo({ id })} />
      <Grid
        label={`Attendance, ${session.title}`}
        rowTitle="Client"
        rows={rows}
        idOf={(row) => row.client}
        nameOf={(row) => <Who row={row} />}
        columns={columns}
        onWrite={(row, _, text) => onWrite(row, text)}
        onOpen={onOpen}
        first={planned && session.may_record}
        goTo={goTo}
      />
      <KeyList
        keys={
          planned
            ? [
                ["P", "present"],
                ["L", "late + minutes or time"],
                ["E", "left early"],
                ["X", "absent + reason"],
                ["Enter", "all details"],
                ...(rows.length < MANY ? [] : [["N", "a name"] as [string, string]]),
              ]
            : [
                ["Up or Down", "person"],
                ["Enter", "correct"],
              ]
        }
      />
      {planned && session.may_record ? (
        <p className={styles.reasons}>
          After X:{" "}
          {Object.entries(REASONS).map(([letter, { hint }]) => (
            <span key={letter}>
              <kbd>{letter.toUpperCase()}</kbd> {hint}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** ", needs 9:00" when everybody on the sheet owes the same. */
function owed(sheet: Sheet): string {
  const [first, ...others] = new Set(sheet.rows.map((row) => row.week_minimum));
  return first !== undefined && others.length === 0 ? `, needs ${hours(first)}` : "";
}

function Who({ row }: { row: GridRow }) {
  const { name } = row;
  const alerts = row.row?.alerts ?? [];
  return (
    <span className={styles.who}>
      {name.how === "whole" ? (
        <Name family={name.family} given={name.given} credential={row.row?.profession || undefined} />
      ) : (
        <span>{name.text}</span>
      )}
      {alerts.length === 0 ? null : (
        <span className={styles.alert} title={alerts.join(" ")}>
          <Icon name="flag" size="sm" />
          <span className="spoken">{alerts.join(" ")}</span>
        </span>
      )}
    </span>
  );
}

/** What is known of somebody beside who they are: how they come to be on this list, what was called, a shift that meets it; else their work. */
function knownOf({ row, walkIn }: GridRow, carried: boolean, session: Sheet["session"], zone: string | undefined): Known | undefined {
  const recorded = row?.recorded;
  const missed = walkIn?.missed ?? row?.makes_up?.title;
  const clash = row?.clash === undefined ? "" : clashingWords(row.clash, session, zone);
  const words = [
    row?.desk?.words ?? (carried ? "as in the group before" : ""),
    clash,
    missed === undefined ? (walkIn !== undefined || recorded?.expected === false ? "walk-in" : "") : `makes up ${missed}`,
    recorded?.late_entry && !session.late_entry ? "late entry" : "",
  ].filter((part) => part !== "");
  if (words.length > 0) return { text: words.join(", "), clashes: clash !== "" };
  return row === undefined || row.work === "" ? undefined : { text: row.work, clashes: false };
}

interface Known {
  text: string;
  clashes: boolean;
}

function knownCell({ row }: GridRow, known: Known | undefined): GridCell {
  const text = known?.text ?? "";
  const picture = (
    <span className={known?.clashes ? styles.clash : styles.quiet} title={[text, row?.work === text ? "" : (row?.work ?? "")].filter((part) => part !== "").join(" · ")}>
      {known?.clashes ? <Icon name="caution" size="sm" /> : null}
      {text}
    </span>
  );
  return { text, state: "saved", picture };
}

function quiet(text: string): GridCell {
  return { text, state: "saved", picture: <span className={styles.quiet}>{text}</span> };
}

function hereCell(row: GridRow, mark: Mark | undefined, problem: string | undefined, planned: boolean): GridCell {
  if (problem !== undefined) return { text: "Not finished", state: "error", problem: `${row.name.text}: ${problem}` };
  if (row.row?.recorded) return { ...recordedWords(row.row.recorded), state: "saved" };
  if (mark === undefined || isPlain(mark)) return { text: planned ? "Present" : "not recorded", state: "assumed" };
  return { ...markWords(mark), state: "saved" };
}
