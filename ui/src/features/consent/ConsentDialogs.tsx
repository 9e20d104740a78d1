//! Adding a consent as it stands on the signed paper, and what may still be done with one: revoke it, or take back a mistake.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { ConsentKind, ConsentRow, RevokedHow } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import styles from "./Consent.module.css";

interface ConsentBody {
  kind: ConsentKind;
  recipient: string;
  purpose: string;
  scope: string;
  signed_on: string;
  expires_on: string;
  expires_event: string;
}

const FIELDS = ["recipient", "purpose", "scope", "signed_on", "expires_on", "expires_event"] as const;

export function AddConsentDialog({ client, onClose }: { client: string; onClose: () => void }) {
  const { today } = usePractice();
  const kinds = useCall("consent.kinds", {});
  const op = useOp("consent.add");
  const draft = useDraft<ConsentBody>("consent.add", client, {
    kind: "tpo",
    recipient: "",
    purpose: "",
    scope: "",
    signed_on: today,
    expires_on: "",
    expires_event: "",
  });
  const body = draft.value;
  const kind = kinds.data?.find((one) => one.kind === body.kind);
  const { expires_on, ...rest } = body;
  const submit = () =>
    op.mutate(
      { client, ...rest, ...(expires_on === "" ? {} : { expires_on }) },
      {
        onSuccess: (row) => {
          say(`Consent added: ${row.kind_words}`);
          void draft.done();
          onClose();
        },
      },
    );
  return (
    <Dialog title="Add a consent" isOpen onClose={onClose} busy={op.isPending} wide>
      <Form label="Add a consent" onSubmit={submit} refusal={op.error} fields={FIELDS} className={styles.dialog}>
        <div className={styles.pair}>
          <Select
            label="Kind"
            value={body.kind}
            options={(kinds.data ?? []).map((one) => ({ value: one.kind, label: one.label }))}
            onChange={(next) => draft.change({ kind: next })}
          />
          <Field
            label="Who may be told"
            name="recipient"
            value={body.recipient}
            onChange={(recipient) => draft.change({ recipient })}
            help="A person or an organization, by name"
            optional={kind?.needs_recipient === false}
          />
        </div>
        <Field
          label="Purpose"
          name="purpose"
          value={body.purpose}
          onChange={(purpose) => draft.change({ purpose })}
          isRequired
        />
        <Field
          label="What may be told"
          name="scope"
          value={body.scope}
          onChange={(scope) => draft.change({ scope })}
          lines={3}
          help={
            body.kind === "counseling_notes"
              ? "Counseling notes and nothing else: a consent that combines them with other records does not hold (42 CFR 2.31(b))"
              : "In the words of the signed paper"
          }
          isRequired
        />
        <div className={styles.pair}>
          <DateField
            label="Signed on"
            name="signed_on"
            value={body.signed_on}
            onChange={(signed_on) => draft.change({ signed_on })}
          />
          <DateField
            label="Ends on"
            name="expires_on"
            value={body.expires_on}
            onChange={(next) => draft.change({ expires_on: next })}
            optional={kind?.needs_end === false}
          />
          <Field
            label="Or ends when"
            name="expires_event"
            value={body.expires_event}
            onChange={(expires_event) => draft.change({ expires_event })}
            help="Such as: her agreement is completed"
            optional
          />
        </div>
        <DraftLine draft={draft} />
        <DialogActions>
          <Button onPress={onClose}>Close</Button>
          <Button
            type="submit"
            kind="primary"
            pending={op.isPending}
            why={body.signed_on === "" ? "Name the day it was signed." : undefined}
          >
            Add consent
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** One consent: what it says, and revoking it. */
interface ConsentDialogProps {
  consent: ConsentRow;
  mayChange: boolean;
  onClose: () => void;
  onPrint: () => void;
}

export function ConsentDialog({ consent, mayChange, onClose, onPrint }: ConsentDialogProps) {
  const { today } = usePractice();
  const [taking, setTaking] = useState(false);
  return (
    <Dialog title={consent.kind_words} isOpen onClose={onClose}>
      <div className={styles.dialog}>
        <Facts
          facts={[
            ["Who may be told", consent.recipient],
            ["Purpose", consent.purpose],
            ["What may be told", consent.scope],
            ["Signed", date(consent.signed_on, today)],
            ["Ends", consent.expires_on === undefined ? consent.expires_event : date(consent.expires_on, today)],
          ]}
        />
        <p>
          <Button size="sm" icon="print" onPress={onPrint}>
            Print …
          </Button>
        </p>
        {!mayChange ? (
          <DialogActions>
            <Button onPress={onClose}>Close</Button>
          </DialogActions>
        ) : taking ? (
          <TakeBack consent={consent} onClose={onClose} />
        ) : consent.revoked_on === undefined ? (
          <Revoke consent={consent} onClose={onClose} onMistake={() => setTaking(true)} />
        ) : (
          <DialogActions>
            <Button onPress={() => setTaking(true)}>Entered by mistake …</Button>
            <Button onPress={onClose}>Close</Button>
          </DialogActions>
        )}
      </div>
    </Dialog>
  );
}

function Revoke({ consent, onClose, onMistake }: { consent: ConsentRow; onClose: () => void; onMistake: () => void }) {
  const { today } = usePractice();
  const op = useOp("consent.revoke");
  const [how, setHow] = useState<RevokedHow>("written");
  const [on, setOn] = useState(today);
  const submit = () => op.mutate({ id: consent.id, rev: consent.rev, how, on }, { onSuccess: onClose });
  return (
    <Form label="Revoke" onSubmit={submit} refusal={op.error} fields={["on"]} className={styles.dialog}>
      <div className={styles.pair}>
        <OneOf
          label="Revoked"
          value={how}
          onChange={setHow}
          options={[
            { value: "written", label: "In writing" },
            { value: "oral", label: "By word of mouth", help: "It holds at once" },
          ]}
        />
        <DateField label="On" name="on" value={on} onChange={setOn} />
      </div>
      <DialogActions>
        <Button kind="quiet" onPress={onMistake}>
          Entered by mistake …
        </Button>
        <Button onPress={onClose}>Close</Button>
        <Button type="submit" kind="stop" pending={op.isPending} why={on === "" ? "Name the day." : undefined}>
          Revoke
        </Button>
      </DialogActions>
    </Form>
  );
}

function TakeBack({ consent, onClose }: { consent: ConsentRow; onClose: () => void }) {
  const op = useOp("consent.void");
  const [reason, setReason] = useState("");
  const submit = () => op.mutate({ id: consent.id, rev: consent.rev, reason }, { onSuccess: onClose });
  return (
    <Form label="Take back" onSubmit={submit} fields={["reason"]} refusal={op.error} className={styles.dialog}>
      <Field
        label="Why it should not be here"
        name="reason"
        value={reason}
        onChange={setReason}
        help="It stays in the history and leaves the list."
        autoFocus
      />
      <DialogActions>
        <Button onPress={onClose}>Close</Button>
        <Button type="submit" kind="stop" pending={op.isPending}>
          Take it back
        </Button>
      </DialogActions>
    </Form>
  );
}
