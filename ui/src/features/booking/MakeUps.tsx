//! What a client missed lately, and the make-up booked for it: one dialog offers the sessions of the coming two weeks.

import { useState } from "react";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { BookingChoice, MissedLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { wallSpan } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";

/** How many stand there at once: what was missed long ago is seldom made up. */
const FIRST = 5;

export function MakeUps({ client }: { client: string }) {
  const { today } = usePractice();
  const found = useCall("booking.of_client", { client });
  const [booking, setBooking] = useState<MissedLine>();
  const [all, setAll] = useState(false);
  if (found.data?.missed.length === 0) return null;
  return (
    <Section title="Missed, to make up" aside={found.data ? `since ${date(found.data.since, today)}` : undefined}>
      <Answered query={found} what="what was missed">
        {({ missed, may_book }) => (
          <>
            <Table
              label="Missed sessions"
              rows={all ? missed : missed.slice(0, FIRST)}
              idOf={({ attendance }) => attendance}
              textOf={({ title }) => title}
              columns={[
                { id: "what", title: "Missed", cell: (line) => `${date(line.on_date, today)}, ${line.title}` },
                { id: "why", title: "Absence", cell: ({ excused, reason }) => (excused ? `Excused: ${reason}` : "Unexcused") },
                { id: "made", title: "Make-up", cell: (line) => <MadeUp line={line} mayBook={may_book} onBook={() => setBooking(line)} /> },
              ]}
            />
            {all || missed.length <= FIRST ? null : (
              <div>
              <Button kind="quiet" size="sm" onPress={() => setAll(true)}>{`All ${String(missed.length)} missed`}</Button>
            </div>
            )}
          </>
        )}
      </Answered>
      <Dialog
        title={`Make up ${booking?.title ?? ""}`}
        isOpen={booking !== undefined}
        onClose={() => setBooking(undefined)}
        wide
      >
        {booking ? <Choices missed={booking} onDone={() => setBooking(undefined)} /> : null}
      </Dialog>
    </Section>
  );
}

function MadeUp({ line, mayBook, onBook }: { line: MissedLine; mayBook: boolean; onBook: () => void }) {
  const { today } = usePractice();
  const { booking } = line;
  if (line.made_up_on !== undefined)
    return (
      <State tone="positive" icon="check">
        Made up {date(line.made_up_on, today)}
      </State>
    );
  if (booking === undefined)
    return mayBook ? (
      <Button size="sm" onPress={onBook}>
        Book a make-up
      </Button>
    ) : (
      <span className="muted">Not booked</span>
    );
  const cancel = () =>
    void act("booking.cancel", { id: booking.id, rev: booking.rev, reason: "" }).then(() =>
      say("The make-up is cancelled", { undo: () => void act("booking.add", { attendance: line.attendance, session: booking.session }) }),
    );
  return (
    <span className="cluster">
      <State tone="info" icon="calendar">
        {date(booking.on_date, today)}, {booking.title}
      </State>
      {mayBook ? (
        <Button kind="quiet" size="sm" onPress={cancel}>
          Cancel
        </Button>
      ) : null}
    </span>
  );
}

function Choices({ missed, onDone }: { missed: MissedLine; onDone: () => void }) {
  const { today } = usePractice();
  const choices = useCall("booking.choices", { attendance: missed.attendance });
  const add = useOp("booking.add");
  const [reason, setReason] = useState("");
  const together = add.error?.rule === "apart.together";
  const book = ({ session }: BookingChoice) =>
    add.mutate(
      { attendance: missed.attendance, session, ...(reason.trim() === "" ? {} : { apart_reason: reason.trim() }) },
      {
        onSuccess: ({ id, rev }) => {
          say("Booked; expected there", { undo: () => void act("booking.cancel", { id, rev, reason: "" }) });
          onDone();
        },
      },
    );
  return (
    <>
      {add.error ? <RefusedBanner refusal={add.error} /> : null}
      {together ? <Field label="Why it is right all the same" name="apart_reason" value={reason} onChange={setReason} /> : null}
      <Answered query={choices} what="the sessions">
        {(rows) => (
          <Table
            label="Sessions of the coming two weeks"
            rows={rows}
            idOf={({ session }) => session}
            textOf={({ title }) => title}
            onOpen={book}
            empty={<EmptyState title="No other group meets in the coming two weeks">Plan an extra session first.</EmptyState>}
            columns={[
              { id: "what", title: "Session", cell: (row) => `${row.title}${row.alike ? ", same type" : ""}` },
              { id: "when", title: "When", cell: (row) => `${date(row.on_date, today)}, ${wallSpan(row.starts, row.minutes)}` },
              { id: "seats", title: "People", cell: (row) => `${String(row.expected)} of ${String(row.capacity)}` },
              { id: "clash", title: "Expected elsewhere", cell: (row) => row.clashes.join("; ") },
            ]}
          />
        )}
      </Answered>
    </>
  );
}
