//! The tests of a day: what is due, what was collected, what waits for somebody's word.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { DayTests, TestRow } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { longDate, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { dayAway } from "./day.ts";
import { useTestColumns } from "./TestState.tsx";

export function TestsPage() {
  const { today } = usePractice();
  const [on, setOn] = useState<string | undefined>(undefined);
  const day = on ?? today;
  const tests = useCall("drug_test.day", { on: day }, { keep: true });
  const go = (days: number) => setOn(dayAway(day, days));
  useCommands([
    { id: "tests.before", title: "Tests of the day before", group: "Here", icon: "up-arrow", keys: "[", run: () => go(-1) },
    { id: "tests.after", title: "Tests of the day after", group: "Here", icon: "down-arrow", keys: "]", run: () => go(1) },
    { id: "tests.today", title: "Tests of today", group: "Here", icon: "day", keys: "H", run: () => setOn(undefined) },
  ]);
  const due = tests.data?.rows.filter((row) => row.class === "ordered").length ?? 0;
  return (
    <>
      <PageHead
        title="Drug tests"
        actions={
          <>
            <Button keys="[" onPress={() => go(-1)}>
              Day before
            </Button>
            <Button keys="]" onPress={() => go(1)}>
              Day after
            </Button>
          </>
        }
      >
        {`${longDate(day)}${day === today ? ", today" : ""} · ${due === 0 ? "nothing due" : `${plural(due, "test")} due`}`}
      </PageHead>
      <PageBody>
        <Answered query={tests} what="the tests">
          {(answer) => <DayLists answer={answer} />}
        </Answered>
      </PageBody>
    </>
  );
}

function DayLists({ answer }: { answer: DayTests }) {
  const due = answer.rows.filter((row) => row.class === "ordered");
  const done = answer.rows.filter((row) => row.class !== "ordered");
  const waiting = answer.waiting.filter((row) => !done.some((one) => one.id === row.id));
  const nothing = answer.rows.length + answer.overdue.length + waiting.length === 0;
  if (nothing) {
    return (
      <EmptyState title="No tests on this day">
        Tests are ordered and logged in a client&rsquo;s chart, under Drug tests.
      </EmptyState>
    );
  }
  return (
    <>
      <Lists title="Due" rows={due} day={false} />
      <Lists title="Still open from earlier days" rows={answer.overdue} day />
      <Lists title="Collected or ended" rows={done} day={false} />
      <Lists title="Waiting for the program's word" rows={waiting} day />
      <KeyList
        keys={[
          ["Up or Down", "row"],
          ["Enter", "open"],
          ["[ or ]", "day"],
        ]}
      />
    </>
  );
}

function Lists({ title, rows, day }: { title: string; rows: readonly TestRow[]; day: boolean }) {
  const navigate = useNavigate();
  const columns = useTestColumns({ client: true, day });
  if (rows.length === 0) return null;
  return (
    <Section title={title} aside={plural(rows.length, "test")}>
      <Table
        label={title}
        rows={rows}
        columns={columns}
        idOf={(row) => row.id}
        textOf={(row) => row.client_name}
        onOpen={(row) => void navigate({ to: "/tests/$id", params: { id: row.id } })}
      />
    </Section>
  );
}
