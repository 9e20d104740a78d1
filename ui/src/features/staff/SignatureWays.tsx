//! Where a signature was refused and a way leads on: a mistyped date of one's license is mended, and a colleague's draft is taken over.

import { useState } from "react";
import type { Refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { MendForm } from "./MendForm.tsx";

interface SignatureWaysProps {
  refusal: Refused | null;
  /** Takes the draft over; absent where whoever may sign signs it. */
  onTakeOver?: () => void;
  pending?: boolean;
}

export function SignatureWays({ refusal, onTakeOver, pending = false }: SignatureWaysProps) {
  const [mending, setMending] = useState(false);
  const close = () => setMending(false);
  if (refusal?.rule === "signature.license_ended")
    return (
      <div className="cluster">
        <Button size="sm" icon="key" onPress={() => setMending(true)}>
          Mend the date of my license
        </Button>
        <Dialog title="Mend the date of your license" isOpen={mending} onClose={close}>
          <MendForm onDone={close} />
        </Dialog>
      </div>
    );
  if (refusal?.rule?.endsWith(".not_author") === true && onTakeOver !== undefined)
    return (
      <div className="cluster">
        <Button size="sm" icon="staff" pending={pending} onPress={onTakeOver}>
          Take the draft over
        </Button>
      </div>
    );
  return null;
}
