//! A person's credentials with their expiry: add, change, take away with a reason. What was signed keeps the credential as it stood.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { Credential, CredentialFields, StaffRow } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { usePractice } from "../../lib/practice.ts";
import { CredentialFieldset, noCredential } from "./CredentialFieldset.tsx";
import { expiry } from "./credential.ts";

const FIELDS = ["label", "license_state", "license_number", "expires_on", "needs_cosign"];
type Open = { add: true } | { change: Credential } | { void: Credential } | undefined;

export function Credentials({ row, may }: { row: StaffRow; may: boolean }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const adding = open !== undefined && "add" in open;
  const add = (
    <Button size="sm" icon="plus" onPress={() => setOpen({ add: true })}>
      Add
    </Button>
  );
  return (
    <Section title="Credentials" action={may && !adding && row.credentials.length > 0 ? add : null}>
      {row.credentials.length === 0 && !adding ? (
        <EmptyState title="No credential recorded" action={may ? add : null}>
          A note is signed with the credential as it stands here.
        </EmptyState>
      ) : (
        <CredentialList
          row={row}
          may={may}
          onChange={(credential) => setOpen({ change: credential })}
          onVoid={(credential) => setOpen({ void: credential })}
        />
      )}
      {adding ? <AddCredential staff={row.id} onDone={close} /> : null}
      <Dialog title="Change the credential" isOpen={open !== undefined && "change" in open} onClose={close}>
        {open !== undefined && "change" in open ? <ChangeCredential credential={open.change} onDone={close} /> : null}
      </Dialog>
      <Dialog title="Take the credential away" isOpen={open !== undefined && "void" in open} onClose={close}>
        {open !== undefined && "void" in open ? <VoidCredential credential={open.void} onDone={close} /> : null}
      </Dialog>
    </Section>
  );
}

interface ListProps {
  row: StaffRow;
  may: boolean;
  onChange: (credential: Credential) => void;
  onVoid: (credential: Credential) => void;
}

const TONES = { expired: "critical", soon: "caution", good: "positive", none: undefined } as const;
const ICONS = { expired: "expired", soon: "clock", good: "check-circle", none: "not-collected" } as const;

function CredentialList({ row, may, onChange, onVoid }: ListProps) {
  const { today } = usePractice();
  return (
    <Todo
      label="Credentials"
      items={row.credentials.map((credential) => {
        const state = expiry(credential, today);
        const tone = TONES[state.state];
        return {
          id: credential.id,
          icon: ICONS[state.state],
          ...(tone ? { tone } : {}),
          what: (
            <>
              <span className="strong">{credential.label}</span>{" "}
              {[credential.license_state, credential.license_number].filter((part) => part !== "").join(" ")}
            </>
          ),
          note: credential.needs_cosign ? `${state.words} · notes need a cosignature` : state.words,
          way: may ? (
            <span className="cluster">
              <Button kind="quiet" size="sm" onPress={() => onChange(credential)}>
                Change
              </Button>
              <Button kind="quiet" size="sm" onPress={() => onVoid(credential)}>
                Take away
              </Button>
            </span>
          ) : null,
        };
      })}
    />
  );
}

function AddCredential({ staff, onDone }: { staff: string; onDone: () => void }) {
  const [value, setValue] = useState<CredentialFields>(noCredential);
  const add = useOp("staff.credential_add");
  const missing = value.label.trim() === "" ? "Type the credential first." : undefined;
  const submit = () => {
    if (missing === undefined) add.mutate({ staff, fields: value }, { onSuccess: () => onDone() });
  };
  return (
    <Form label="New credential" onSubmit={submit} refusal={add.error} fields={FIELDS}>
      <CredentialFieldset value={value} onChange={setValue} autoFocus />
      <FormActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" pending={add.isPending} why={missing}>
          Add the credential
        </Button>
      </FormActions>
    </Form>
  );
}

function ChangeCredential({ credential, onDone }: { credential: Credential; onDone: () => void }) {
  const { id, rev, ...fields } = credential;
  const [value, setValue] = useState<CredentialFields>(fields);
  const change = useOp("staff.credential_change");
  const submit = () => change.mutate({ id, rev, fields: value }, { onSuccess: () => onDone() });
  return (
    <Form label="Credential" onSubmit={submit} refusal={change.error} fields={FIELDS}>
      <CredentialFieldset value={value} onChange={setValue} autoFocus />
      <DialogActions>
        <Button onPress={onDone}>Leave as it was</Button>
        <Button type="submit" kind="primary" pending={change.isPending}>
          Change the credential
        </Button>
      </DialogActions>
    </Form>
  );
}

function VoidCredential({ credential, onDone }: { credential: Credential; onDone: () => void }) {
  const [reason, setReason] = useState("");
  const take = useOp("staff.credential_void");
  const missing = reason.trim() === "" ? "Give a reason first." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    const done = { onSuccess: () => (say(`Took away ${credential.label}`), onDone()) };
    take.mutate({ id: credential.id, rev: credential.rev, reason: reason.trim() }, done);
  };
  return (
    <Form label="Take away" onSubmit={submit} refusal={take.error} fields={["reason"]}>
      <p>{credential.label} no longer stands under new notes. Notes already signed keep it.</p>
      <Field label="Reason" name="reason" value={reason} onChange={setReason} autoFocus isRequired />
      <DialogActions>
        <Button onPress={onDone}>Keep it</Button>
        <Button type="submit" kind="primary" pending={take.isPending} why={missing}>
          Take it away
        </Button>
      </DialogActions>
    </Form>
  );
}
