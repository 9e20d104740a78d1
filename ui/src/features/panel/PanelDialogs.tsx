//! A copy of a panel for a laboratory, and a panel's name and state.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { PanelSheet } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import styles from "./Panel.module.css";

function LaboratorySelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const list = useCall("panel.list", {});
  const known = (list.data?.laboratories ?? []).filter((one) => one.active || one.id === value);
  return (
    <Select
      label="Laboratory"
      name="laboratory"
      value={value === "" ? "any" : value}
      options={[{ value: "any", label: "Any laboratory" }, ...known.map((one) => ({ value: one.id, label: one.name }))]}
      onChange={(id) => onChange(id === "any" ? "" : id)}
    />
  );
}

const of = (laboratory: string) => (laboratory === "" ? {} : { laboratory });

interface CopyProps {
  panel: PanelSheet;
  onClose: () => void;
  onMade: (id: string) => void;
}

export function CopyDialog({ panel, onClose, onMade }: CopyProps) {
  const op = useOp("panel.copy");
  const [name, setName] = useState("");
  const [laboratory, setLaboratory] = useState("");
  const missing = name.trim() === "" ? "Type a name for the copy." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    op.mutate(
      { id: panel.id, name, ...of(laboratory) },
      {
        onSuccess: (made) => {
          say(`${made.name} is yours to change`);
          onClose();
          onMade(made.id);
        },
      },
    );
  };
  return (
    <Dialog title={`Copy ${panel.name}`} isOpen onClose={onClose} busy={op.isPending}>
      <Form label="Copy of a panel" onSubmit={submit} refusal={op.error} fields={["name", "laboratory"]} className={styles.dialog}>
        <Field label="Name of the copy" name="name" value={name} onChange={setName} autoFocus isRequired />
        <LaboratorySelect value={laboratory} onChange={setLaboratory} />
        <DialogActions>
          <Button onPress={onClose}>Not now</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending} why={missing}>
            Make the copy
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

export function ChangeDialog({ panel, onClose }: { panel: PanelSheet; onClose: () => void }) {
  const op = useOp("panel.change");
  const [name, setName] = useState(panel.name);
  const [laboratory, setLaboratory] = useState(panel.laboratory ?? "");
  const [active, setActive] = useState(panel.active);
  const missing = name.trim() === "" ? "Type a name for the panel." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    op.mutate(
      { id: panel.id, rev: panel.rev, name, active, ...of(laboratory) },
      {
        onSuccess: () => {
          say("Changed the panel");
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title="Name and state" isOpen onClose={onClose} busy={op.isPending}>
      <Form label="Name and state" onSubmit={submit} refusal={op.error} fields={["name", "laboratory"]} className={styles.dialog}>
        <Field label="Name" name="name" value={name} onChange={setName} autoFocus isRequired />
        <LaboratorySelect value={laboratory} onChange={setLaboratory} />
        <Checkbox isSelected={active} onChange={setActive} help="Out of use, nobody can order it; tests that were made keep it.">
          In use
        </Checkbox>
        <DialogActions>
          <Button onPress={onClose}>Not now</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending} why={missing}>
            Keep this
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
