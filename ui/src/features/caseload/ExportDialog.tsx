//! The lines on the screen as a table of comma-separated values. It leaves the program, so it says who it is for and why, and is recorded.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { plural } from "../../lib/time.ts";
import styles from "./Caseload.module.css";

export function ExportDialog({ clients, onClose }: { clients: readonly string[]; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const op = useOp("caseload.export");
  const submit = () =>
    op.mutate(
      { clients: [...clients], reason },
      {
        onSuccess: ({ rows }) => {
          say(`${plural(rows, "line")} saved and recorded`);
          onClose();
        },
      },
    );
  return (
    <Dialog title="Save the caseload as a table" isOpen onClose={onClose} busy={op.isPending}>
      <Form
        label="Save the caseload as a table"
        onSubmit={submit}
        refusal={op.error}
        fields={["reason"]}
        className={styles.dialog}
      >
        <p>
          {`${plural(clients.length, "client")}, in the order of the screen. The file holds names and is no longer protected by the vault; keep it only as long as it is needed.`}
        </p>
        <Field
          label="Who it is for, and why"
          name="reason"
          value={reason}
          onChange={setReason}
          help="Kept with the record of what left"
          isRequired
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>Leave it here</Button>
          <Button type="submit" kind="primary" pending={op.isPending}>
            Save and record
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
