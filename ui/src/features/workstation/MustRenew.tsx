//! Signed in with a passphrase somebody else chose: nothing opens before the person has made their own.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { Workstation } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { Lockscreen } from "./Lockscreen.tsx";
import lock from "./Lockscreen.module.css";
import { NewPassphrase, noPassphrase, passphraseMissing, useStrength } from "./NewPassphrase.tsx";

export function MustRenew({ workstation }: { workstation: Workstation }) {
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState(noPassphrase);
  const person = workstation.person;
  const strength = useStrength(chosen.passphrase, [
    person?.given_name ?? "",
    person?.family_name ?? "",
    workstation.practice?.name ?? "",
  ]);
  const change = useOp("passphrase.change");
  const missing = current === "" ? "Type the passphrase you were given." : passphraseMissing(chosen, strength);
  return (
    <Lockscreen title="Make a passphrase of your own" workstation={workstation}>
      <Form
        className={lock.form}
        label="New passphrase"
        refusal={change.error}
        fields={["current", "new"]}
        onSubmit={() => {
          if (missing === undefined) change.mutate({ current, new: chosen.passphrase });
        }}
      >
        <p>
          The one you signed in with was chosen by somebody else. From now on only you know yours, and it signs your
          notes.
        </p>
        <PassphraseField
          label="The passphrase you were given"
          name="current"
          value={current}
          onChange={setCurrent}
          autoFocus
          isRequired
        />
        <NewPassphrase
          label="Your own passphrase"
          name="new"
          value={chosen}
          onChange={setChosen}
          strength={strength}
        />
        <Button
          type="submit"
          kind="primary"
          size="tall"
          className={lock.tall}
          pending={change.isPending}
          why={missing}
        >
          Use this passphrase
        </Button>
        <p className={lock.links}>
          <Button kind="quiet" size="sm" onPress={() => void act("workstation.lock", { depth: "hard" })}>
            Not now, sign out
          </Button>
        </p>
      </Form>
    </Lockscreen>
  );
}
