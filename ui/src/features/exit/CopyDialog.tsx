//! What every printed record asks before it leaves: for whom it is, why, and how many. It is saved as a PDF in a place the person chooses, and recorded.

import { useState } from "react";
import type { ReactNode } from "react";
import type { CopyFields, CopyKind } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { number } from "./copies.ts";

interface CopyDialogProps {
  title: string;
  /** What is on the paper, in a sentence or two. */
  about: ReactNode;
  /** Only for use within the program: there is nobody whose own copy it could be. */
  internalOnly?: boolean;
  /** What the usual purpose of such a copy is. */
  kind?: CopyKind;
  pending: boolean;
  refusal: Refused | null;
  /** Names of the fields in `children`. */
  fields?: readonly string[];
  children?: ReactNode;
  onPrint: (copy: CopyFields) => void;
  onClose: () => void;
}

export function CopyDialog(props: CopyDialogProps) {
  const { title, about, internalOnly = false, pending, refusal, fields = [], children, onPrint, onClose } = props;
  const [kind, setKind] = useState<CopyKind>(props.kind ?? "internal_copy");
  const [reason, setReason] = useState("");
  const [copies, setCopies] = useState("1");
  const internal = internalOnly || kind === "internal_copy";
  return (
    <Dialog title={title} isOpen onClose={onClose} busy={pending}>
      <Form
        label={title}
        refusal={refusal}
        fields={["reason", "copies", ...fields]}
        onSubmit={() => onPrint({ kind: internal ? "internal_copy" : "own_copy", reason, copies: number(copies) })}
      >
        <p>{about}</p>
        {children}
        {internalOnly ? null : (
          <OneOf
            label="For whom"
            value={kind}
            onChange={setKind}
            options={[
              { value: "internal_copy", label: "The program", help: "An internal copy, with who and why" },
              { value: "own_copy", label: "The client", help: "Their own copy" },
            ]}
          />
        )}
        <Field
          label={internal ? "Who it is for, and why" : "Note for the record"}
          name="reason"
          value={reason}
          onChange={setReason}
          help={internal ? "Printed on the page and kept with the record of what left" : "Kept with the record of what left"}
          isRequired={internal}
          optional={!internal}
          autoFocus
        />
        <Field label="Copies you will print" name="copies" width="short" inputMode="numeric" value={copies} onChange={setCopies} />
        <DialogActions>
          <Button onPress={onClose}>Leave it here</Button>
          <Button type="submit" kind="primary" icon="print" keys="Ctrl+Enter" pending={pending}>
            Save as PDF
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
