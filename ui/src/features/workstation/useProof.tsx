//! Who are you, once more: the PIN where there is one, or the passphrase. What every form that signs asks for; the secret stays in its state and in no draft.

import { useState } from "react";
import type { ReactNode } from "react";
import type { Proof } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { usePractice } from "../../lib/practice.ts";

export interface ProofState {
  /** Undefined until something is typed. */
  proof: Proof | undefined;
  missing: string | undefined;
  field: ReactNode;
  /** Changes between the two; nothing where there is no PIN. */
  other: ReactNode;
  /** The refusal that the form shows in its banner: a wrong secret stands beside its field. */
  rest: Refused | null;
}

export function useProof(refusal: Refused | null, autoFocus: boolean): ProofState {
  const { workstation } = usePractice();
  const hasPin = workstation?.pin_set ?? false;
  const [byPin, setByPin] = useState(hasPin);
  const [secret, setSecret] = useState("");
  const wrong = refusal?.code === "wrong_passphrase" || refusal?.code === "wait" ? refusal.message : undefined;
  const turn = () => {
    setSecret("");
    setByPin(!byPin);
  };
  return {
    proof: secret === "" ? undefined : byPin ? { pin: secret } : { passphrase: secret },
    missing: secret !== "" ? undefined : byPin ? "Type your PIN." : "Type your passphrase.",
    field: (
      <PassphraseField
        key={byPin ? "pin" : "passphrase"}
        label={byPin ? "Your PIN" : "Your passphrase"}
        name="proof"
        digits={byPin}
        value={secret}
        onChange={setSecret}
        error={wrong}
        autoFocus={autoFocus}
      />
    ),
    other: hasPin ? (
      <Button kind="quiet" onPress={turn}>
        {byPin ? "Use the passphrase" : "Use the PIN"}
      </Button>
    ) : null,
    rest: wrong === undefined ? refusal : null,
  };
}
