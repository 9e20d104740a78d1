//! When the screen locks by itself, and a new recovery key when the old one may have been seen.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { Practice } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { plural } from "../../lib/time.ts";
import { RecoverySheet } from "../workstation/RecoverySheet.tsx";
import { SettingsPage } from "./SettingsPage.tsx";

const MINUTES = Array.from({ length: 15 }, (_, index) => ({
  value: String(index + 1),
  label: plural(index + 1, "minute"),
}));

export function LockPage() {
  return (
    <SettingsPage>
      <Section title="Lock" aside="for everybody on this computer">
        <IdleMinutes />
      </Section>
      <Section title="Recovery key">
        <RenewKey />
      </Section>
    </SettingsPage>
  );
}

function IdleMinutes() {
  const practice = useCall("practice.get", {});
  return (
    <Answered query={practice} what="the practice">
      {(now) => <MinutesSelect now={now} />}
    </Answered>
  );
}

function MinutesSelect({ now }: { now: Practice }) {
  const set = useOp("practice.change");
  const change = (idle_minutes: number) =>
    set.mutate(
      { ...now, idle_minutes },
      {
        onSuccess: ({ rev }) =>
          say(`Locks after ${plural(idle_minutes, "idle minute")}`, { undo: () => set.mutate({ ...now, rev }) }),
      },
    );
  return (
    <div className="stack">
      {set.error ? <RefusedBanner refusal={set.error} /> : null}
      <Select
        label="Lock by itself after"
        width="short"
        value={String(now.idle_minutes)}
        options={MINUTES}
        onChange={(minutes) => change(Number(minutes))}
        help="Without a key or a movement of the pointer"
      />
      <State tone="muted" icon="info">
        After 30 more minutes the records close by themselves, and only a passphrase opens them.
      </State>
    </div>
  );
}

function RenewKey() {
  const [open, setOpen] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [ready, setReady] = useState(false);
  const { zone } = usePractice();
  const renew = useOp("recovery.renew");
  const close = () => {
    setOpen(false);
    setReady(false);
    setPassphrase("");
    renew.reset();
  };
  if (!open) {
    return (
      <div className="stack" data-gap="tight">
        <p className="prose">
          Make a new key when a copy of the old one is lost or somebody may have read it. The old key stops working at
          once.
        </p>
        <p className="prose">
          Counseling notes are sealed to the new key when their author next begins or opens any. Until then, and for an author
          who does not come back, only the old sheet opens them: keep it locked away, marked as old.
        </p>
        <div>
          <Button icon="key" onPress={() => setOpen(true)}>
            Make a new recovery key
          </Button>
        </div>
      </div>
    );
  }
  if (renew.data) {
    return (
      <div className="stack">
        <RecoverySheet recovery={renew.data} zone={zone} onReady={setReady} />
        <FormActions>
          <Button
            kind="primary"
            why={ready ? undefined : "The old key no longer works: print this one and type the three groups first."}
            onPress={close}
          >
            The new key is in its places
          </Button>
        </FormActions>
      </div>
    );
  }
  return (
    <Form
      label="New recovery key"
      onSubmit={() => renew.mutate({ passphrase })}
      refusal={renew.error}
      fields={["passphrase"]}
    >
      <PassphraseField label="Your passphrase" value={passphrase} onChange={setPassphrase} autoFocus isRequired />
      <DialogActions>
        <Button onPress={close}>Not now</Button>
        <Button
          type="submit"
          kind="primary"
          pending={renew.isPending}
          why={passphrase === "" ? "Type your passphrase." : undefined}
        >
          Show the new key
        </Button>
      </DialogActions>
    </Form>
  );
}
