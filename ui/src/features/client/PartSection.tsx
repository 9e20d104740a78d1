//! One part of a chart as a section: its rows, and adding, changing and taking away where the core lets this person. Every change can be undone.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { PartStands } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { EarlierVersions } from "../timeline/EarlierVersions.tsx";
import { actOnPart, partCall, the } from "./part.ts";
import type { PartKind, PartNoun, PartRow, Parts } from "./part.ts";
import { refused } from "../../ipc/refused.ts";
import { sendable } from "./words.ts";

interface PartSectionProps<Noun extends PartNoun> {
  kind: PartKind<Noun>;
  client: string;
  rows: readonly PartRow<Noun>[];
  may: boolean;
}

type Open<Noun extends PartNoun> = { row: PartRow<Noun> | undefined } | undefined;

export function PartSection<Noun extends PartNoun>({ kind, client, rows, may }: PartSectionProps<Noun>) {
  const [open, setOpen] = useState<Open<Noun>>();
  const [failed, setFailed] = useState<Refused>();
  const { today } = usePractice();
  const take = (row: PartRow<Noun>) => {
    setFailed(undefined);
    actOnPart(kind.noun, "void", { id: row.id, rev: row.rev })
      .then(({ id, rev }) =>
        say(`Took ${the(kind.one)} away`, { undo: () => void actOnPart(kind.noun, "restore", { id, rev }) }),
      )
      .catch((thrown: unknown) => setFailed(refused(thrown)));
  };
  return (
    <Section
      title={kind.title}
      action={
        may ? (
          <Button kind="quiet" size="sm" icon="plus" label={`Add ${kind.one}`} onPress={() => setOpen({ row: undefined })}>
            Add
          </Button>
        ) : null
      }
    >
      {failed ? <RefusedBanner refusal={failed} /> : null}
      {rows.length === 0 ? (
        <p className="muted">{kind.none}</p>
      ) : (
        <Todo
          label={kind.title}
          items={rows.map((row) => ({
            id: row.id,
            ...kind.line(row, today),
            way: may ? (
              <Button kind="quiet" size="sm" onPress={() => setOpen({ row })}>
                Change
              </Button>
            ) : null,
          }))}
        />
      )}
      <Dialog
        title={open?.row === undefined ? `Add ${kind.one}` : `Change ${the(kind.one)}`}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        {open === undefined ? null : (
          <PartForm
            kind={kind}
            client={client}
            rows={rows}
            row={open.row}
            onDone={() => setOpen(undefined)}
            onTake={(row) => {
              setOpen(undefined);
              take(row);
            }}
          />
        )}
      </Dialog>
    </Section>
  );
}

interface PartFormProps<Noun extends PartNoun> {
  kind: PartKind<Noun>;
  client: string;
  rows: readonly PartRow<Noun>[];
  row: PartRow<Noun> | undefined;
  onDone: () => void;
  onTake: (row: PartRow<Noun>) => void;
}

function fieldsOf<Noun extends PartNoun>(
  kind: PartKind<Noun>,
  row: PartRow<Noun> | undefined,
  rows: readonly PartRow<Noun>[],
): Parts[Noun] {
  if (row === undefined) return { ...kind.blank, ...kind.next?.(rows) };
  const { id: _id, rev: _rev, ...fields } = row;
  return { ...kind.blank, ...fields };
}

function PartForm<Noun extends PartNoun>({ kind, client, rows, row, onDone, onTake }: PartFormProps<Noun>) {
  const verb = row === undefined ? "add" : "change";
  const before = fieldsOf(kind, row, rows);
  const draft = useDraft<Parts[Noun]>(
    partCall(kind.noun, verb),
    row === undefined ? client : `${client}/${row.id}`,
    before,
  );
  const op = useOp(partCall(kind.noun, verb));
  const { today } = usePractice();
  const missing = kind.missing(draft.value);
  const done = (stands: PartStands) => {
    void draft.done();
    const undo =
      row === undefined
        ? () => void actOnPart(kind.noun, "void", stands)
        : () => void actOnPart(kind.noun, "change", { ...stands, fields: sendable(before, kind.days) });
    say(row === undefined ? `Added ${kind.one}` : `Changed ${the(kind.one)}`, { undo });
    onDone();
  };
  const submit = () => {
    if (missing !== undefined || op.isPending) return;
    const fields = sendable(draft.value, kind.days);
    const request = row === undefined ? { client, fields } : { id: row.id, rev: row.rev, fields };
    op.mutate(request as never, { onSuccess: (stands) => done(stands as PartStands) });
  };
  if (!draft.ready) return <Loading what="your draft" />;
  const { Fieldset } = kind;
  return (
    <Form label={`${kind.title} form`} onSubmit={submit} refusal={op.error} fields={Object.keys(kind.blank)}>
      <Fieldset value={draft.value} onChange={draft.change} today={today} />
      <DraftLine draft={draft} />
      {row === undefined ? null : (
        <div>
          <EarlierVersions of={kind.noun} id={row.id} what={the(kind.one)} />
        </div>
      )}
      <DialogActions>
        {row === undefined ? null : (
          <Button kind="quiet" onPress={() => onTake(row)}>
            Take it away
          </Button>
        )}
        <Button onPress={onDone}>{row === undefined ? "Close" : "Leave as it was"}</Button>
        <Button type="submit" kind="primary" pending={op.isPending} why={missing}>
          {row === undefined ? `Add ${kind.one}` : `Change ${the(kind.one)}`}
        </Button>
      </DialogActions>
    </Form>
  );
}
