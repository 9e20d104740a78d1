//! The mistyped date of one's own license: the right one, where it stands, and who one is. A director sees it until somebody looked at it.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";

export function MendForm({ onDone }: { onDone: () => void }) {
  const { today, workstation } = usePractice();
  const own = useCall("staff.own_credentials", {});
  const mend = useOp("staff.credential_mend");
  const [chosen, setChosen] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const [reason, setReason] = useState("");
  const [secret, setSecret] = useState("");
  const byPin = workstation?.pin_set ?? false;
  const credential = own.data?.find((one) => one.id === chosen) ?? own.data?.[0];
  const wrong = mend.error?.code === "wrong_passphrase" || mend.error?.code === "wait" ? mend.error.message : undefined;
  const missing = expiresOn === "" ? "Type the date." : reason.trim() === "" ? "Say where it stands." : secret === "" ? "Say who you are." : undefined;
  return (
    <Form
      label="Mend the date of your license"
      fields={["expires_on", "reason", "proof"]}
      refusal={wrong === undefined ? mend.error : null}
      onSubmit={() => {
        if (missing !== undefined || credential === undefined) return;
        mend.mutate(
          { id: credential.id, rev: credential.rev, expires_on: expiresOn, reason, proof: byPin ? { pin: secret } : { passphrase: secret } },
          { onSuccess: () => (say("Mended; a director sees it", { icon: "key" }), onDone()) },
        );
      }}
    >
      <p>Only what was mistyped. The date before it stays readable, and a director looks at this.</p>
      {(own.data?.length ?? 0) > 1 ? (
        <Select
          label="License"
          value={credential?.id ?? ""}
          options={(own.data ?? []).map(({ id, label }) => ({ value: id, label }))}
          onChange={setChosen}
        />
      ) : null}
      <DateField label="It ends on" name="expires_on" value={expiresOn} onChange={setExpiresOn} />
      {credential?.expires_on === undefined ? null : (
        <p className="muted small">
          {credential.label} stands here until {date(credential.expires_on, today)}.
        </p>
      )}
      <Field label="Where the right date stands" name="reason" value={reason} onChange={setReason} />
      <PassphraseField
        label={byPin ? "Your PIN" : "Your passphrase"}
        name="proof"
        digits={byPin}
        value={secret}
        onChange={setSecret}
        error={wrong}
      />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" icon="key" keys="Ctrl+Enter" pending={mend.isPending} why={missing} whyShown="elsewhere">
          Mend the date
        </Button>
      </DialogActions>
    </Form>
  );
}
