//! Closures: the dates on which the practice is closed, and the federal holidays of a year to choose from. Sessions on a date are shown before it is closed.

import { useState } from "react";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { AddClosures, ClosureLine, Proposal } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Answered, Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { longDate, plural } from "../../lib/time.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { useCommands } from "../palette/commands.ts";
import { SettingsPage } from "../practice/SettingsPage.tsx";
import { useForeseen } from "../session/useForeseen.ts";

export function ClosuresPage() {
  const { today } = usePractice();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const list = useCall("closure.list", { year }, { keep: true });
  const [open, setOpen] = useState<"one" | "holidays">();
  const [again, setAgain] = useState<ClosureLine>();
  const may = list.data?.may_change ?? false;
  useCommands(
    may
      ? [
          { id: "closures.add", title: "Close a date", group: "Here", icon: "plus", keys: "N", run: () => setOpen("one") },
          { id: "closures.holidays", title: "Choose from the federal holidays", group: "Here", icon: "calendar", keys: "F", run: () => setOpen("holidays") },
        ]
      : [],
  );
  const done = () => setOpen(undefined);
  return (
    <SettingsPage>
      <p className="muted prose small">
        Weekly times of groups are left out on a closed date. Sessions planned on it before are cancelled only when you say
        so, and opening it again can bring them back. Drug tests may be collected on a closed date.
      </p>
      <div className="cluster">
        <Button kind="quiet" onPress={() => setYear(year - 1)}>{String(year - 1)}</Button>
        <Button kind="quiet" onPress={() => setYear(year + 1)}>{String(year + 1)}</Button>
        {may ? (
          <>
            <Button icon="plus" keys="N" onPress={() => setOpen("one")}>Close a date</Button>
            <Button icon="calendar" keys="F" onPress={() => setOpen("holidays")}>Federal holidays</Button>
          </>
        ) : null}
      </div>
      <Section title={`Closed in ${String(year)}`}>
        <Answered query={list} what="the closures">
          {({ closures }) =>
            closures.length === 0 ? (
              <EmptyState title="No closed date in this year">Groups meet at their weekly times throughout.</EmptyState>
            ) : (
              <Table
                label={`Closed in ${String(year)}`}
                rows={closures}
                idOf={({ id }) => id}
                textOf={({ name }) => name}
                {...(may ? { onOpen: setAgain } : {})}
                columns={[
                  { id: "on", title: "Date", cell: ({ on_date }) => longDate(on_date) },
                  { id: "name", title: "Why", cell: ({ name }) => name },
                  { id: "sessions", title: "Sessions", cell: sessionsOf },
                  { id: "source", title: "Source", cell: ({ source }) => <span className="muted small">{source}</span> },
                ]}
              />
            )
          }
        </Answered>
      </Section>
      <Dialog title="Close a date" isOpen={open === "one"} onClose={done}>
        <CloseForm onDone={done} />
      </Dialog>
      <Dialog title={`Federal holidays of ${String(year)}`} isOpen={open === "holidays"} onClose={done} wide>
        <HolidaysForm year={year} onDone={done} />
      </Dialog>
      <Dialog title={`Open ${again?.name ?? ""} again`} isOpen={again !== undefined} onClose={() => setAgain(undefined)}>
        {again === undefined ? null : <OpenForm closure={again} onDone={() => setAgain(undefined)} />}
      </Dialog>
    </SettingsPage>
  );
}

function sessionsOf({ cancelled, planned }: ClosureLine): string {
  const parts = [
    ...(cancelled > 0 ? [`${String(cancelled)} cancelled`] : []),
    ...(planned > 0 ? [`${String(planned)} planned all the same`] : []),
  ];
  return parts.join(", ");
}

/** Closes dates in two steps: what is planned on them is shown first. */
function useClosing(onDone: () => void) {
  const add = useOp("closure.add");
  const seen = useForeseen("closure.add", ({ sessions }) => sessions.length > 0);
  const [cancels, setCancels] = useState(true);
  const submit = (days: AddClosures["days"]) => {
    // What is shown does not depend on whether it will be cancelled.
    void seen.submit({ days, cancel_planned: true }, () =>
      add.mutate(
        { days, cancel_planned: cancels },
        { onSuccess: ({ added }) => (say(`Closed ${plural(added, "date")}`), onDone()) },
      ),
    );
  };
  const sessions = seen.shown?.sessions ?? [];
  const shown =
    sessions.length === 0 ? null : (
      <>
        <Banner tone="caution" title={`${plural(sessions.length, "session")} planned then`}>
          <ul>
            {sessions.slice(0, 12).map(({ title, on_date, starts, expected }) => (
              <li key={`${on_date}${starts}${title}`}>
                {longDate(on_date)}, {title}, {plural(expected, "client")} expected
              </li>
            ))}
          </ul>
        </Banner>
        <Checkbox isSelected={cancels} onChange={setCancels}>
          Cancel them
        </Checkbox>
      </>
    );
  return { submit, shown, error: add.error ?? seen.error, pending: add.isPending, sure: sessions.length > 0 };
}

function CloseForm({ onDone }: { onDone: () => void }) {
  const draft = useDraft("closure.add", undefined, { on: "", name: "" });
  const closing = useClosing(() => {
    void draft.done();
    onDone();
  });
  const { on, name } = draft.value;
  const missing = on === "" ? "Choose the date." : name.trim() === "" ? "Type why." : undefined;
  const submit = () => {
    if (missing === undefined) closing.submit([{ on_date: on, name: name.trim(), source: "" }]);
  };
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form label="Close a date" onSubmit={submit} refusal={closing.error} fields={[]}>
      <FieldRow>
        <DateField label="Date" name="on_date" value={on} onChange={(next) => draft.change({ on: next })} />
        <Field label="Why" name="name" value={name} onChange={(next) => draft.change({ name: next })} help="Such as: staff retreat" />
      </FieldRow>
      {closing.shown}
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={closing.pending} why={missing}>
          {closing.sure ? "Close it" : "Close this date"}
        </Button>
      </DialogActions>
    </Form>
  );
}

function HolidaysForm({ year, onDone }: { year: number; onDone: () => void }) {
  const closing = useClosing(onDone);
  const proposals = useCall("closure.holidays", { year });
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = (proposals.data ?? []).filter(({ closed, name }) => !closed && !left.includes(name));
  const missing = chosen.length === 0 ? "Choose at least one." : undefined;
  const submit = () => {
    if (missing === undefined)
      closing.submit(chosen.map(({ observed_on, name, source }) => ({ on_date: observed_on, name, source })));
  };
  const turn = ({ name }: Proposal) => setLeft(left.includes(name) ? left.filter((one) => one !== name) : [...left, name]);
  return (
    <Form label="Federal holidays" onSubmit={submit} refusal={closing.error} fields={[]}>
      <Answered query={proposals} what="the holidays">
        {(all) => (
          <>
            <p className="muted small">
              Worked out by rule ({all[0]?.source}). A day on a weekend is proposed on the weekday it is observed. Close what
              your practice keeps.
            </p>
            {all.map((proposal) => (
              <Checkbox
                key={proposal.name}
                isSelected={!proposal.closed && !left.includes(proposal.name)}
                isDisabled={proposal.closed}
                onChange={() => turn(proposal)}
              >
                {longDate(proposal.observed_on)}, {proposal.name}
                {proposal.closed ? " (closed already)" : proposal.observed_on === proposal.falls_on ? "" : ` (falls on ${longDate(proposal.falls_on)})`}
              </Checkbox>
            ))}
          </>
        )}
      </Answered>
      {closing.shown}
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={closing.pending} why={missing}>
          {`Close ${plural(chosen.length, "date")}`}
        </Button>
      </DialogActions>
    </Form>
  );
}

function OpenForm({ closure, onDone }: { closure: ClosureLine; onDone: () => void }) {
  const remove = useOp("closure.remove");
  const [again, setAgain] = useState(closure.cancelled > 0);
  const submit = () =>
    remove.mutate(
      { id: closure.id, rev: closure.rev, plan_again: again },
      {
        onSuccess: ({ planned }) => {
          const day = { on_date: closure.on_date, name: closure.name, source: closure.source };
          const close = () => void act("closure.add", { days: [day], cancel_planned: planned > 0 });
          say(planned > 0 ? `Open again; ${plural(planned, "session")} came back` : "Open again", { undo: close });
          onDone();
        },
      },
    );
  return (
    <Form label="Open again" onSubmit={submit} refusal={remove.error} fields={[]}>
      <p>Groups can be planned on {longDate(closure.on_date)} again.</p>
      {closure.cancelled > 0 ? (
        <Checkbox isSelected={again} onChange={setAgain}>
          {`Bring back ${plural(closure.cancelled, "session")} that it cancelled, from today on`}
        </Checkbox>
      ) : null}
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={remove.isPending}>
          Open it again
        </Button>
      </DialogActions>
    </Form>
  );
}
