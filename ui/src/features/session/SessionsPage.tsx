//! The sessions of a week, day by day: what is planned, what was recorded, what is not signed yet.

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
import { addDays, weekStart } from "./days.ts";
import { headcount, standing } from "./standing.ts";
import styles from "./SessionsPage.module.css";

type Whose = "mine" | "everybody";

export function SessionsPage() {
  const { person, practice, today } = usePractice();
  const [whose, setWhose] = useState<Whose>(holds(person, "director", "front_desk") ? "everybody" : "mine");
  const [away, setAway] = useState(0);
  const [planning, setPlanning] = useState(false);
  const from = addDays(weekStart(today, practice?.week_starts_on ?? "sunday"), away * 7);
  const list = useCall("session.day", { on: from, days: 7, whose }, { keep: true });
  const may = holds(person, "director", "front_desk", "counselor");
  useCommands([
    { id: "sessions.before", title: "The week before", group: "Here", icon: "up-arrow", keys: "[", run: () => setAway(away - 1) },
    { id: "sessions.after", title: "The week after", group: "Here", icon: "down-arrow", keys: "]", run: () => setAway(away + 1) },
    ...(may
      ? [{ id: "sessions.plan", title: "Plan a session", group: "Here" as const, icon: "plus" as const, keys: "N", run: () => setPlanning(true) }]
      : []),
  ]);
  return (
    <>
      <PageHead
        title="Sessions"
        actions={
          may ? (
            <Button icon="plus" keys="N" onPress={() => setPlanning(true)}>
              Plan a session
            </Button>
          ) : null
        }
      >
        {date(from, today)} to {date(addDays(from, 6), today)}
        {away === 0 ? ", this week" : ""}
      </PageHead>
      <PageBody>
        <div className="cluster" data-gap="wide">
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
            <Button kind="quiet" keys="[" onPress={() => setAway(away - 1)}>
              Week before
            </Button>
            <Button kind="quiet" keys="]" onPress={() => setAway(away + 1)}>
              Week after
            </Button>
            {away === 0 ? null : (
              <Button kind="quiet" onPress={() => setAway(0)}>
                This week
              </Button>
            )}
          </span>
        </div>
        <Answered query={list} what="the sessions">
          {({ sessions }) =>
            sessions.length === 0 ? (
              <EmptyState title="No session in this week">
                Groups meet at their weekly times, which stand on the page of the group. Appointments are planned here.
              </EmptyState>
            ) : (
              <div className={styles.days}>
                {days(sessions).map(([on, ofDay]) => (
                  <Section key={on} title={longDate(on)} aside={on === today ? "today" : undefined}>
                    <DayTable sessions={ofDay} on={on} />
                  </Section>
                ))}
              </div>
            )
          }
        </Answered>
      </PageBody>
      <Dialog title="Plan a session" isOpen={planning} onClose={() => setPlanning(false)} wide>
        <PlanForm on={today > from ? today : from} me={person?.id ?? ""} onDone={() => setPlanning(false)} />
      </Dialog>
    </>
  );
}

function days(sessions: readonly SessionLine[]): [string, SessionLine[]][] {
  const byDay = new Map<string, SessionLine[]>();
  for (const session of sessions) byDay.set(session.on_date, [...(byDay.get(session.on_date) ?? []), session]);
  return [...byDay];
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
