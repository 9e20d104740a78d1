//! Opening an author's counseling notes again, by two people and the recovery key, for a reader they name. Passphrases and the key stay in plain state.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { CounselingRecoveries, CounselingRecovery } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { SettingsPage } from "../practice/SettingsPage.tsx";

type Open = { form: "ask" } | { form: "open"; recovery: CounselingRecovery };

export function RecoveriesPage() {
  const list = useCall("counseling_note.recoveries", {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const ask = () => setOpen({ form: "ask" });
  const may = list.data?.may_ask ?? false;
  useCommands(may ? [{ id: "counseling_note.recover", title: "Ask for a recovery of counseling notes", group: "Here", icon: "key", keys: "N", run: ask }] : []);
  return (
    <SettingsPage>
      <Section
        title="Recovery of counseling notes"
        action={
          may ? (
            <Button size="sm" icon="key" keys="N" onPress={ask}>
              Ask for a recovery
            </Button>
          ) : null
        }
      >
        <p className="prose">
          When the keys of an author are lost, or the author is gone, two people open their counseling notes for one named
          reader: a director asks, and somebody else with the recovery key from the safe opens. Both prove who they are, and
          all of it is written down.
        </p>
        <Answered query={list} what="the recoveries">
          {(answer) => (
            <>
              <OlderSheet of={answer.older} />
              <Rows rows={answer.rows} may={answer.may_ask} onOpen={(recovery) => setOpen({ form: "open", recovery })} />
            </>
          )}
        </Answered>
      </Section>
      <Dialog title="Ask for a recovery" isOpen={open?.form === "ask"} onClose={close}>
        {list.data === undefined ? null : <AskForm list={list.data} onDone={close} />}
      </Dialog>
      <Dialog title="Open with the recovery key" isOpen={open?.form === "open"} onClose={close}>
        {open?.form === "open" ? <OpenForm recovery={open.recovery} onDone={close} /> : null}
      </Dialog>
    </SettingsPage>
  );
}

/** What was written before the recovery key was renewed, by somebody who has not come by since. */
function OlderSheet({ of }: { of: CounselingRecoveries["older"] }) {
  if (of.length === 0) return null;
  return (
    <Banner tone="caution" icon="key" title="Keep the older recovery sheet">
      {`Only the sheet from before the renewal opens ${of.map((one) => `${plural(one.notes, "note")} of ${one.author}`).join(", ")}. The next time an author signs in, theirs are sealed to the present key.`}
    </Banner>
  );
}

interface RowsProps {
  rows: readonly CounselingRecovery[];
  may: boolean;
  onOpen: (recovery: CounselingRecovery) => void;
}

function Rows({ rows, may, onOpen }: RowsProps) {
  const { today, zone } = usePractice();
  const drop = useOp("counseling_note.drop_recovery");
  return (
    <>
      {drop.error ? <RefusedBanner refusal={drop.error} /> : null}
      <Table
        label="Recoveries"
        rows={rows}
        idOf={(row) => row.id}
        textOf={(row) => row.author}
        empty={<EmptyState title="Nobody asked for one">Nothing here says whether somebody wrote counseling notes; only a recovery finds out.</EmptyState>}
        columns={[
          { id: "author", title: "Notes of", cell: (row) => <span className="strong">{row.author}</span> },
          { id: "reader", title: "For", cell: (row) => row.reader },
          { id: "why", title: "Why", cell: (row) => row.reason },
          { id: "asked", title: "Asked", cell: (row) => `${row.asked_by}, ${moment(row.asked_at, today, zone)}` },
          { id: "state", title: "State", cell: (row) => <Standing row={row} /> },
          {
            id: "do",
            title: "",
            align: "end",
            cell: (row) => (
              <span className="cluster">
                {row.may_open ? (
                  <Button size="sm" label={`Open the notes of ${row.author}`} onPress={() => onOpen(row)}>
                    Open
                  </Button>
                ) : null}
                {may && row.state !== "opened" ? (
                  <Button
                    size="sm"
                    kind="quiet"
                    label={`Take back the recovery of ${row.author}`}
                    onPress={() => drop.mutate({ id: row.id, rev: row.rev }, { onSuccess: () => say("Taken back") })}
                  >
                    Take back
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Standing({ row }: { row: CounselingRecovery }) {
  const { today, zone } = usePractice();
  if (row.state === "waiting") return <State icon="clock">waits for the second person</State>;
  if (row.state === "lapsed") return <State tone="muted" icon="absent">lapsed after seven days</State>;
  const left = row.left_closed === 0 ? "" : `; ${String(row.left_closed)} sealed to another sheet`;
  return (
    <State tone="sealed" icon="key">
      {`${plural(row.opened, "note")} opened by ${row.opened_by}, ${moment(row.opened_at ?? row.asked_at, today, zone)}${left}`}
    </State>
  );
}

function AskForm({ list, onDone }: { list: CounselingRecoveries; onDone: () => void }) {
  const ask = useOp("counseling_note.ask_recovery");
  const [author, setAuthor] = useState("");
  const [reader, setReader] = useState("");
  const [reason, setReason] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const missing =
    author === "" ? "Choose whose notes." : reader === "" ? "Choose who is to read them." : reason.trim() === "" ? "Say why." : passphrase === "" ? "Type your passphrase." : undefined;
  return (
    <Form
      label="Ask for a recovery"
      fields={["author", "reader", "reason", "passphrase"]}
      refusal={ask.error}
      onSubmit={() => {
        if (missing !== undefined) return;
        ask.mutate({ author, reader, reason, passphrase }, { onSuccess: () => (say("Asked; a second person opens it with the recovery key"), onDone()) });
      }}
    >
      <Select label="Notes of" name="author" value={author} options={list.authors.map(({ id, name }) => ({ value: id, label: name }))} onChange={setAuthor} />
      <Select
        label="To be read by"
        name="reader"
        help="A counselor with a passphrase of their own; the only one who reads them"
        value={reader}
        options={list.readers.filter(({ id }) => id !== author).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setReader}
      />
      <Field label="Why" name="reason" value={reason} onChange={setReason} />
      <PassphraseField label="Your passphrase" value={passphrase} onChange={setPassphrase} isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={ask.isPending} why={missing}>
          Ask
        </Button>
      </DialogActions>
    </Form>
  );
}

function OpenForm({ recovery, onDone }: { recovery: CounselingRecovery; onDone: () => void }) {
  const open = useOp("counseling_note.open_recovery");
  const [key, setKey] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const missing = key.trim() === "" ? "Type the recovery key from its paper." : passphrase === "" ? "Type your passphrase." : undefined;
  return (
    <Form
      label="Open with the recovery key"
      fields={["groups", "passphrase"]}
      refusal={open.error}
      onSubmit={() => {
        if (missing !== undefined) return;
        const request = { id: recovery.id, rev: recovery.rev, passphrase, groups: key };
        open.mutate(request, { onSuccess: ({ opened }) => (say(`${recovery.reader} can read ${plural(opened, "note")} now`), onDone()) });
      }}
    >
      <p>
        Counseling notes of <span className="strong">{recovery.author}</span>, for <span className="strong">{recovery.reader}</span>. {recovery.asked_by} asked: “{recovery.reason}”
      </p>
      <Field
        label="Recovery key"
        name="groups"
        lines={3}
        code
        spellCheck="false"
        help="All 13 groups from the paper, in order. Spaces and small letters do not matter. It opens what the reader may read, and nothing for you."
        value={key}
        onChange={setKey}
        autoFocus
      />
      <PassphraseField label="Your passphrase" value={passphrase} onChange={setPassphrase} isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={open.isPending} why={missing}>
          Open for {recovery.reader}
        </Button>
      </DialogActions>
    </Form>
  );
}
