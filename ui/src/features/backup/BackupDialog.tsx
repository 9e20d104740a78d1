//! One backup: prove it, put it elsewhere, or go back to it. Going back spells out what would be lost before it asks for the passphrase.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { BackupLoss, BackupRow } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural, size } from "../../lib/time.ts";
import { JobLine, useJob } from "./JobLine.tsx";

type Mode = "look" | "here" | "elsewhere";

interface BackupDialogProps {
  row: BackupRow | undefined;
  onClose: () => void;
  onChanged: () => void;
}

export function BackupDialog({ row, onClose, onChanged }: BackupDialogProps) {
  const [mode, setMode] = useState<Mode>("look");
  const { today, zone } = usePractice();
  const close = () => {
    setMode("look");
    onClose();
  };
  const when = row ? moment(row.at, today, zone) : "";
  const title =
    mode === "look" ? `Backup of ${when}` : mode === "here" ? `Go back to ${when}` : `Restore ${when} elsewhere`;
  return (
    <Dialog title={title} isOpen={row !== undefined} onClose={close} grave={mode === "here"} wide>
      {row === undefined ? null : mode === "look" ? (
        <Look row={row} onMode={setMode} onClose={close} onChanged={onChanged} />
      ) : mode === "here" ? (
        <GoBack row={row} onBack={() => setMode("look")} />
      ) : (
        <Elsewhere row={row} onBack={() => setMode("look")} />
      )}
    </Dialog>
  );
}

interface LookProps {
  row: BackupRow;
  onMode: (mode: Mode) => void;
  onClose: () => void;
  onChanged: () => void;
}

function Look({ row, onMode, onClose, onChanged }: LookProps) {
  const verify = useOp("backup.verify");
  const job = useJob(verify.data?.job, onChanged);
  return (
    <>
      <Facts
        facts={[
          ["File", row.file],
          ["Size", size(row.bytes)],
          ["Entries", row.entries.toLocaleString("en-US")],
          ["Checked", "verified when it was made: opened again, every page and entry read"],
        ]}
      />
      {verify.error ? <RefusedBanner refusal={verify.error} /> : null}
      {job ? <JobLine job={job} /> : null}
      <DialogActions>
        <Button onPress={onClose}>Close</Button>
        <Button onPress={() => onMode("elsewhere")}>Restore elsewhere</Button>
        <Button icon="undo" onPress={() => onMode("here")}>
          Go back to it
        </Button>
        <Button
          icon="check"
          pending={verify.isPending || job?.state === "running"}
          onPress={() => verify.mutate({ file: row.file })}
        >
          Verify
        </Button>
      </DialogActions>
    </>
  );
}

function LossWords({ loss }: { loss: BackupLoss }) {
  const { today, zone } = usePractice();
  if (loss.entries_lost === 0)
    return <Banner tone="positive" title="Nothing would be lost. Nothing was recorded since this backup." />;
  const span =
    loss.first_lost === undefined || loss.last_lost === undefined
      ? ""
      : ` They were made between ${moment(loss.first_lost, today, zone)} and ${moment(loss.last_lost, today, zone)}.`;
  return (
    <Banner
      tone="critical"
      title={`${plural(loss.entries_lost, "entry", "entries")} made since then would be gone from the records.`}
    >
      <p>{span} In them:</p>
      <ul>
        {loss.by_action.map((line) => (
          <li key={line.action}>
            {line.count.toLocaleString("en-US")} × {line.label}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function GoBack({ row, onBack }: { row: BackupRow; onBack: () => void }) {
  const loss = useCall("backup.loss", { file: row.file });
  const restore = useOp("backup.restore");
  const [passphrase, setPassphrase] = useState("");
  const job = useJob(restore.data?.job);
  const lost = loss.data?.entries_lost ?? 0;
  const missing =
    loss.data === undefined
      ? "First read what would be lost."
      : passphrase === ""
        ? "Type your passphrase."
        : undefined;
  const submit = () => {
    if (missing === undefined) restore.mutate({ file: row.file, passphrase }, { onSuccess: () => setPassphrase("") });
  };
  return (
    <Form label="Go back" onSubmit={submit} refusal={restore.error} fields={["passphrase"]}>
      <Answered query={loss} what="what would be lost">
        {(what) => <LossWords loss={what} />}
      </Answered>
      <p>Everybody is signed out afterwards, and the log says who went back and to when.</p>
      <PassphraseField label="Your passphrase" value={passphrase} onChange={setPassphrase} autoFocus isRequired />
      {job ? <JobLine job={job} /> : null}
      <DialogActions>
        <Button onPress={onBack}>Do not go back</Button>
        <Button type="submit" kind="stop" pending={restore.isPending || job?.state === "running"} why={missing}>
          {lost === 0 ? "Go back to this backup" : `Go back and lose ${plural(lost, "entry", "entries")}`}
        </Button>
      </DialogActions>
    </Form>
  );
}

function Elsewhere({ row, onBack }: { row: BackupRow; onBack: () => void }) {
  const restore = useOp("backup.restore_elsewhere");
  const [passphrase, setPassphrase] = useState("");
  const job = useJob(restore.data?.job);
  const submit = () => {
    if (passphrase !== "") restore.mutate({ file: row.file, passphrase }, { onSuccess: () => setPassphrase("") });
  };
  return (
    <Form label="Restore elsewhere" onSubmit={submit} refusal={restore.error} fields={["passphrase"]}>
      <p>
        Puts a copy into a folder you choose, to look at or to carry to another computer. The records here stay as
        they are.
      </p>
      <PassphraseField label="Your passphrase" value={passphrase} onChange={setPassphrase} autoFocus isRequired />
      {job ? <JobLine job={job} /> : null}
      <DialogActions>
        <Button onPress={onBack}>Back</Button>
        <Button
          type="submit"
          kind="primary"
          pending={restore.isPending || job?.state === "running"}
          why={passphrase === "" ? "Type your passphrase." : undefined}
        >
          Choose the folder
        </Button>
      </DialogActions>
    </Form>
  );
}
