//! Draws: what is set for the coming days, the day in numbers, and every draw there was.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { DrawLine, DrawList, DrawProgram } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, longDate, moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { DayReport } from "./DayReport.tsx";
import { DRAW_STATES } from "./words.ts";

export function DrawsPage() {
  const draws = useCall("draw.list", {});
  const { today } = usePractice();
  const print = useOp("draw.print_day");
  const navigate = useNavigate();
  const save = () =>
    print.mutate({ on: today, copies: 1 }, { onSuccess: () => say("Day report saved and recorded") });
  useCommands([
    { id: "draws.print", title: "Print the day report", group: "Here", icon: "print", keys: "P", run: save },
    { id: "draws.numbers", title: "Random tests in numbers", group: "Here", icon: "report", keys: "I", run: () => void navigate({ to: "/draws/numbers" }) },
  ]);
  return (
    <>
      <PageHead
        title="Draws"
        actions={
          <>
            <Button kind="quiet" keys="I" onPress={() => void navigate({ to: "/draws/numbers" })}>
              In numbers
            </Button>
            <Button kind="quiet" keys="G P" onPress={() => void navigate({ to: "/testing" })}>
              Testing programs
            </Button>
            <Button icon="print" keys="P" pending={print.isPending} onPress={save}>
              Day report
            </Button>
          </>
        }
      >
        Nobody knows a name before the notice time, the director neither.
      </PageHead>
      <PageBody>
        {print.error ? <RefusedBanner refusal={print.error} /> : null}
        <Answered query={draws} what="the draws">
          {(list) => (
            <>
              <Coming list={list} />
              <DayReport on={today} />
              <History list={list} />
            </>
          )}
        </Answered>
      </PageBody>
    </>
  );
}

function standingOf(list: DrawList, program: DrawProgram, on: string): DrawLine | undefined {
  return list.draws.find((draw) => draw.program === program.id && draw.on === on && draw.state !== "discarded");
}

interface Place {
  program: DrawProgram;
  on: string;
  draw: DrawLine | undefined;
}

function Coming({ list }: { list: DrawList }) {
  const { today } = usePractice();
  const commit = useOp("draw.commit");
  const run = useOp("draw.run");
  const navigate = useNavigate();
  const [working, setWorking] = useState(false);
  const places: Place[] = list.programs.flatMap((program) =>
    program.days.filter((day) => day.allowed).map(({ on }) => ({ program, on, draw: standingOf(list, program, on) })),
  );
  const next = places.find((place) => place.draw === undefined || place.draw.state === "committed");
  const set = async (place: Place) => {
    setWorking(true);
    try {
      // Commitment first, in an action of its own: the pool is frozen only after it stands in the audit.
      const draw = place.draw ?? (await commit.mutateAsync({ program: place.program.id, on: place.on }));
      await run.mutateAsync({ id: draw.id, rev: draw.rev });
      say(`The draw for ${date(place.on, today)} is set; names are sealed`);
    } catch {
      // The refusal stands on the page.
    } finally {
      setWorking(false);
    }
  };
  const setNext = () => {
    if (next !== undefined && list.may_set && !working) void set(next);
  };
  useCommands(
    list.may_set && next !== undefined
      ? [{ id: "draws.set", title: `Set the draw for ${date(next.on, today)}`, group: "Here", icon: "sealed", keys: "N", run: setNext }]
      : [],
  );
  const refusal = commit.error ?? run.error;
  if (list.programs.length === 0) {
    return (
      <EmptyState
        title="No testing program takes people"
        action={<Button onPress={() => void navigate({ to: "/testing" })}>Testing programs</Button>}
      >
        A day can be drawn once a program takes people.
      </EmptyState>
    );
  }
  return (
    <Section
      title="The next days"
      action={
        list.may_set && next !== undefined ? (
          <Button kind="primary" icon="sealed" keys="N" pending={working} onPress={setNext}>
            {`Set the draw for ${date(next.on, today)}`}
          </Button>
        ) : null
      }
    >
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      <Table
        label="The next days"
        rows={places}
        idOf={(place) => `${place.program.id}/${place.on}`}
        textOf={(place) => place.on}
        fixed
        columns={[
          { id: "on", title: "Day", cell: (place) => longDate(place.on) },
          { id: "program", title: "Program", cell: (place) => place.program.name },
          { id: "notice", title: "Names at", cell: (place) => place.program.notice_time },
          {
            id: "state",
            title: "Draw",
            cell: (place) => (place.draw === undefined ? <span className="muted">not set</span> : <DrawState of={place.draw} />),
          },
        ]}
      />
    </Section>
  );
}

export function DrawState({ of }: { of: DrawLine }) {
  const look = DRAW_STATES[of.state];
  return (
    <span className="nowrap">
      <State icon={look.icon} tone={look.tone}>
        {look.words}
      </State>
    </span>
  );
}

function History({ list }: { list: DrawList }) {
  const navigate = useNavigate();
  const { today, zone } = usePractice();
  return (
    <Section title="All draws" aside={plural(list.draws.length, "draw")}>
      <Table
        label="All draws"
        rows={list.draws}
        idOf={(draw) => draw.id}
        textOf={(draw) => draw.program_name}
        onOpen={(draw) => void navigate({ to: "/draws/$id", params: { id: draw.id } })}
        empty={<p className="muted">No draw was set yet.</p>}
        columns={[
          { id: "on", title: "Day", cell: (draw) => <span className="nowrap">{date(draw.on, today)}</span> },
          { id: "program", title: "Program", cell: (draw) => draw.program_name },
          {
            id: "state",
            title: "State",
            cell: (draw) => (
              <>
                <DrawState of={draw} />
                {draw.discard_reason === "" ? null : <div className="muted small">{draw.discard_reason}</div>}
              </>
            ),
          },
          { id: "attempt", title: "Draw of the day", align: "end", cell: (draw) => draw.attempt },
          { id: "pool", title: "Pool", align: "end", cell: (draw) => draw.pool ?? <span className="muted">–</span> },
          {
            id: "selected",
            title: "Selected",
            align: "end",
            cell: (draw) => draw.selected ?? <span className="muted">{draw.state === "discarded" ? "–" : "sealed"}</span>,
          },
          { id: "notice", title: "Names at", cell: (draw) => <span className="nowrap">{moment(draw.notice_at, today, zone)}</span> },
        ]}
      />
      {list.draws.length === 0 ? null : (
        <KeyList
          keys={[
            ["Up or Down", "row"],
            ["Enter", "open"],
          ]}
        />
      )}
    </Section>
  );
}
