//! Changing one's own passphrase. Both are dropped from memory as soon as the change is made.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { NewPassphrase, noPassphrase, passphraseMissing, useStrength } from "../workstation/NewPassphrase.tsx";

export function ChangePassphrase() {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button icon="key" onPress={() => setOpen(true)}>
          Change the passphrase
        </Button>
      </div>
    );
  }
  return <ChangeForm onDone={() => setOpen(false)} />;
}

function ChangeForm({ onDone }: { onDone: () => void }) {
  const { person, practice } = usePractice();
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState(noPassphrase);
  const strength = useStrength(chosen.passphrase, [
    person?.given_name ?? "",
    person?.family_name ?? "",
    practice?.name ?? "",
  ]);
  const change = useOp("passphrase.change");
  const missing = current === "" ? "Type the passphrase you have now." : passphraseMissing(chosen, strength);
  const submit = () => {
    if (missing !== undefined) return;
    change.mutate(
      { current, new: chosen.passphrase },
      { onSuccess: () => (say("Your passphrase is changed"), onDone()) },
    );
  };
  return (
    <Form label="Passphrase" onSubmit={submit} refusal={change.error} fields={["current", "new"]}>
      <PassphraseField
        label="Passphrase now"
        name="current"
        value={current}
        onChange={setCurrent}
        autoFocus
        isRequired
      />
      <NewPassphrase name="new" value={chosen} onChange={setChosen} strength={strength} />
      <FormActions>
        <Button onPress={onDone}>Leave as it was</Button>
        <Button type="submit" kind="primary" pending={change.isPending} why={missing}>
          Change the passphrase
        </Button>
      </FormActions>
    </Form>
  );
}
