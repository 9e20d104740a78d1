//! Records from a backup on a computer that has none, or whose own cannot be opened. The core asks for the file; here one only says who may open it.

import { useState } from "react";
import { queryClient, useOp } from "../../ipc/door.ts";
import type { Workstation } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { JobLine, useJob } from "../backup/JobLine.tsx";
import { Lockscreen } from "./Lockscreen.tsx";
import lock from "./Lockscreen.module.css";
import { keyMissing } from "./recovery_key.ts";

type Way = "passphrase" | "recovery";
const WAYS = [
  {
    value: "passphrase",
    label: "With a sign-in name and passphrase",
    help: "Of a director, as they were when the backup was made",
  },
  { value: "recovery", label: "With the recovery key", help: "The 13 groups from the paper in the safe" },
] as const;

export function RestoreFirst({ workstation, onBack }: { workstation: Workstation; onBack: () => void }) {
  const [way, setWay] = useState<Way>("passphrase");
  const [login, setLogin] = useState("");
  const [secret, setSecret] = useState("");
  const restore = useOp("backup.restore_first");
  const job = useJob(
    restore.data?.job,
    () => void queryClient.invalidateQueries({ queryKey: ["workstation.state"] }),
  );
  const missing =
    way === "recovery"
      ? keyMissing(secret)
      : login.trim() === ""
        ? "Type the sign-in name first."
        : secret === ""
          ? "Type the passphrase first."
          : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    restore.mutate(way === "recovery" ? { recovery: secret } : { login: login.trim(), passphrase: secret }, {
      onSuccess: () => setSecret(""),
    });
  };
  return (
    <Lockscreen title="Restore from a backup" workstation={workstation}>
      <Form
        className={lock.form}
        onSubmit={submit}
        refusal={restore.error}
        fields={["login", "passphrase", "recovery"]}
        label="Restore"
      >
        <p>
          Put in the stick or disk with the backup. After the next step you choose the file; records that are already
          here are set aside, not deleted.
        </p>
        <OneOf
          label="Who opens it?"
          value={way}
          options={WAYS}
          onChange={(next) => {
            setWay(next);
            setSecret("");
          }}
        />
        {way === "passphrase" ? (
          <>
            <Field label="Sign-in name" name="login" value={login} onChange={setLogin} isRequired />
            <PassphraseField value={secret} onChange={setSecret} isRequired />
          </>
        ) : (
          <Field label="Recovery key" name="recovery" value={secret} onChange={setSecret} lines={3} isRequired />
        )}
        {job ? <JobLine job={job} /> : null}
        <div className="cluster">
          <Button onPress={onBack}>Back</Button>
          <Button
            type="submit"
            kind="primary"
            icon="backup"
            pending={restore.isPending || job?.state === "running"}
            why={missing}
          >
            Choose the backup file
          </Button>
        </div>
      </Form>
    </Lockscreen>
  );
}
