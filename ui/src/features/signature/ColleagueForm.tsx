//! To which colleague something goes that its author may not sign.

import { useState } from "react";
import type { Refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";

export interface ColleagueFormProps {
  /** "note", as a sentence names it. */
  what: string;
  /** What the colleague does with it. */
  about: string;
  colleagues: readonly { id: string; name: string }[] | undefined;
  /** Where there is no colleague. */
  nobody: string;
  /** Whether it asks why. */
  asksWhy: boolean;
  /** The field of the op that names the colleague. */
  field: "to" | "offer_to";
  op: { error: Refused | null; isPending: boolean };
  onHand: (to: string, reason: string) => void;
  onCancel: () => void;
}

export function ColleagueForm({ what, about, colleagues, nobody, asksWhy, field, op, onHand, onCancel }: ColleagueFormProps) {
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const none = colleagues?.length === 0 ? nobody : undefined;
  const missing = none ?? (to === "" ? "Choose a colleague." : asksWhy && reason.trim() === "" ? "Say why." : undefined);
  return (
    <Form
      label={`Hand this ${what} over`}
      fields={[field, "reason"]}
      refusal={op.error}
      onSubmit={() => {
        if (missing === undefined) onHand(to, reason);
      }}
    >
      <p>{about}</p>
      <Select
        label="Colleague"
        name={field}
        value={to}
        options={(colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setTo}
        error={none}
      />
      {asksWhy ? <Field label="Why" name="reason" value={reason} onChange={setReason} /> : null}
      <DialogActions>
        <Button onPress={onCancel}>Not now</Button>
        <Button type="submit" kind="primary" icon="staff" keys="Ctrl+Enter" pending={op.isPending} why={missing} whyShown="elsewhere">
          Hand over
        </Button>
      </DialogActions>
    </Form>
  );
}
