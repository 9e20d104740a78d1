//! Who waits for a seat in a group, in order: moved with a reason, offered, accepted onto the roster, taken off.

import { useState } from "react";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { GroupAnswer, WaitLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered, Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { useCommands } from "../palette/commands.ts";
import { ClientField } from "../client/ClientPicker.tsx";
import type { PickedClient } from "../client/ClientPicker.tsx";
import { GATE_FIELDS, useGates } from "./useGates.tsx";

type Asks = { what: "add" } | { what: "up" | "down" | "remove" | "accept"; line: WaitLine } | undefined;

export function WaitlistSection({ answer }: { answer: GroupAnswer }) {
  const { group } = answer;
  const { today } = usePractice();
  const found = useCall("waitlist.of_group", { group: group.id });
  const [asks, setAsks] = useState<Asks>();
  const done = () => setAsks(undefined);
  useCommands(
    group.active
      ? [{ id: "waitlist.add", title: "Put a client on the waitlist", group: "Here", icon: "plus", keys: "W", run: () => setAsks({ what: "add" }) }]
      : [],
  );
  return (
    <Section
      title="Waitlist"
      aside={found.data ? `${plural(found.data.seats, "seat")} free today` : undefined}
      action={
        group.active ? (
          <Button size="sm" icon="plus" keys="W" onPress={() => setAsks({ what: "add" })}>
            Put on the waitlist
          </Button>
        ) : null
      }
    >
      <Answered query={found} what="the waitlist">
        {({ waiting }) =>
          waiting.length === 0 ? (
            <p className="muted">Nobody waits.</p>
          ) : (
            <Table
              label="Waitlist"
              rows={waiting}
              idOf={({ id }) => id}
              textOf={({ name }) => name.text}
              onOpen={(line) => (line.may_change ? setAsks({ what: "accept", line }) : undefined)}
              columns={[
                { id: "who", title: "Client", cell: ({ name }) => name.text },
                { id: "since", title: "Since", cell: ({ since_on }) => date(since_on, today) },
                { id: "why", title: "Why", cell: ({ reason, moved_because }) => [reason, moved_because].filter((word) => word !== "").join("; ") },
                {
                  id: "offer",
                  title: "Offer",
                  cell: ({ offered_on, owes }) => (
                    <>
                      {offered_on === undefined ? null : (
                        <State tone="info" icon="phone">
                          Offered {date(offered_on, today)}
                        </State>
                      )}
                      {owes.length === 0 ? null : (
                        <State tone="caution" icon="caution">
                          Papers missing: {owes.join(", ")}
                        </State>
                      )}
                    </>
                  ),
                },
                { id: "do", title: "Do", cell: (line) => (line.may_change ? <Steps line={line} onAsk={setAsks} /> : null) },
              ]}
            />
          )
        }
      </Answered>
      <Dialog title="Put on the waitlist" isOpen={asks?.what === "add"} onClose={done}>
        <AddForm group={group.id} onDone={done} />
      </Dialog>
      <Dialog title={titleOf(asks)} isOpen={asks !== undefined && asks.what !== "add"} onClose={done}>
        {asks === undefined || asks.what === "add" ? null : asks.what === "accept" ? (
          <AcceptForm answer={answer} line={asks.line} onDone={done} />
        ) : (
          <ReasonForm what={asks.what} line={asks.line} onDone={done} />
        )}
      </Dialog>
    </Section>
  );
}

function titleOf(asks: Asks): string {
  if (asks === undefined || asks.what === "add") return "";
  const { what, line } = asks;
  if (what === "accept") return `${line.name.text} takes the seat`;
  return what === "remove" ? `Take ${line.name.text} off the waitlist` : `Move ${line.name.text} ${what}`;
}

function Steps({ line, onAsk }: { line: WaitLine; onAsk: (asks: Asks) => void }) {
  const { id, rev } = line;
  const offered = line.offered_on !== undefined;
  const offer = () =>
    void act("waitlist.offer", { id, rev }).then((saved) =>
      say("Offered a seat", { undo: () => void act("waitlist.keep_waiting", { id, rev: saved.rev }) }),
    );
  return (
    <span className="cluster">
      {offered ? (
        <>
          <Button size="sm" onPress={() => onAsk({ what: "accept", line })}>
            Accepted
          </Button>
          <Button kind="quiet" size="sm" onPress={() => void act("waitlist.keep_waiting", { id, rev })}>
            Waits on
          </Button>
        </>
      ) : (
        <Button size="sm" onPress={offer}>
          Offer
        </Button>
      )}
      <Button kind="quiet" size="sm" onPress={() => onAsk({ what: "up", line })}>
        Up
      </Button>
      <Button kind="quiet" size="sm" onPress={() => onAsk({ what: "down", line })}>
        Down
      </Button>
      <Button kind="quiet" size="sm" onPress={() => onAsk({ what: "remove", line })}>
        Take off
      </Button>
    </span>
  );
}

interface WaitDraft {
  client: PickedClient | undefined;
  reason: string;
}

function AddForm({ group, onDone }: { group: string; onDone: () => void }) {
  const add = useOp("waitlist.add");
  const draft = useDraft<WaitDraft>("waitlist.add", group, { client: undefined, reason: "" });
  const { client, reason } = draft.value;
  const missing = client === undefined ? "Choose the client." : reason.trim() === "" ? "Say why." : undefined;
  const submit = () => {
    if (client === undefined || missing !== undefined) return;
    add.mutate(
      { group, client: client.id, reason: reason.trim() },
      {
        onSuccess: () => {
          void draft.done();
          say("On the waitlist");
          onDone();
        },
      },
    );
  };
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form label="Put on the waitlist" onSubmit={submit} refusal={add.error} fields={["reason"]}>
      <ClientField label="Client" value={client} error={undefined} onChange={(picked) => draft.change({ client: picked })} />
      <Field label="Why this group" name="reason" value={reason} onChange={(text) => draft.change({ reason: text })} help="Such as: evenings only" isRequired />
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={missing}>
          Put on the waitlist
        </Button>
      </DialogActions>
    </Form>
  );
}

function AcceptForm({ answer, line, onDone }: { answer: GroupAnswer; line: WaitLine; onDone: () => void }) {
  const { today } = usePractice();
  const accept = useOp("waitlist.accept");
  const [joined, setJoined] = useState(today);
  const gates = useGates(answer, line.client, joined, accept.error);
  const submit = () => {
    if (gates.missing !== undefined) return;
    accept.mutate(
      { id: line.id, rev: line.rev, joined_on: joined, ...gates.reasons },
      { onSuccess: () => (say("On the roster"), onDone()) },
    );
  };
  return (
    <Form label="Takes the seat" onSubmit={submit} refusal={accept.error} fields={["joined_on", ...GATE_FIELDS]}>
      <DateField label="Expected from" name="joined_on" value={joined} onChange={setJoined} />
      {gates.shown}
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={accept.isPending} why={gates.missing}>
          Put on the roster
        </Button>
      </DialogActions>
    </Form>
  );
}

function ReasonForm({ what, line, onDone }: { what: "up" | "down" | "remove"; line: WaitLine; onDone: () => void }) {
  const move = useOp("waitlist.move");
  const remove = useOp("waitlist.remove");
  const [reason, setReason] = useState("");
  const missing = reason.trim() === "" ? "Say why, in a few words." : undefined;
  const { id, rev } = line;
  const submit = () => {
    if (missing !== undefined) return;
    if (what === "remove") remove.mutate({ id, rev, reason: reason.trim() }, { onSuccess: () => (say("Taken off the waitlist"), onDone()) });
    else move.mutate({ id, rev, to: what, because: reason.trim() }, { onSuccess: () => (say("Moved"), onDone()) });
  };
  return (
    <Form label="Why" onSubmit={submit} refusal={move.error ?? remove.error} fields={["reason", "because"]}>
      <Field label="Why" name={what === "remove" ? "reason" : "because"} value={reason} onChange={setReason} autoFocus isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={move.isPending || remove.isPending} why={missing}>
          {what === "remove" ? "Take off" : "Move"}
        </Button>
      </DialogActions>
    </Form>
  );
}
