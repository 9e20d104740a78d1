//! What was told of a client to somebody outside, and by which consent; and telling something that nobody is owed.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { DisclosureRow, Disclosures, OwedReleases } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { RecordForm } from "./RecordForm.tsx";

export function DisclosuresSection({ client }: { client: string }) {
  const told = useCall("disclosure.list", { client });
  const may = told.data?.may_release === true;
  return (
    <Answered query={told} what="what was told">{(list) => (may ? <AtDesk client={client} list={list} /> : <Told list={list} />)}</Answered>
  );
}

/** For who may release: what is owed of this client beside what was told. */
function AtDesk({ client, list }: { client: string; list: Disclosures }) {
  const owed = useCall("disclosure.owed", { client });
  const [telling, setTelling] = useState(false);
  const can = list.bases.length > 0;
  useCommands(can ? [{ id: "disclosure.record", title: "Record something that was told", group: "Here", icon: "release", keys: "L", run: () => setTelling(true) }] : []);
  return (
    <>
      <Told
        list={list}
        owed={owed.data}
        action={
          can ? (
            <Button size="sm" icon="release" keys="L" onPress={() => setTelling(true)}>
              Record something told
            </Button>
          ) : null
        }
      />
      {telling && owed.data !== undefined ? <TellDialog client={client} list={list} all={owed.data} onClose={() => setTelling(false)} /> : null}
    </>
  );
}

function Told({ list, owed, action = null }: { list: Disclosures; owed?: OwedReleases | undefined; action?: React.ReactNode }) {
  const { today, zone } = usePractice();
  const [open, setOpen] = useState<DisclosureRow>();
  const waiting = owed?.rows.length ?? 0;
  return (
    <Section
      title="Told to somebody outside"
      aside={
        waiting === 0 ? undefined : (
          <Link to="/releases">{`${plural(waiting, "release")} owed`}</Link>
        )
      }
      action={action}
    >
      <Table
        label="Told to somebody outside"
        rows={list.rows}
        idOf={(row) => row.id}
        textOf={(row) => row.recipient}
        onOpen={setOpen}
        empty={<p className="muted">Nothing was told to anybody yet.</p>}
        columns={[
          {
            id: "when",
            title: "When",
            cell: (row) => (
              <span className="nowrap">
                {row.sent_at === undefined ? (
                  <State tone="info" icon="paper">
                    Made, not sent
                  </State>
                ) : (
                  moment(row.sent_at, today, zone)
                )}
              </span>
            ),
          },
          { id: "to", title: "To", cell: (row) => row.recipient },
          { id: "told", title: "What", cell: (row) => row.told },
          { id: "how", title: "How", cell: (row) => [row.how_label ?? "", row.by].filter((part) => part !== "").join(", ") },
        ]}
      />
      {open === undefined ? null : <RowDialog row={open} mayTakeBack={list.may_release} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

function RowDialog({ row, mayTakeBack, onClose }: { row: DisclosureRow; mayTakeBack: boolean; onClose: () => void }) {
  const op = useOp("disclosure.take_back");
  const [reason, setReason] = useState("");
  const submit = () => op.mutate({ id: row.id, rev: row.rev, reason }, { onSuccess: () => (say("Record taken back"), onClose()) });
  return (
    <Dialog title={row.recipient} isOpen onClose={onClose}>
      <Facts
        facts={[
          ["What was told", row.told],
          ["Consent", row.consent],
          ["Purpose", row.purpose],
        ]}
      />
      {mayTakeBack ? (
        <Form label="Take back" onSubmit={submit} refusal={op.error} fields={["reason"]}>
          <Field label="Why the record is not right" name="reason" value={reason} onChange={setReason} help="It stays in the history; a notice it answered is open again." />
          <DialogActions>
            <Button onPress={onClose}>Close</Button>
            <Button type="submit" kind="stop" pending={op.isPending} why={reason.trim() === "" ? "Say why." : undefined}>
              Take it back
            </Button>
          </DialogActions>
        </Form>
      ) : (
        <DialogActions>
          <Button onPress={onClose}>Close</Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

interface TellProps {
  client: string;
  list: Disclosures;
  all: OwedReleases;
  onClose: () => void;
}

function TellDialog({ client, list, all, onClose }: TellProps) {
  const [consent, setConsent] = useState(list.bases[0]?.consent ?? "");
  const basis = list.bases.find((one) => one.consent === consent);
  return (
    <Dialog title="Record something that was told" isOpen onClose={onClose}>
      <Select
        label="Under which consent"
        value={consent}
        onChange={setConsent}
        options={list.bases.map((one) => ({ value: one.consent, label: `${one.recipient} (${one.kind_label.toLowerCase()})` }))}
      />
      {basis === undefined ? null : (
        <Facts
          facts={[
            ["What may be told", basis.scope],
            ["Purpose", basis.purpose],
            ["Ends", basis.ends],
          ]}
        />
      )}
      <RecordForm of={{ client, consent }} ways={all.ways} told="" onClose={onClose} />
    </Dialog>
  );
}
