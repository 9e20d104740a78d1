//! Sessions of a week, of a day, or of a day's rooms: in a grid of time, or as a table. What is planned, recorded, not signed yet.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { ClosedDate, SessionLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { wallSpan } from "../../lib/duration.ts";
import { holds, usePractice } from "../../lib/practice.ts";
import { date, longDate } from "../../lib/time.ts";
import { useNow } from "../../lib/useNow.ts";
import { useCommands } from "../palette/commands.ts";
import type { Command } from "../palette/commands.ts";
import { PlanForm } from "./PlanForm.tsx";
import { Calendar, enterCalendar } from "./Calendar.tsx";
import type { Spot } from "./Calendar.tsx";
import { dayColumns, fold, roomColumns, twiceWords } from "./calendar.ts";
import { closedWords } from "./closed.ts";
import { addDays, weekStart } from "./days.ts";
import { headcount, standing } from "./standing.ts";
import { planAhead, usePlanAhead } from "./usePlanAhead.ts";
import styles from "./SessionsPage.module.css";

type Whose = "mine" | "everybody";
type View = "day" | "week" | "room";

const VIEWS: readonly { value: View; label: string; key: string }[] = [
  { value: "day", label: "Day", key: "D" },
  { value: "week", label: "Week", key: "W" },
  { value: "room", label: "Rooms", key: "R" },
];

/** How many sessions stand side by side in a day of a week before the rest is folded. */
const IN_A_WEEK = 2;

/** Which sessions are looked at, and how. */
function useWhere() {
  const { person, practice, today } = usePractice();
  const [whose, setWhose] = useState<Whose>(holds(person, "director", "front_desk") ? "everybody" : "mine");
  const [view, setView] = useState<View>("week");
  const [asTable, setAsTable] = useState(false);
  const [at, setAt] = useState(today);
  const [spot, setSpot] = useState<Spot>();
  const weekly = view === "week";
  const from = weekly ? weekStart(at, practice?.week_starts_on ?? "sunday") : at;
  const days = weekly ? 7 : 1;
  const show = (next: View, on = at) => {
    setView(next);
    setAt(on);
    setSpot(undefined);
  };
  return {
    whose,
    view,
    asTable,
    from,
    days,
    weekly,
    spot,
    now: from <= today && today < addDays(from, days),
    setWhose,
    setAsTable,
    setSpot,
    show,
    /** So many days on, or back. */
    go: (by: number) => show(view, addDays(at, by)),
    toToday: () => show(view, today),
  };
}

type Where = ReturnType<typeof useWhere>;

function useKeys({ asTable, days, weekly, show, setAsTable, go, toToday }: Where, plan: (() => void) | undefined): void {
  const { person, today } = usePractice();
  const span = weekly ? "week" : "day";
  const here = (id: string, title: string, keys: string, icon: Command["icon"], run: () => void): Command => ({
    id: `sessions.${id}`,
    title,
    group: "Here",
    icon,
    keys,
    run,
  });
  useCommands([
    ...VIEWS.map(({ value, label, key }) => here(value, `Sessions: ${label}`, key, "calendar", () => show(value))),
    here("table", asTable ? "Show them in a grid of time" : "Show them as a table", "L", "menu", () => setAsTable(!asTable)),
    here("today", "Today", "T", "day", toToday),
    here("before", `The ${span} before`, "Left", "up-arrow", () => go(-days)),
    here("after", `The ${span} after`, "Right", "down-arrow", () => go(days)),
    here("week_before", "The week before", "PageUp", "up-arrow", () => go(-7)),
    here("week_after", "The week after", "PageDown", "down-arrow", () => go(7)),
    ...(asTable ? [] : [here("enter", "Into the grid", "Down", "down-arrow", enterCalendar)]),
    ...(holds(person, "director", "front_desk", "counselor", "facilitator")
      ? [here("ahead", "Plan the coming four weeks from the weekly times", "A", "calendar", () => void planAhead(today).catch(() => undefined))]
      : []),
    ...(plan ? [here("plan", "Plan a session", "N", "plus", plan)] : []),
  ]);
}

export function SessionsPage() {
  const { person, today } = usePractice();
  const calendar = useWhere();
  const { view, asTable, whose, from, days, weekly, now, spot, go, show, setSpot } = calendar;
  const [planning, setPlanning] = useState(false);
  const list = useCall("session.day", { on: from, days, whose }, { keep: true });
  usePlanAhead(list.data, today);
  const may = holds(person, "director", "front_desk", "counselor");
  const plan = (where?: Spot) => {
    if (where !== undefined) setSpot(where);
    setPlanning(true);
  };
  useKeys(calendar, may ? plan : undefined);
  return (
    <>
      <PageHead
        title="Sessions"
        actions={
          may ? (
            <Button icon="plus" keys="N" onPress={() => plan()}>
              Plan a session
            </Button>
          ) : null
        }
      >
        {weekly ? `${date(from, today)} to ${date(addDays(from, 6), today)}` : longDate(from)}
        {now ? (weekly ? ", this week" : ", today") : ""}
      </PageHead>
      <PageBody>
        <Toolbar at={calendar} />
        <Answered query={list} what="the sessions">
          {({ sessions, twice, closed }) => (
            <>
              <ClosedDates closed={closed} today={today} />
              {asTable ? (
                <SessionTables sessions={sessions} twice={twiceWords(twice)} today={today} view={view} />
              ) : view === "room" && sessions.length === 0 ? (
                <EmptyState title="No session on this day">Each room with a session has a column here.</EmptyState>
              ) : (
                <Calendar
                  label="Sessions by time"
                  columns={view === "room" ? roomColumns(sessions, from) : timeColumns(sessions, from, days)}
                  sessions={sessions}
                  twice={twice}
                  today={today}
                  byRoom={view === "room"}
                  closed={new Map(closed.map(({ name, on_date }) => [on_date, name]))}
                  onSpot={setSpot}
                  onPlan={may ? plan : undefined}
                  onPast={(way) => go(way * days)}
                  onDay={(on) => show("day", on)}
                />
              )}
            </>
          )}
        </Answered>
        <KeyList
          keys={[
            ["Left or Right", weekly ? "day, then week" : "column, then day"],
            ["PageUp or PageDown", "week"],
            ["L", asTable ? "grid" : "table"],
            ...(asTable ? [] : [["Enter", "open, or plan in a free hour"] as const]),
          ]}
        />
      </PageBody>
      <Dialog title="Plan a session" isOpen={planning} onClose={() => setPlanning(false)} wide>
        <PlanForm
          on={today > from ? today : from}
          me={person?.id ?? ""}
          {...(spot === undefined ? {} : { spot })}
          onDone={() => setPlanning(false)}
        />
      </Dialog>
    </>
  );
}

function Toolbar({ at }: { at: Where }) {
  const { view, asTable, whose, days, now, show, setAsTable, setWhose, go, toToday } = at;
  return (
    <div className="cluster" data-gap="wide">
      <Segments label="View" labelShown={false} value={view} onChange={(next) => show(next)} options={VIEWS} />
      <Segments
        label="Shown as"
        labelShown={false}
        value={asTable ? "table" : "grid"}
        onChange={(next) => setAsTable(next === "table")}
        options={[
          { value: "grid", label: "Grid" },
          { value: "table", label: "Table" },
        ]}
      />
      <Segments
        label="Whose sessions"
        labelShown={false}
        value={whose}
        onChange={setWhose}
        options={[
          { value: "mine", label: "Mine" },
          { value: "everybody", label: "Everybody’s" },
        ]}
      />
      <span className="cluster">
        <Button kind="quiet" keys="Left" onPress={() => go(-days)}>
          Before
        </Button>
        <Button kind="quiet" keys="Right" onPress={() => go(days)}>
          After
        </Button>
        {now ? null : (
          <Button kind="quiet" keys="T" onPress={toToday}>
            Today
          </Button>
        )}
      </span>
    </div>
  );
}

function timeColumns(sessions: readonly SessionLine[], from: string, days: number) {
  const columns = dayColumns(sessions, Array.from({ length: days }, (_, day) => addDays(from, day)));
  return days === 1 ? columns : columns.map((column) => ({ ...column, blocks: fold(column.blocks, IN_A_WEEK) }));
}

function ClosedDates({ closed, today }: { closed: readonly ClosedDate[]; today: string }) {
  if (closed.length === 0) return null;
  return (
    <div>
      {closed.map((one) => (
        <p key={one.on_date} className="muted">
          Closed {date(one.on_date, today)}, {one.name}: {closedWords(one)}.
        </p>
      ))}
    </div>
  );
}

interface TablesProps {
  sessions: readonly SessionLine[];
  twice: ReadonlyMap<string, string>;
  today: string;
  view: View;
}

/** The table twin of each grid: a list a day, or a list a room. */
function SessionTables({ sessions, twice, today, view }: TablesProps) {
  if (sessions.length === 0)
    return (
      <EmptyState title={view === "week" ? "No session in this week" : "No session on this day"}>
        Groups meet at their weekly times, which stand on the page of the group. Appointments are planned here.
      </EmptyState>
    );
  const lists = listsOf(sessions, view === "room" ? (session) => session.room.trim() : (session) => session.on_date);
  return (
    <div className={styles.days}>
      {lists.map(([of, listed]) => {
        const title = view === "room" ? of || "No room" : longDate(of);
        return (
          <Section key={of} title={title} aside={of === today ? "today" : undefined}>
            <SessionTable label={`Sessions, ${title}`} sessions={listed} twice={twice} />
          </Section>
        );
      })}
    </div>
  );
}

/** By date as they come, or by room: without a room last. */
function listsOf(sessions: readonly SessionLine[], of: (session: SessionLine) => string): [string, SessionLine[]][] {
  const found = new Map<string, SessionLine[]>();
  for (const session of sessions) found.set(of(session), [...(found.get(of(session)) ?? []), session]);
  return [...found].toSorted(([one], [other]) => Number(one === "") - Number(other === "") || one.localeCompare(other));
}

function SessionTable({ label, sessions, twice }: { label: string; sessions: readonly SessionLine[]; twice: ReadonlyMap<string, string> }) {
  const navigate = useNavigate();
  const now = useNow();
  return (
    <Table
      label={label}
      rows={sessions}
      idOf={(row) => row.id}
      textOf={(row) => `${row.title} ${row.client_name?.text ?? ""}`}
      onOpen={(row) => void navigate({ to: "/session/$id", params: { id: row.id } })}
      fixed
      columns={[
        { id: "what", title: "Session", cell: (row) => <What session={row} /> },
        { id: "when", title: "When", width: "m", cell: (row) => wallSpan(row.starts, row.minutes) },
        { id: "room", title: "Room", width: "s", cell: (row) => row.room },
        {
          id: "with",
          title: "Led by",
          width: "l",
          cell: (row) => (row.substitute_name === "" ? row.staff_name : `${row.substitute_name}, standing in`),
        },
        { id: "heads", title: "People", width: "m", cell: (row) => headcount(row) },
        { id: "state", title: "State", width: "m", cell: (row) => <How session={row} now={now} twice={twice.get(row.id)} /> },
      ]}
    />
  );
}

function How({ session, now, twice }: { session: SessionLine; now: number; twice: string | undefined }) {
  const { text, icon, tone } = standing(session, now);
  return (
    <>
      <State tone={tone} icon={icon}>
        {text}
      </State>
      {twice === undefined ? null : (
        <State tone="caution" icon="caution">
          {twice}
        </State>
      )}
    </>
  );
}

function What({ session }: { session: SessionLine }) {
  return (
    <span className={styles.what}>
      <span>{session.client_name?.text ?? session.title}</span>
      <span className="muted small">{session.topic || (session.client_name ? session.kind_label : "")}</span>
    </span>
  );
}
