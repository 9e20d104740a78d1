//! The custody form that goes with a specimen: number and initials for a laboratory, the name only when somebody says why.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { DonorShown } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { number } from "../exit/copies.ts";

export function CustodyDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const op = useOp("drug_test.print_custody");
  const [donor, setDonor] = useState<DonorShown>("number");
  const [reason, setReason] = useState("");
  const [copies, setCopies] = useState("1");
  const done = () => {
    say("Custody form saved and recorded", { icon: "print" });
    onClose();
  };
  return (
    <Dialog title="Non-federal custody form" isOpen onClose={onClose} busy={op.isPending}>
      <Form
        label="Non-federal custody form"
        refusal={op.error}
        fields={["reason", "copies"]}
        onSubmit={() => op.mutate({ id, donor, reason, copies: number(copies) }, { onSuccess: done })}
      >
        <p>What is recorded of the collection, and lines for the hands it passes through. It says nothing of a result.</p>
        <OneOf
          label="The donor is shown by"
          value={donor}
          onChange={setDonor}
          options={[
            { value: "number", label: "Client number and initials", help: "For the laboratory" },
            { value: "name", label: "Name and date of birth", help: "With a reason" },
          ]}
        />
        {donor === "name" ? (
          <Field
            label="Who it is for, and why it needs the name"
            name="reason"
            value={reason}
            onChange={setReason}
            help="Printed on the form and kept with the record of what left"
            isRequired
          />
        ) : null}
        <Field label="Copies you will print" name="copies" width="short" inputMode="numeric" value={copies} onChange={setCopies} autoFocus />
        <DialogActions>
          <Button onPress={onClose}>Leave it here</Button>
          <Button type="submit" kind="primary" icon="print" keys="Ctrl+Enter" pending={op.isPending}>
            Save as PDF
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
