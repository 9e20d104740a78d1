//! Choosing a passphrase: typed twice, judged by the core while it is typed. The words that must not carry it (names, practice) go along with the question.

import { useEffect, useState } from "react";
import { ask } from "../../ipc/door.ts";
import type { Strength } from "../../ipc/generated/calls.ts";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";

export interface NewPassphraseValue {
  passphrase: string;
  again: string;
}

export const noPassphrase: NewPassphraseValue = { passphrase: "", again: "" };

/** Why the pair cannot be used yet, or undefined when it can. */
export function passphraseMissing(value: NewPassphraseValue, strength: Strength | undefined): string | undefined {
  if (value.passphrase === "") return "Choose a passphrase first.";
  if (strength !== undefined && !strength.enough) return "The passphrase is not strong enough yet.";
  if (value.again !== value.passphrase) return "Type the same passphrase twice.";
  return undefined;
}

/** Asks the core 150 ms after the last letter; an answer to older text is dropped. Never cached. */
export function useStrength(passphrase: string, words: readonly string[]): Strength | undefined {
  const [strength, setStrength] = useState<{ of: string; is: Strength }>();
  const listed = words.join("\n");
  useEffect(() => {
    if (passphrase === "") return undefined;
    let old = false;
    const timer = setTimeout(() => {
      ask("passphrase.strength", { passphrase, words: listed.split("\n").filter((word) => word !== "") })
        .then((is) => {
          if (!old) setStrength({ of: passphrase, is });
        })
        // Without an answer nothing is shown; the op judges again and says why.
        .catch(() => undefined);
    }, 150);
    return () => {
      old = true;
      clearTimeout(timer);
    };
  }, [passphrase, listed]);
  return passphrase === "" ? undefined : strength?.is;
}

interface NewPassphraseProps {
  label?: string;
  name?: string;
  value: NewPassphraseValue;
  onChange: (value: NewPassphraseValue) => void;
  strength: Strength | undefined;
  autoFocus?: boolean;
}

export function NewPassphrase({
  label = "New passphrase",
  name = "passphrase",
  value,
  onChange,
  strength,
  autoFocus,
}: NewPassphraseProps) {
  const differs = value.again !== "" && !value.passphrase.startsWith(value.again) && value.again !== value.passphrase;
  return (
    <>
      <PassphraseField
        label={label}
        name={name}
        value={value.passphrase}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
        strength={strength}
        help="15 characters or more. Four or five words that do not belong together are easy to keep and hard to guess."
        autoFocus={autoFocus ?? false}
        isRequired
      />
      <PassphraseField
        label="The same again"
        name="again"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={differs ? "Not the same as above." : undefined}
        isRequired
      />
    </>
  );
}
