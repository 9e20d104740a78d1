//! The table of the caseload. One tab stop for the lines: arrows move, Enter opens the chart; the heads sort. A long list is drawn in parts, so that the
//! first lines answer at once; moving to the end draws the rest.

import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { CaseloadRow, Flag } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { Name } from "../../kit/Name/Name.tsx";
import { hours } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { CONSENT_SUMMARIES } from "../consent/words.ts";
import { TestState } from "../drug_test/TestState.tsx";
import { CLASSES } from "../drug_test/words.ts";
import { moved } from "./caseload.ts";
import type { Sort, SortKey } from "./caseload.ts";
import styles from "./Caseload.module.css";

const HEADS: readonly { by: SortKey; title: string; spoken?: string; align?: "end" }[] = [
  { by: "client", title: "Client" },
  { by: "counselor", title: "Counselor" },
  { by: "level", title: "Level" },
  { by: "week", title: "Week", align: "end" },
  { by: "hours", title: "Hours", spoken: "Hours this week", align: "end" },
  { by: "attendance", title: "Att. %", spoken: "Attendance of four weeks, percent", align: "end" },
  { by: "unsigned", title: "Unsigned", spoken: "Unsigned notes", align: "end" },
  { by: "test", title: "Last test" },
  { by: "plan", title: "Plan due" },
  { by: "consent", title: "Consents" },
  { by: "needs", title: "Needs me" },
];

const FLAGS: Record<Flag, { icon: IconName; tone: Tone }> = {
  test_unexpected: { icon: "unexpected", tone: "caution" },
  note_returned: { icon: "returned", tone: "caution" },
  short_of_hours: { icon: "clock", tone: "caution" },
  consent_missing: { icon: "not-collected", tone: "caution" },
  consent_expired: { icon: "expired", tone: "caution" },
  plan_overdue: { icon: "draft", tone: "caution" },
  plan_missing: { icon: "draft", tone: "caution" },
  note_overdue: { icon: "draft", tone: "caution" },
  test_overdue: { icon: "vial", tone: "caution" },
  test_waiting: { icon: "presumptive", tone: "info" },
  plan_due: { icon: "calendar", tone: "muted" },
  consent_expiring: { icon: "clock", tone: "muted" },
  no_counselor: { icon: "client", tone: "caution" },
  new: { icon: "plus", tone: "muted" },
};

/** Lines drawn at first, and added at a time. */
const FIRST = 80;

interface CaseloadTableProps {
  rows: readonly CaseloadRow[];
  sort: Sort;
  onSort: (by: SortKey) => void;
  onOpen: (row: CaseloadRow) => void;
}

export function CaseloadTable({ rows, sort, onSort, onOpen }: CaseloadTableProps) {
  const [at, setAt] = useState(0);
  const [drawn, setDrawn] = useState(FIRST);
  const body = useRef<HTMLTableSectionElement>(null);
  const here = Math.min(at, Math.max(0, rows.length - 1));
  const shown = rows.slice(0, Math.max(drawn, here + 1));
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows[here];
    if (event.key === "Enter" && row !== undefined) {
      event.preventDefault();
      onOpen(row);
      return;
    }
    const next = moved(event.key, here, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    if (next >= drawn) setDrawn(next + FIRST);
    // The line may be drawn only with this change.
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-line="${String(next)}"]`)?.focus());
  };
  return (
    <div className={styles.scroll}>
      <table aria-label="Caseload" aria-rowcount={rows.length + 1} className={styles.table}>
        <colgroup>
          {HEADS.map(({ by }) => (
            <col key={by} data-col={by} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <SortHead key={head.by} head={head} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        {/* The keys of all lines are handled in one place: the list is one tab stop. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={press}>
          {shown.map((row, index) => (
            // Enter on the line does the same; the keys of all lines are handled by the list.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
            <tr
              key={row.client}
              aria-rowindex={index + 2}
              data-line={index}
              tabIndex={index === here ? 0 : -1}
              className={styles.row}
              onFocus={() => setAt(index)}
              onClick={() => onOpen(row)}
            >
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length ? (
        <p>
          <Button size="sm" kind="quiet" onPress={() => setDrawn(rows.length)}>
            {`Show all ${String(rows.length)}`}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function SortHead({
  head,
  sort,
  onSort,
}: {
  head: (typeof HEADS)[number];
  sort: Sort;
  onSort: (by: SortKey) => void;
}) {
  const on = sort.by === head.by;
  return (
    <th scope="col" data-align={head.align} aria-sort={on ? (sort.down ? "descending" : "ascending") : "none"}>
      <button type="button" className={styles.sort} data-on={on || undefined} onClick={() => onSort(head.by)}>
        <span aria-hidden={head.spoken === undefined ? undefined : true}>{head.title}</span>
        {head.spoken === undefined ? null : <span className="spoken">{head.spoken}</span>}
        {on ? <Icon name={sort.down ? "down-arrow" : "up-arrow"} size="sm" /> : null}
      </button>
    </th>
  );
}

function Cells({ row }: { row: CaseloadRow }) {
  const { today } = usePractice();
  const consent = CONSENT_SUMMARIES[row.consent];
  const ends = row.consent_ends;
  return (
    <>
      <th scope="row">
        <span className={styles.client}>
          {row.restricted ? (
            <span className={styles.restricted} title="Restricted chart">
              <Icon name="sealed" size="sm" />
              <span className="spoken">Restricted chart: </span>
            </span>
          ) : null}
          <Name family={row.family_name} given={row.given_name} />
          {row.profession === "" ? null : <span className={styles.profession}>{row.profession}</span>}
        </span>
      </th>
      <td title={row.counselor?.name}>{row.counselor?.name ?? <span className="muted">nobody</span>}</td>
      <td>{row.level ?? <span className="muted">none</span>}</td>
      <td data-align="end">{row.week}</td>
      <td data-align="end">
        <Hours row={row} />
      </td>
      <td data-align="end" title={`${String(row.attended)} of ${String(row.recorded)}, ${String(row.excused)} excused`}>
        {row.attendance ?? <span className="muted">–</span>}
      </td>
      <td data-align="end">{row.unsigned === 0 ? <span className="muted">0</span> : row.unsigned}</td>
      <td
        className={styles.fit}
        title={row.last_test && `${CLASSES[row.last_test.class].words}, ${date(row.last_test.on, today)}`}
      >
        {row.last_test === undefined ? (
          <span className="muted">none yet</span>
        ) : (
          <>
            <TestState of={row.last_test.class} />
            <span className="spoken">, {date(row.last_test.on, today)}</span>
          </>
        )}
      </td>
      <td>
        <PlanDue row={row} today={today} />
      </td>
      <td
        className={styles.fit}
        title={`${consent.words}${ends === undefined ? "" : `, next ends ${date(ends, today)}`}`}
      >
        <State tone={consent.tone} icon={consent.icon}>
          {consent.words}
        </State>
      </td>
      <td className={styles.fit}>
        <Flags row={row} />
      </td>
    </>
  );
}

function Hours({ row }: { row: CaseloadRow }) {
  const of = row.minimum;
  const planned = row.planned === 0 ? "" : `, ${hours(row.planned)} still planned`;
  return (
    <span title={`${hours(row.minutes)} attended${planned}`}>
      <span className={row.short > 0 ? styles.short : undefined}>{hours(row.minutes)}</span>
      <span className="muted">{of === undefined ? "" : ` / ${of % 60 === 0 ? String(of / 60) : hours(of)}`}</span>
    </span>
  );
}

function PlanDue({ row, today }: { row: CaseloadRow; today: string }) {
  if (!row.has_plan) return <span className="muted">no plan</span>;
  if (row.plan_due === undefined) return <span className="muted">no date</span>;
  const pressing = row.flags.some(({ flag }) => flag === "plan_overdue" || flag === "plan_due");
  return <span className={pressing ? styles.due : undefined}>{date(row.plan_due, today)}</span>;
}

/** The most pressing flag in words, the others as a number with their words in the title. */
function Flags({ row }: { row: CaseloadRow }) {
  const [first, ...others] = row.flags;
  if (first === undefined) return null;
  const look = FLAGS[first.flag];
  const words = first.flag === "short_of_hours" ? `${hours(row.short)} short` : first.label;
  return (
    <span className={styles.flags} title={row.flags.map((flag) => flag.label).join(", ")}>
      <State tone={look.tone} icon={look.icon}>
        {words}
      </State>
      {others.length === 0 ? null : (
        <span className={styles.more}>
          <span aria-hidden="true">+{others.length}</span>
          <span className="spoken">, {others.map((flag) => flag.label).join(", ")}</span>
        </span>
      )}
    </span>
  );
}
