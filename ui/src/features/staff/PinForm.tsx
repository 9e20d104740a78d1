//! A PIN for coming back after the lock: off by default, digits, five tries, and the passphrase to set it.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { say } from "../../kit/Toast/toasts.ts";

export const PIN_DIGITS = { least: 4, most: 12 } as const;

export function pinMissing(pin: string, again: string): string | undefined {
  if (!/^\d*$/.test(pin)) return "A PIN has digits only.";
  if (pin.length < PIN_DIGITS.least || pin.length > PIN_DIGITS.most)
    return `A PIN has ${String(PIN_DIGITS.least)} to ${String(PIN_DIGITS.most)} digits.`;
  if (/^(\d)\1*$/.test(pin) || "01234567890123456789".includes(pin) || "98765432109876543210".includes(pin))
    return "That PIN is the first one anybody would try.";
  return again === pin ? undefined : "Type the same PIN twice.";
}

export function PinForm({ isSet }: { isSet: boolean }) {
  const [open, setOpen] = useState(false);
  const clear = useOp("pin.clear");
  if (open) return <SetPin onDone={() => setOpen(false)} />;
  return (
    <div className="stack" data-gap="tight">
      <State tone={isSet ? "positive" : "muted"} icon={isSet ? "check-circle" : "not-collected"}>
        {isSet
          ? "Set. It works for 30 minutes after a lock, with five tries."
          : "Not set. After a lock you type the passphrase."}
      </State>
      {clear.error ? <RefusedBanner refusal={clear.error} /> : null}
      <div className="cluster">
        <Button onPress={() => setOpen(true)}>{isSet ? "Change the PIN" : "Set a PIN"}</Button>
        {isSet ? (
          <Button
            kind="quiet"
            pending={clear.isPending}
            onPress={() => clear.mutate({}, { onSuccess: () => say("The PIN is removed") })}
          >
            Remove it
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function SetPin({ onDone }: { onDone: () => void }) {
  const [passphrase, setPassphrase] = useState("");
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const set = useOp("pin.set");
  const missing = pinMissing(pin, again) ?? (passphrase === "" ? "Type your passphrase." : undefined);
  const submit = () => {
    if (missing === undefined)
      set.mutate({ passphrase, pin }, { onSuccess: () => (say("The PIN is set"), onDone()) });
  };
  return (
    <Form label="PIN" onSubmit={submit} refusal={set.error} fields={["pin", "passphrase"]}>
      <PassphraseField
        label="PIN"
        name="pin"
        value={pin}
        onChange={setPin}
        help="4 to 12 digits"
        digits
        autoFocus
        isRequired
      />
      <PassphraseField label="The same again" name="again" value={again} onChange={setAgain} digits isRequired />
      <PassphraseField label="Your passphrase" value={passphrase} onChange={setPassphrase} isRequired />
      <FormActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" pending={set.isPending} why={missing}>
          Set the PIN
        </Button>
      </FormActions>
    </Form>
  );
}
