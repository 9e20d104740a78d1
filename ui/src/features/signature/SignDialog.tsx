//! The last step before something cannot be undone: who are you? The PIN where there is one, or the passphrase. The secret stays in this dialog.

import type { ReactNode } from "react";
import type { Proof } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { useProof } from "../workstation/useProof.tsx";
import { MendLicense } from "./LicenseEnded.tsx";

interface SignDialogProps {
  title: string;
  /** What happens, in a sentence. */
  children: ReactNode;
  action: string;
  wide?: boolean;
  isOpen: boolean;
  pending: boolean;
  refusal: Refused | null;
  onSign: (proof: Proof) => void;
  onClose: () => void;
}

export function SignDialog({ isOpen, onClose, ...rest }: SignDialogProps) {
  return (
    <Dialog title={rest.title} isOpen={isOpen} onClose={onClose} busy={rest.pending} wide={rest.wide ?? false}>
      <SignForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function SignForm({
  title,
  children,
  action,
  pending,
  refusal,
  onSign,
  onClose,
}: Omit<SignDialogProps, "isOpen" | "wide">) {
  const { proof, missing, field, other, rest } = useProof(refusal, true);
  return (
    <Form
      label={title}
      refusal={rest}
      fields={["proof"]}
      onSubmit={() => {
        if (proof !== undefined) onSign(proof);
      }}
    >
      <div>{children}</div>
      {rest?.rule === "signature.license_ended" ? (
        <div>
          <MendLicense />
        </div>
      ) : null}
      {field}
      <DialogActions>
        {other}
        <Button onPress={onClose}>Not yet</Button>
        <Button
          type="submit"
          kind="primary"
          icon="signed"
          pending={pending}
          why={missing}
          whyShown="elsewhere"
        >
          {action}
        </Button>
      </DialogActions>
    </Form>
  );
}
