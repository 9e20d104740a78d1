//! Testing programs: tiers as chances, who is in them, and what is proposed.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { TestingPerson, TestingProgram, TierAnswer } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { ClientPicker } from "../client/ClientPicker.tsx";
import type { PickedClient } from "../client/ClientPicker.tsx";
import { EnrollForm, PlaceDialog } from "./PlaceForms.tsx";
import { ProgramForm } from "./ProgramForm.tsx";
import { STANDINGS, pauseWords, percent, weekdayWords } from "./words.ts";

type Open =
  | { form: "program"; program: TestingProgram | undefined }
  | { form: "enroll"; client: PickedClient }
  | { form: "place"; person: TestingPerson };

export function TestingPage() {
  const { person } = usePractice();
  const programs = useCall("testing.programs", {});
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const [picking, setPicking] = useState(false);
  const mayChange = holds(person, "director");
  const mayEnroll = holds(person, "director", "counselor") && (programs.data ?? []).some((program) => program.active);
  const add = () => setOpen({ form: "program", program: undefined });
  const navigate = useNavigate();
  const rules = () => void navigate({ to: "/testing/rules" });
  useCommands([
    { id: "testing.rules", title: "What follows on a test", group: "Here", icon: "settings", keys: "W", run: rules } as const,
    ...(mayEnroll
      ? [
          { id: "testing.enroll", title: "Put a client into a program", group: "Here", icon: "plus", keys: "N", run: () => setPicking(true) } as const,
        ]
      : []),
    ...(mayChange
      ? [{ id: "testing.add", title: "Add a testing program", group: "Here", icon: "plus", keys: "A", run: add } as const]
      : []),
  ]);
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead
        title="Testing programs"
        actions={
          <>
            <Button kind="quiet" keys="W" onPress={rules}>
              What follows
            </Button>
            {mayChange ? (
              <Button keys="A" onPress={add}>
                Add a program
              </Button>
            ) : null}
            {mayEnroll ? (
              <Button icon="plus" keys="N" onPress={() => setPicking(true)}>
                Put a client in
              </Button>
            ) : null}
          </>
        }
      >
        A tier is a chance, not a quota: the day after a test can be drawn too.
      </PageHead>
      <PageBody>
        <Answered query={programs} what="the testing programs">
          {(rows) => (
            <>
              {rows.length === 0 ? (
                <EmptyState
                  title="No testing program yet"
                  action={mayChange ? <Button onPress={add}>Add a program</Button> : undefined}
                >
                  A program says on which days clients may be drawn, and how often in a year is expected.
                </EmptyState>
              ) : null}
              {rows.map((program) => (
                <ProgramSection
                  key={program.id}
                  program={program}
                  onChange={() => setOpen({ form: "program", program })}
                />
              ))}
              <People onOpen={(row) => setOpen({ form: "place", person: row })} />
            </>
          )}
        </Answered>
      </PageBody>
      <ClientPicker
        label="Whom to put into a program"
        isOpen={picking}
        onClose={() => setPicking(false)}
        onPick={(client) => {
          setPicking(false);
          setOpen({ form: "enroll", client });
        }}
      />
      <Dialog title={open === undefined ? "" : titleOf(open)} isOpen={open !== undefined} onClose={close} wide={open?.form === "program"}>
        {open?.form === "program" ? <ProgramForm program={open.program} onDone={close} /> : null}
        {open?.form === "enroll" ? <EnrollForm client={open.client} programs={programs.data ?? []} onDone={close} /> : null}
        {open?.form === "place" ? <PlaceDialog person={open.person} programs={programs.data ?? []} onDone={close} /> : null}
      </Dialog>
    </>
  );
}

function titleOf(open: Open): string {
  if (open.form === "program") return open.program === undefined ? "A testing program" : `Change ${open.program.name}`;
  return open.form === "enroll" ? open.client.name : open.person.client_name;
}

function ProgramSection({ program, onChange }: { program: TestingProgram; onChange: () => void }) {
  const closed = program.closed.length === 0 ? "" : `, but for ${plural(program.closed.length, "date")}`;
  return (
    <Section
      title={program.name}
      aside={
        program.active
          ? `${weekdayWords(program.weekdays)}${closed} · names at ${program.notice_time}, line closes at ${program.closes}`
          : "Takes nobody any more"
      }
      action={
        program.may_change ? (
          <Button size="sm" kind="quiet" onPress={onChange}>
            Change
          </Button>
        ) : null
      }
    >
      <Table label={`Tiers of ${program.name}`} rows={program.tiers} idOf={(tier) => tier.id} textOf={(tier) => tier.name} fixed columns={TIERS(program)} />
    </Section>
  );
}

const TIERS = (program: TestingProgram) =>
  [
    { id: "name", title: "Tier", cell: (tier: TierAnswer) => tier.name },
    { id: "year", title: "Expected a year", align: "end", cell: (tier: TierAnswer) => tier.per_year },
    {
      id: "range",
      title: "In 19 of 20 years",
      align: "end",
      cell: (tier: TierAnswer) => `${String(tier.least)} to ${String(tier.most)}`,
    },
    { id: "chance", title: "Chance of a day", align: "end", cell: (tier: TierAnswer) => percent(tier.chance_millionths) },
    { id: "analyzed", title: "Also analyzed", align: "end", cell: (tier: TierAnswer) => `${String(tier.analyzed_percent)} %` },
    {
      id: "step",
      title: "Step down",
      cell: (tier: TierAnswer) =>
        tier.step_after_days === undefined ? (
          <span className="muted">none</span>
        ) : (
          `after ${plural(tier.step_after_days, "quiet day")}, to ${program.tiers.find((one) => one.id === tier.step_to)?.name ?? ""}`
        ),
    },
    { id: "people", title: "People", align: "end", cell: (tier: TierAnswer) => tier.people },
  ] as const;

function People({ onOpen }: { onOpen: (person: TestingPerson) => void }) {
  const { person, today } = usePractice();
  const reads = holds(person, "counselor", "director", "medical_reviewer", "privacy_officer", "auditor");
  return reads ? <PeopleList onOpen={onOpen} today={today} /> : null;
}

function PeopleList({ onOpen, today }: { onOpen: (person: TestingPerson) => void; today: string }) {
  const people = useCall("testing.people", {});
  const proposed = people.data?.filter((row) => row.step_to !== undefined).length ?? 0;
  return (
    <Section
      title="Who is in a program"
      aside={proposed === 0 ? plural(people.data?.length ?? 0, "person", "people") : `${plural(proposed, "step")} down proposed`}
    >
      <Answered query={people} what="who is in a program">
        {(rows) => (
          <>
            <Table
              label="Who is in a program"
              rows={rows}
              idOf={(row) => row.id}
              textOf={(row) => row.client_name}
              onOpen={onOpen}
              empty={<p className="muted">Nobody is in a program yet.</p>}
              columns={[
                { id: "name", title: "Client", cell: (row) => row.client_name },
                { id: "tier", title: "Tier", cell: (row) => <Tier of={row} /> },
                { id: "from", title: "Since", cell: (row) => <span className="nowrap">{date(row.from, today)}</span> },
                { id: "standing", title: "Today", cell: (row) => <StandingState of={row} today={today} /> },
                { id: "code", title: "Code", cell: (row) => row.line_code },
                {
                  id: "proposed",
                  title: "Proposed",
                  cell: (row) =>
                    row.step_to_name === undefined ? (
                      <span className="muted">–</span>
                    ) : (
                      <State icon="down-arrow" tone="info">{`to ${row.step_to_name}`}</State>
                    ),
                },
              ]}
            />
            {rows.length === 0 ? null : (
              <KeyList
                keys={[
                  ["Up or Down", "row"],
                  ["Enter", "tier, pause, end"],
                ]}
              />
            )}
          </>
        )}
      </Answered>
    </Section>
  );
}

function Tier({ of }: { of: TestingPerson }) {
  return (
    <>
      {`${of.program_name}, ${of.tier_name}`}
      {of.below_asked ? (
        <div className="small">
          <State tone="caution" icon="down-arrow">{`An agreement asks for ${String(of.asked_per_year)} a year`}</State>
        </div>
      ) : null}
    </>
  );
}

function StandingState({ of, today }: { of: TestingPerson; today: string }) {
  const look = STANDINGS[of.standing];
  const coming = of.pauses.find((pause) => pause.from > today);
  return (
    <>
      <State icon={look.icon} tone={look.tone}>
        {look.words}
      </State>
      {coming === undefined ? null : <div className="muted small">{pauseWords(coming, today)}</div>}
    </>
  );
}
