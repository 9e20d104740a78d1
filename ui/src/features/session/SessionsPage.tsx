//! Sessions of a day or a week: as a list, or in a grid of time by day or by room. What is planned, recorded, not signed yet.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { SessionLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { wallSpan } from "../../lib/duration.ts";
import { holds, usePractice } from "../../lib/practice.ts";
import { date, longDate } from "../../lib/time.ts";
import { useNow } from "../../lib/useNow.ts";
import { useCommands } from "../palette/commands.ts";
import { PlanForm } from "./PlanForm.tsx";
import { Calendar } from "./Calendar.tsx";
import type { Spot } from "./Calendar.tsx";
import { dayColumns, roomColumns } from "./calendar.ts";
import { addDays, weekStart } from "./days.ts";
import { headcount, standing } from "./standing.ts";
import styles from "./SessionsPage.module.css";

type Whose = "mine" | "everybody";
type View = "list" | "day" | "week" | "room";

const VIEWS: readonly { value: View; label: string; key: string }[] = [
  { value: "list", label: "List", key: "L" },
  { value: "day", label: "Day", key: "D" },
  { value: "week", label: "Week", key: "W" },
  { value: "room", label: "Rooms", key: "R" },
];

export function SessionsPage() {
  const { person, practice, today } = usePractice();
  const [whose, setWhose] = useState<Whose>(holds(person, "director", "front_desk") ? "everybody" : "mine");
  const [view, setView] = useState<View>("week");
  const [at, setAt] = useState(today);
  const [spot, setSpot] = useState<Spot>();
  const [planning, setPlanning] = useState(false);
  const weekly = view === "list" || view === "week";
  const from = weekly ? weekStart(at, practice?.week_starts_on ?? "sunday") : at;
  const days = weekly ? 7 : 1;
  const list = useCall("session.day", { on: from, days, whose }, { keep: true });
  const may = holds(person, "director", "front_desk", "counselor");
  const now = from <= today && today < addDays(from, days);
  const go = (on: string) => {
    setAt(on);
    setSpot(undefined);
  };
  const move = (by: number) => go(addDays(at, by * days));
  const show = (next: View) => {
    setView(next);
    setSpot(undefined);
  };
  const plan = (where?: Spot) => {
    if (where !== undefined) setSpot(where);
    setPlanning(true);
  };
  const span = weekly ? "week" : "day";
  useCommands([
    ...VIEWS.map(({ value, label, key }) => ({
      id: `sessions.${value}`,
      title: `Sessions: ${label}`,
      group: "Here" as const,
      icon: "calendar" as const,
      keys: key,
      run: () => show(value),
    })),
    { id: "sessions.today", title: "Today", group: "Here", icon: "day", keys: "T", run: () => go(today) },
    { id: "sessions.before", title: `The ${span} before`, group: "Here", icon: "up-arrow", keys: "[", run: () => move(-1) },
    { id: "sessions.after", title: `The ${span} after`, group: "Here", icon: "down-arrow", keys: "]", run: () => move(1) },
    ...(may
      ? [{ id: "sessions.plan", title: "Plan a session", group: "Here" as const, icon: "plus" as const, keys: "N", run: () => plan() }]
      : []),
  ]);
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
        <div className="cluster" data-gap="wide">
          <Segments label="View" labelShown={false} value={view} onChange={show} options={VIEWS} />
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
            <Button kind="quiet" keys="[" onPress={() => move(-1)}>
              Before
            </Button>
            <Button kind="quiet" keys="]" onPress={() => move(1)}>
              After
            </Button>
            {now ? null : (
              <Button kind="quiet" keys="T" onPress={() => go(today)}>
                Today
              </Button>
            )}
          </span>
        </div>
        <Answered query={list} what="the sessions">
          {({ sessions, twice, closed }) => (
            <>
              {closed.length === 0 ? null : (
                <p className="muted">Closed: {closed.map(({ name, on_date }) => `${name}, ${date(on_date, today)}`).join("; ")}. No group is planned then.</p>
              )}
              {view === "list" ? (
                <WeekList sessions={sessions} today={today} />
              ) : view === "room" && sessions.length === 0 ? (
                <EmptyState title="No session on this day">Each room with a session has a column here.</EmptyState>
              ) : (
                <Calendar
                  label="Sessions by time"
                  columns={view === "room" ? roomColumns(sessions, from) : dayColumns(sessions, Array.from({ length: days }, (_, day) => addDays(from, day)))}
                  sessions={sessions}
                  twice={twice}
                  today={today}
                  byRoom={view === "room"}
                  closed={new Map(closed.map(({ name, on_date }) => [on_date, name]))}
                  onSpot={setSpot}
                  onPlan={may ? plan : undefined}
                  onMove={(by, way) => (by === "week" ? go(addDays(at, way * 7)) : move(way))}
                />
              )}
            </>
          )}
        </Answered>
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

/** The table twin of the grid. */
function WeekList({ sessions, today }: { sessions: readonly SessionLine[]; today: string }) {
  if (sessions.length === 0)
    return (
      <EmptyState title="No session in this week">
        Groups meet at their weekly times, which stand on the page of the group. Appointments are planned here.
      </EmptyState>
    );
  return (
    <div className={styles.days}>
      {byDay(sessions).map(([on, ofDay]) => (
        <Section key={on} title={longDate(on)} aside={on === today ? "today" : undefined}>
          <DayTable sessions={ofDay} on={on} />
        </Section>
      ))}
    </div>
  );
}

function byDay(sessions: readonly SessionLine[]): [string, SessionLine[]][] {
  const found = new Map<string, SessionLine[]>();
  for (const session of sessions) found.set(session.on_date, [...(found.get(session.on_date) ?? []), session]);
  return [...found];
}

function DayTable({ sessions, on }: { sessions: readonly SessionLine[]; on: string }) {
  const navigate = useNavigate();
  const now = useNow();
  return (
    <Table
      label={`Sessions on ${longDate(on)}`}
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
          width: "m",
          cell: (row) => (row.substitute_name === "" ? row.staff_name : `${row.substitute_name}, standing in`),
        },
        { id: "heads", title: "People", width: "m", cell: (row) => headcount(row) },
        {
          id: "state",
          title: "State",
          width: "m",
          cell: (row) => {
            const { text, icon, tone } = standing(row, now);
            return (
              <State tone={tone} icon={icon}>
                {text}
              </State>
            );
          },
        },
      ]}
    />
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
