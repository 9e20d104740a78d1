//! Whom a client must not share a room with: kept by the primary counselor or a director, ended with a reason, and every time it was overridden.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { ApartReason, PairLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered, Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { useCommands } from "../palette/commands.ts";
import { ClientField } from "../client/ClientPicker.tsx";
import type { PickedClient } from "../client/ClientPicker.tsx";

const REASONS: readonly { value: ApartReason; label: string }[] = [
  { value: "same_unit", label: "They work on the same unit" },
  { value: "supervisor", label: "One supervises the other" },
  { value: "treating", label: "One treats the other" },
  { value: "former_partners", label: "Former partners" },
  { value: "other", label: "Another reason" },
];

/** The other of a pair, for somebody without a relation to both. */
const UNNAMED = "Somebody you have no relation to";

export function ApartSection({ client }: { client: string }) {
  const { today } = usePractice();
  const found = useCall("apart.of_client", { client });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<PairLine>();
  const may = found.data?.may_change ?? false;
  useCommands(may ? [{ id: "apart.add", title: "Keep apart from somebody", group: "Here", icon: "plus", keys: "K", run: () => setAdding(true) }] : []);
  return (
    <Section
      title="Must not share a room with"
      action={
        may ? (
          <Button size="sm" icon="plus" keys="K" onPress={() => setAdding(true)}>
            Keep apart
          </Button>
        ) : null
      }
    >
      <Answered query={found} what="who is kept apart">
        {({ pairs }) =>
          pairs.length === 0 ? (
            <p className="muted">Nobody. A pair is stopped wherever one of the two would get into a room with the other.</p>
          ) : (
            <>
              <Table
                label="Kept apart"
                rows={pairs}
                idOf={({ id }) => id}
                textOf={({ other }) => other?.text ?? ""}
                {...(may ? { onOpen: (pair: PairLine) => (pair.until_on === undefined ? setEnding(pair) : undefined) } : {})}
                columns={[
                  { id: "who", title: "Client", cell: ({ other }) => other?.text ?? UNNAMED },
                  { id: "why", title: "Why", cell: ({ reason_label, detail }) => [reason_label, detail].filter((word) => word !== "").join(": ") },
                  {
                    id: "when",
                    title: "Holds",
                    cell: ({ from_on, until_on }) =>
                      `from ${date(from_on, today)}${until_on === undefined ? "" : ` until ${date(until_on, today)}`}`,
                  },
                  {
                    id: "both",
                    title: "Both in",
                    cell: ({ both_in }) =>
                      both_in.length === 0 ? null : (
                        <State tone="caution" icon="caution">
                          {both_in.join(", ")}
                        </State>
                      ),
                  },
                ]}
              />
              <LetIn pairs={pairs} />
            </>
          )
        }
      </Answered>
      <Dialog title="Keep apart" isOpen={adding} onClose={() => setAdding(false)}>
        <KeepForm client={client} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog title="It does not hold any more" isOpen={ending !== undefined} onClose={() => setEnding(undefined)}>
        {ending ? <EndForm pair={ending} onDone={() => setEnding(undefined)} /> : null}
      </Dialog>
    </Section>
  );
}

/** Each time that somebody let a pair into one room all the same, the latest first. */
function LetIn({ pairs }: { pairs: readonly PairLine[] }) {
  const { today, zone } = usePractice();
  const times = pairs
    .flatMap(({ id, other, let_in }) => let_in.map((time) => ({ ...time, id: `${id} ${String(time.at)} ${time.room_of}`, other })))
    .toSorted((one, next) => next.at - one.at);
  if (times.length === 0) return null;
  return (
    <Table
      label="Let into one room all the same"
      rows={times}
      idOf={({ id }) => id}
      textOf={({ room_of }) => room_of}
      columns={[
        { id: "room", title: "Let in all the same", cell: ({ room_of, on_date }) => (on_date === undefined ? room_of : `${room_of}, ${date(on_date, today)}`) },
        { id: "with", title: "With", cell: ({ other }) => other?.text ?? UNNAMED },
        { id: "why", title: "Why", cell: ({ reason }) => reason ?? <span className="muted">Kept back: it may tell who the other is</span> },
        { id: "by", title: "By", cell: ({ by, at }) => `${by}, ${moment(at, today, zone)}` },
      ]}
    />
  );
}

interface KeepDraft {
  other: PickedClient | undefined;
  reason: ApartReason;
  detail: string;
}

function KeepForm({ client, onDone }: { client: string; onDone: () => void }) {
  const add = useOp("apart.add");
  const draft = useDraft<KeepDraft>("apart.add", client, { other: undefined, reason: "same_unit", detail: "" });
  const { other, reason, detail } = draft.value;
  const missing = other === undefined ? "Choose the client." : undefined;
  const submit = () => {
    if (other === undefined) return;
    add.mutate(
      { client, other: other.id, reason, detail: detail.trim() },
      {
        onSuccess: () => {
          void draft.done();
          say("Kept apart from now on");
          onDone();
        },
      },
    );
  };
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form label="Keep apart" onSubmit={submit} refusal={add.error} fields={["other", "detail"]}>
      <ClientField label="From" value={other} error={add.error?.fields.other} onChange={(picked) => draft.change({ other: picked })} />
      <Select label="Why" name="reason" value={reason} onChange={(next: ApartReason) => draft.change({ reason: next })} options={REASONS} />
      <Field label="Detail" name="detail" value={detail} onChange={(text) => draft.change({ detail: text })} help="Seen only by who has a relation to both" optional />
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={missing}>
          Keep them apart
        </Button>
      </DialogActions>
    </Form>
  );
}

function EndForm({ pair, onDone }: { pair: PairLine; onDone: () => void }) {
  const { today } = usePractice();
  const end = useOp("apart.end");
  const [until, setUntil] = useState(today);
  const [reason, setReason] = useState("");
  const missing = until === "" ? "Choose a date." : reason.trim() === "" ? "Say what changed." : undefined;
  const submit = () => {
    if (missing === undefined)
      end.mutate({ id: pair.id, rev: pair.rev, until_on: until, reason: reason.trim() }, { onSuccess: () => (say("It does not hold any more"), onDone()) });
  };
  return (
    <Form label="End it" onSubmit={submit} refusal={end.error} fields={["until_on", "reason"]}>
      <DateField label="From this date on" name="until_on" value={until} onChange={setUntil} />
      <Field label="What changed" name="reason" value={reason} onChange={setReason} isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={end.isPending} why={missing}>
          End it
        </Button>
      </DialogActions>
    </Form>
  );
}
