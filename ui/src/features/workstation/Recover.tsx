//! I forgot my passphrase: first the way that costs nothing (another director resets it), then the recovery key from the safe.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { Workstation } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Lockscreen } from "./Lockscreen.tsx";
import lock from "./Lockscreen.module.css";
import { NewPassphrase, noPassphrase, passphraseMissing, useStrength } from "./NewPassphrase.tsx";
import { groupsIn, keyMissing } from "./recovery_key.ts";
import { useWait } from "./useWait.ts";

export function Recover({ workstation, onBack }: { workstation: Workstation; onBack: () => void }) {
  const [key, setKey] = useState("");
  const [login, setLogin] = useState("");
  const [chosen, setChosen] = useState(noPassphrase);
  const strength = useStrength(chosen.passphrase, [login]);
  const recover = useOp("workstation.recover");
  const wait = useWait(recover.error);
  const missing =
    wait ??
    keyMissing(key) ??
    (login.trim() === "" ? "Name the director whose passphrase is new." : passphraseMissing(chosen, strength));
  const submit = () => {
    if (missing === undefined)
      recover.mutate({ groups: groupsIn(key), login: login.trim(), passphrase: chosen.passphrase });
  };
  return (
    <Lockscreen title="Open with the recovery key" workstation={workstation}>
      <Form
        className={lock.form}
        onSubmit={submit}
        refusal={recover.error?.code === "wait" ? null : recover.error}
        fields={["groups", "login", "passphrase"]}
        label="Recovery"
      >
        <Banner title="Is a director here?">
          Any director can sign in and give you a temporary passphrase under Staff. The recovery key is for when
          nobody can sign in.
        </Banner>
        <Field
          label="Recovery key"
          name="groups"
          value={key}
          onChange={setKey}
          lines={3}
          spellCheck="false"
          help="All 13 groups from the paper, in order. Spaces and small letters do not matter."
          autoFocus
          isRequired
        />
        <Field
          label="Sign-in name of the director"
          name="login"
          value={login}
          onChange={setLogin}
          help="This person gets the new passphrase; everybody else keeps theirs."
          isRequired
        />
        <NewPassphrase value={chosen} onChange={setChosen} strength={strength} />
        <Button
          type="submit"
          kind="primary"
          size="tall"
          className={lock.tall}
          pending={recover.isPending}
          why={missing}
        >
          Open the records
        </Button>
        <p className={lock.links}>
          <Button kind="quiet" size="sm" onPress={onBack}>
            Back to signing in
          </Button>
        </p>
      </Form>
    </Lockscreen>
  );
}
