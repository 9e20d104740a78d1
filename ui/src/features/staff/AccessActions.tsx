//! Who may sign in: a temporary passphrase for somebody who forgot theirs, deactivating with a reason, and taking a person back.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { StaffRow } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { NewPassphrase, noPassphrase, passphraseMissing, useStrength } from "../workstation/NewPassphrase.tsx";

type Open = "reset" | "deactivate" | "reactivate" | undefined;

export function AccessActions({ row }: { row: StaffRow }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Section title="Access">
      <div className="cluster">
        {row.active ? (
          <>
            {row.self ? null : (
              <Button icon="key" onPress={() => setOpen("reset")}>
                Give a temporary passphrase
              </Button>
            )}
            <Button
              icon="absent"
              why={row.self ? "Nobody can deactivate themselves; another director can." : undefined}
              onPress={() => setOpen("deactivate")}
            >
              Deactivate
            </Button>
          </>
        ) : (
          <Button icon="undo" onPress={() => setOpen("reactivate")}>
            Take back into service
          </Button>
        )}
      </div>
      <Dialog title={`A temporary passphrase for ${row.name}`} isOpen={open === "reset"} onClose={close}>
        <ResetForm row={row} onDone={close} />
      </Dialog>
      <Dialog title={`Deactivate ${row.name}`} isOpen={open === "deactivate"} onClose={close}>
        <DeactivateForm row={row} onDone={close} />
      </Dialog>
      <Dialog title={`Take ${row.name} back into service`} isOpen={open === "reactivate"} onClose={close}>
        <ReactivateForm row={row} onDone={close} />
      </Dialog>
    </Section>
  );
}

interface ActionProps {
  row: StaffRow;
  onDone: () => void;
}

function ResetForm({ row, onDone }: ActionProps) {
  const reset = useOp("staff.reset_passphrase");
  return (
    <TemporaryForm
      row={row}
      op={reset}
      onCancel={onDone}
      action="Set the temporary passphrase"
      words="The old passphrase stops working at once. Notes signed with it stay valid; the person gets new signing keys."
      onSubmit={(temporary_passphrase) =>
        reset.mutate(
          { id: row.id, temporary_passphrase },
          { onSuccess: () => (say(`${row.given_name} can sign in with the temporary passphrase`), onDone()) },
        )
      }
    />
  );
}

function ReactivateForm({ row, onDone }: ActionProps) {
  const back = useOp("staff.reactivate");
  return (
    <TemporaryForm
      row={row}
      op={back}
      onCancel={onDone}
      action="Take back into service"
      words="Roles and credentials are as they were; check both afterwards."
      onSubmit={(temporary_passphrase) =>
        back.mutate(
          { id: row.id, rev: row.rev, temporary_passphrase },
          { onSuccess: () => (say(`${row.name} is back in service`), onDone()) },
        )
      }
    />
  );
}

interface TemporaryFormProps {
  row: StaffRow;
  op: { error: ReturnType<typeof useOp<"staff.reactivate">>["error"]; isPending: boolean };
  words: string;
  action: string;
  onSubmit: (passphrase: string) => void;
  onCancel: () => void;
}

function TemporaryForm({ row, op, words, action, onSubmit, onCancel }: TemporaryFormProps) {
  const [chosen, setChosen] = useState(noPassphrase);
  const strength = useStrength(chosen.passphrase, [row.given_name, row.family_name, row.login]);
  const missing = passphraseMissing(chosen, strength);
  const submit = () => {
    if (missing === undefined) onSubmit(chosen.passphrase);
  };
  return (
    <Form label={action} onSubmit={submit} refusal={op.error} fields={["temporary_passphrase"]}>
      <p>{words} Tell it to the person yourself; at the next sign-in they choose their own.</p>
      <NewPassphrase
        label="Temporary passphrase"
        name="temporary_passphrase"
        value={chosen}
        onChange={setChosen}
        strength={strength}
        autoFocus
      />
      <DialogActions>
        <Button onPress={onCancel}>Not now</Button>
        <Button type="submit" kind="primary" pending={op.isPending} why={missing}>
          {action}
        </Button>
      </DialogActions>
    </Form>
  );
}

function DeactivateForm({ row, onDone }: ActionProps) {
  const [reason, setReason] = useState("");
  const deactivate = useOp("staff.deactivate");
  const missing = reason.trim() === "" ? "Give a reason first." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    deactivate.mutate(
      { id: row.id, rev: row.rev, reason: reason.trim() },
      { onSuccess: () => (say(`${row.name} can no longer sign in`), onDone()) },
    );
  };
  return (
    <Form label="Deactivate" onSubmit={submit} refusal={deactivate.error} fields={["reason"]}>
      <p>
        From now on {row.given_name} cannot sign in. Everything they wrote and signed stays. A director can take them
        back into service.
      </p>
      <Field
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        help="Such as: left on Nov 30"
        autoFocus
        isRequired
      />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="stop" pending={deactivate.isPending} why={missing}>
          Deactivate
        </Button>
      </DialogActions>
    </Form>
  );
}
