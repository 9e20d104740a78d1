//! The last step before something cannot be undone: who are you? The PIN where there is one, or the passphrase. The secret stays in this dialog.

import { useState } from "react";
import type { ReactNode } from "react";
import type { Proof } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { usePractice } from "../../lib/practice.ts";

interface SignDialogProps {
  title: string;
  /** What happens, in a sentence. */
  children: ReactNode;
  action: string;
  wide?: boolean;
  isOpen: boolean;
  pending: boolean;
  refusal: Refused | null;
  onSign: (proof: Proof) => void;
  onClose: () => void;
}

export function SignDialog({ isOpen, onClose, ...rest }: SignDialogProps) {
  return (
    <Dialog title={rest.title} isOpen={isOpen} onClose={onClose} busy={rest.pending} wide={rest.wide ?? false}>
      <SignForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function SignForm({
  title,
  children,
  action,
  pending,
  refusal,
  onSign,
  onClose,
}: Omit<SignDialogProps, "isOpen" | "wide">) {
  const { workstation } = usePractice();
  const [byPin, setByPin] = useState(workstation?.pin_set ?? false);
  const [secret, setSecret] = useState("");
  const wrong = refusal?.code === "wrong_passphrase" || refusal?.code === "wait" ? refusal.message : undefined;
  return (
    <Form
      label={title}
      refusal={wrong === undefined ? refusal : null}
      fields={["proof"]}
      onSubmit={() => {
        if (secret === "") return;
        onSign(byPin ? { pin: secret } : { passphrase: secret });
      }}
    >
      <div>{children}</div>
      <PassphraseField
        key={byPin ? "pin" : "passphrase"}
        label={byPin ? "Your PIN" : "Your passphrase"}
        name="proof"
        digits={byPin}
        value={secret}
        onChange={setSecret}
        error={wrong}
        autoFocus
      />
      <DialogActions>
        {workstation?.pin_set ? (
          <Button
            kind="quiet"
            onPress={() => {
              setSecret("");
              setByPin(!byPin);
            }}
          >
            {byPin ? "Use the passphrase" : "Use the PIN"}
          </Button>
        ) : null}
        <Button onPress={onClose}>Not yet</Button>
        <Button
          type="submit"
          kind="primary"
          icon="signed"
          pending={pending}
          why={secret === "" ? (byPin ? "Type your PIN." : "Type your passphrase.") : undefined}
          whyShown="elsewhere"
        >
          {action}
        </Button>
      </DialogActions>
    </Form>
  );
}
