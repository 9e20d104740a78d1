//! Soft lock: the vault is still open behind it, so the person is known. Back with the PIN where one is set, or with the passphrase; anybody else
//! closes the vault first and then signs in.

import { useRef, useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { Person, Workstation } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { plural, time } from "../../lib/time.ts";
import { Lockscreen } from "./Lockscreen.tsx";
import lock from "./Lockscreen.module.css";
import { useWait } from "./useWait.ts";

interface SoftLockedProps {
  workstation: Workstation;
  /** A client holds the device: no name and role of the person, and the way back to the questions. */
  inHand?: { onBack: (() => void) | undefined } | undefined;
}

export function SoftLocked({ workstation, inHand }: SoftLockedProps) {
  const zone = workstation.practice?.time_zone;
  const title =
    workstation.locked_at === undefined
      ? "Locked. Everything is saved."
      : `Locked at ${time(workstation.locked_at, zone)}. Everything is saved.`;
  return (
    <Lockscreen title={title} workstation={workstation} wide>
      <div className={lock.columns}>
        {workstation.person ? <Who person={inHand ? undefined : workstation.person} onBack={inHand?.onBack} /> : null}
        <UnlockForm workstation={workstation} />
      </div>
    </Lockscreen>
  );
}

function Who({ person, onBack }: { person: Person | undefined; onBack: (() => void) | undefined }) {
  return (
    <div className={lock.form}>
      <p className={lock.who}>
        <span>
          <span className="strong">{person?.name ?? "For the staff"}</span>
          {person === undefined ? null : <span className="muted small">{person.role_words}</span>}
        </span>
        <Icon name="lock" />
      </p>
      {onBack === undefined ? null : (
        <p className={lock.links}>
          <Button kind="quiet" size="sm" icon="undo" onPress={onBack}>
            Back to the questions
          </Button>
        </p>
      )}
      <p className={lock.links}>
        <Button kind="quiet" size="sm" onPress={() => void act("workstation.lock", { depth: "hard" })}>
          I am someone else
        </Button>
      </p>
    </div>
  );
}

function UnlockForm({ workstation }: { workstation: Workstation }) {
  const pinWorks = workstation.pin_set && workstation.pin_tries_left > 0;
  const [wantsPassphrase, setWantsPassphrase] = useState(false);
  const [secret, setSecret] = useState("");
  const unlock = useOp("workstation.unlock");
  const wait = useWait(unlock.error);
  const field = useRef<HTMLInputElement>(null);
  const byPin = pinWorks && !wantsPassphrase;
  const submit = () => {
    if (wait !== undefined || unlock.isPending) return;
    unlock.mutate(byPin ? { pin: secret } : { passphrase: secret }, {
      onError: () => {
        setSecret("");
        field.current?.focus();
      },
    });
  };
  const other = () => {
    setWantsPassphrase(!wantsPassphrase);
    setSecret("");
    unlock.reset();
    field.current?.focus();
  };
  return (
    <Form
      className={lock.form}
      onSubmit={submit}
      refusal={unlock.error?.code === "wait" ? null : unlock.error}
      fields={["pin", "passphrase"]}
      label="Unlock"
    >
      <PassphraseField
        key={byPin ? "pin" : "passphrase"}
        label={byPin ? "PIN" : "Passphrase"}
        name={byPin ? "pin" : "passphrase"}
        digits={byPin}
        value={secret}
        onChange={setSecret}
        size="tall"
        autoFocus
        isRequired
        inputRef={field}
        {...(byPin && workstation.pin_tries_left < 5
          ? { help: `${plural(workstation.pin_tries_left, "try", "tries")} left, then the passphrase` }
          : {})}
      />
      <Button
        type="submit"
        kind="primary"
        size="tall"
        keys="Enter"
        pending={unlock.isPending}
        why={wait}
        className={lock.tall}
      >
        Unlock
      </Button>
      <p className="muted small">What you were writing opens where you stopped, for you only.</p>
      {pinWorks ? (
        <p className={lock.links}>
          <Button kind="quiet" size="sm" onPress={other}>
            {byPin ? "Use the passphrase instead" : "Use the PIN instead"}
          </Button>
        </p>
      ) : null}
    </Form>
  );
}
