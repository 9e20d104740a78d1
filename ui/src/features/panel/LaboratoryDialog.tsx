//! A laboratory: its name, its CLIA number, and our account with it.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { LaboratoryLine } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import styles from "./Panel.module.css";

const FIELDS = ["name", "clia", "phone", "account"].map((name) => `fields.${name}`);

export function LaboratoryDialog({ laboratory, onClose }: { laboratory: LaboratoryLine | undefined; onClose: () => void }) {
  const add = useOp("panel.add_laboratory");
  const change = useOp("panel.change_laboratory");
  const [fields, setFields] = useState({
    name: laboratory?.name ?? "",
    clia: laboratory?.clia ?? "",
    phone: laboratory?.phone ?? "",
    account: laboratory?.account ?? "",
  });
  const [active, setActive] = useState(laboratory?.active ?? true);
  const set = (name: keyof typeof fields) => (text: string) => setFields({ ...fields, [name]: text });
  const missing = fields.name.trim() === "" ? "Type the name of the laboratory." : undefined;
  const done = (words: string) => () => {
    say(words);
    onClose();
  };
  const submit = () => {
    if (missing !== undefined) return;
    if (laboratory === undefined) add.mutate({ fields }, { onSuccess: done("Added the laboratory") });
    else change.mutate({ id: laboratory.id, rev: laboratory.rev, fields, active }, { onSuccess: done("Changed the laboratory") });
  };
  const busy = add.isPending || change.isPending;
  const title = laboratory === undefined ? "Add a laboratory" : "Change the laboratory";
  return (
    <Dialog title={title} isOpen onClose={onClose} busy={busy}>
      <Form label={title} onSubmit={submit} refusal={add.error ?? change.error} fields={FIELDS} className={styles.dialog}>
        <Field label="Name" name="fields.name" value={fields.name} onChange={set("name")} autoFocus isRequired />
        <Field label="CLIA number" name="fields.clia" value={fields.clia} onChange={set("clia")} optional code />
        <Field label="Our account" name="fields.account" value={fields.account} onChange={set("account")} optional code />
        <Field label="Telephone" name="fields.phone" value={fields.phone} onChange={set("phone")} optional />
        {laboratory === undefined ? null : (
          <Checkbox isSelected={active} onChange={setActive}>
            In use
          </Checkbox>
        )}
        <DialogActions>
          <Button onPress={onClose}>Not now</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={busy} why={missing}>
            Keep this
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
