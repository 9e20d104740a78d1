//! The check-in line for the front desk: who called, and what they are told. Letters find a name, Enter opens it, one key answers.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { CheckInLine, CheckInPerson, CheckInState, Means } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { longDate, plural, time } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";

const STATES: Record<CheckInState, { words: string; icon: IconName; tone: Tone }> = {
  waiting: { words: "Not yet", icon: "clock", tone: "muted" },
  called: { words: "Called", icon: "check-circle", tone: "positive" },
  late: { words: "Called late", icon: "late", tone: "caution" },
  missed: { words: "Did not call", icon: "absent", tone: "caution" },
};

const MEANS: Record<Means, string> = { phone: "phone", text: "text", in_person: "in person" };

export function CheckInPage() {
  const { today } = usePractice();
  const day = useCall("check_in.day", { on: today });
  const people = day.data?.lines.flatMap((line) => line.people) ?? [];
  const waiting = people.filter((person) => person.state === "waiting").length;
  return (
    <>
      <PageHead title="Check-in">{`${longDate(today)}${people.length === 0 ? "" : ` · ${plural(waiting, "call")} to come`}`}</PageHead>
      <PageBody>
        <Answered query={day} what="the check-in line">
          {(answer) =>
            answer.lines.length === 0 ? (
              <EmptyState title="No line today">The check-in line opens on a day that was drawn, at its notice time.</EmptyState>
            ) : (
              answer.lines.map((line) => <Line key={line.draw} line={line} mayRecord={answer.may_record} />)
            )
          }
        </Answered>
      </PageBody>
    </>
  );
}

function Line({ line, mayRecord }: { line: CheckInLine; mayRecord: boolean }) {
  const { zone } = usePractice();
  const notice = useOp("draw.notice");
  const close = useOp("check_in.close");
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const closeLine = () => {
    if (line.close_due && mayRecord)
      close.mutate({ draw: line.draw }, { onSuccess: ({ missed }) => say(`The line is closed: ${plural(missed, "missed check-in")}`) });
  };
  const openNames = () => {
    if (line.notice_due) notice.mutate({ id: line.draw }, { onSuccess: () => say("The line is open") });
  };
  useCommands(
    line.notice_due
      ? [{ id: `check_in.open.${line.draw}`, title: "Open the check-in line", group: "Here", icon: "phone", keys: "N", run: openNames }]
      : line.close_due && mayRecord
        ? [{ id: `check_in.close.${line.draw}`, title: "Close the check-in line", group: "Here", icon: "phone", keys: "E", run: closeLine }]
        : [],
  );
  const person = line.people.find((one) => one.client === asked);
  if (!line.open) {
    return (
      <Section title={line.program_name}>
        {notice.error ? <RefusedBanner refusal={notice.error} /> : null}
        {line.notice_due ? (
          <Banner
            tone="info"
            icon="phone"
            title="The notice time has come"
            action={
              <Button kind="primary" keys="N" pending={notice.isPending} onPress={openNames}>
                Open the line
              </Button>
            }
          >
            Names become known, and the selected get their orders.
          </Banner>
        ) : (
          <Banner tone="sealed" icon="sealed" title={`The line opens at ${time(line.notice_at, zone)}`}>
            Until then nobody knows who is selected.
          </Banner>
        )}
      </Section>
    );
  }
  return (
    <Section title={line.program_name} aside={asideOf(line, zone)}>
      {close.error ? <RefusedBanner refusal={close.error} /> : null}
      {line.close_due && mayRecord ? (
        <Banner
          tone="info"
          icon="phone"
          title="The line's time is over"
          action={
            <Button kind="primary" keys="E" pending={close.isPending} onPress={closeLine}>
              Close the line
            </Button>
          }
        >
          Who has not called has missed the check-in, and what follows on that is opened.
        </Banner>
      ) : null}
      {line.script === undefined ? null : (
        <Banner tone="info" icon="phone" title="To be read onto the line today">
          {line.script}
        </Banner>
      )}
      <Table
        label={`Who checks in, ${line.program_name}`}
        rows={line.people}
        idOf={(row) => row.client}
        textOf={(row) => (line.says === "names" ? row.name : `${row.line_code} ${row.name}`)}
        {...(mayRecord ? { onOpen: (row: CheckInPerson) => setAsked(row.client) } : {})}
        empty={<p className="muted">Nobody of this line is in your reach.</p>}
        columns={[
          { id: "name", title: "Client", cell: (row) => <WhoCalls line={line} row={row} /> },
          { id: "told", title: "Tell", cell: (row) => <Told of={row} /> },
          { id: "state", title: "Check-in", cell: (row) => <Called of={row} zone={zone} /> },
          {
            id: "deadline",
            title: "Come by",
            cell: (row) =>
              row.deadline_at === undefined ? <span className="muted">–</span> : <span className="nowrap">{time(row.deadline_at, zone)}</span>,
          },
          {
            id: "before",
            title: "Missed in 90 days",
            align: "end",
            cell: (row) => (row.missed_before === 0 ? <span className="muted">0</span> : row.missed_before),
          },
        ]}
      />
      {mayRecord ? (
        <KeyList
          keys={[
            ["Letters", line.says === "names" ? "name" : line.says === "colors" ? "color" : "code"],
            ["Enter", "who calls"],
          ]}
        />
      ) : null}
      {person === undefined ? null : <CallDialog line={line} person={person} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

/** By name; where the line says codes or colors, by that first, as the caller says it. */
function WhoCalls({ line, row }: { line: CheckInLine; row: CheckInPerson }) {
  if (line.says === "names") return row.name;
  return (
    <>
      <span className="strong">{row.line_code}</span> <span className="muted">{row.name}</span>
    </>
  );
}

function asideOf(line: CheckInLine, zone: string | undefined): string {
  if (line.closed_at !== undefined) return `Closed at ${time(line.closed_at, zone)} by ${line.closed_by ?? "somebody"}`;
  return line.close_due ? `Was open until ${time(line.closes_at, zone)}` : `Open until ${time(line.closes_at, zone)}`;
}

function Told({ of }: { of: CheckInPerson }) {
  if (of.told === "no_test") return <span className="muted">No test today</span>;
  return (
    <State icon="vial" tone="info">
      {of.site === "" ? "Test today" : `Test today, at ${of.site}`}
    </State>
  );
}

function Called({ of, zone }: { of: CheckInPerson; zone: string | undefined }) {
  const look = STATES[of.state];
  const how =
    of.called_at === undefined || of.means === undefined
      ? ""
      : `${time(of.called_at, zone)}, ${MEANS[of.means]}${of.by === undefined ? "" : `, ${of.by}`}`;
  return (
    <>
      <State icon={look.icon} tone={look.tone}>
        {look.words}
      </State>
      {how === "" ? null : <div className="muted small">{how}</div>}
      {of.noted === "" ? null : <div className="muted small">{of.noted}</div>}
    </>
  );
}

interface CallProps {
  line: CheckInLine;
  person: CheckInPerson;
  onClose: () => void;
}

function CallDialog({ line, person, onClose }: CallProps) {
  return (
    <Dialog title={line.says === "names" ? person.name : `${person.line_code}: ${person.name}`} isOpen onClose={onClose}>
      <p>
        <Told of={person} />
      </p>
      {person.check_in === undefined ? (
        <CallForm line={line} person={person} onClose={onClose} />
      ) : (
        <Recorded person={person} onClose={onClose} />
      )}
    </Dialog>
  );
}

function CallForm({ line, person, onClose }: CallProps) {
  const { zone } = usePractice();
  const record = useOp("check_in.record");
  const takeBack = useOp("check_in.take_back");
  const [at, setAt] = useState("");
  const [shift, setShift] = useState("");
  const [noted, setNoted] = useState("");
  const keep = (means: Means) => {
    if (record.isPending) return;
    const request = {
      draw: line.draw,
      client: person.client,
      means,
      noted,
      ...(at === "" ? {} : { time: at }),
      ...(shift === "" ? {} : { shift_ends: shift }),
    };
    record.mutate(request, {
      onSuccess: (done) => {
        const until = done.by_pattern && done.deadline_at !== undefined ? `, may come until ${time(done.deadline_at, zone)} by the work pattern` : "";
        say(`Check-in recorded${until}`, { undo: () => takeBack.mutate({ id: done.id, rev: done.rev }) });
        onClose();
      },
    });
  };
  useCommands([
    { id: "check_in.phone", title: "Called by phone", group: "Here", icon: "phone", keys: "P", run: () => keep("phone") },
    { id: "check_in.text", title: "Wrote a text", group: "Here", icon: "comment", keys: "T", run: () => keep("text") },
    { id: "check_in.person", title: "Came in person", group: "Here", icon: "client", keys: "I", run: () => keep("in_person") },
  ]);
  return (
    <Form label="Check-in" onSubmit={() => keep("phone")} refusal={record.error} fields={["time", "shift_ends", "noted"]}>
      <FieldRow>
        <Field label="Time of the call" name="time" value={at} onChange={setAt} placeholder="now" width="short" optional />
        {person.told === "test" ? (
          <Field label="Shift ends at" name="shift_ends" value={shift} onChange={setShift} help="When absent, the work pattern says" width="short" optional />
        ) : null}
      </FieldRow>
      <Field label="Noted" name="noted" value={noted} onChange={setNoted} optional />
      <DialogActions>
        <Button keys="I" onPress={() => keep("in_person")}>
          In person
        </Button>
        <Button keys="T" onPress={() => keep("text")}>
          Text
        </Button>
        <Button type="submit" kind="primary" keys="P" pending={record.isPending} autoFocus>
          Phone
        </Button>
      </DialogActions>
    </Form>
  );
}

function Recorded({ person, onClose }: { person: CheckInPerson; onClose: () => void }) {
  const { zone } = usePractice();
  const takeBack = useOp("check_in.take_back");
  return (
    <>
      <Called of={person} zone={zone} />
      {takeBack.error ? <RefusedBanner refusal={takeBack.error} /> : null}
      <DialogActions>
        <Button
          pending={takeBack.isPending}
          onPress={() =>
            takeBack.mutate(
              { id: person.check_in ?? "", rev: person.rev ?? 0 },
              { onSuccess: () => (say("Check-in taken back"), onClose()) },
            )
          }
        >
          Take this check-in back
        </Button>
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </>
  );
}
