//! A passphrase: hidden until asked for, with a word when Caps Lock is on. Paste is welcome. The browser is told not to remember it.
//! A new passphrase also shows how strong it is; the judgement comes from the core, this file only draws it.

import { useState } from "react";
import type { Ref } from "react";
import { Button as AriaButton, Input, TextField } from "react-aria-components";
import type { TextFieldProps } from "react-aria-components";
import type { Strength } from "../../ipc/generated/calls.ts";
import { FieldError, FieldHelp, FieldLabel } from "../Field/Field.tsx";
import field from "../Field/Field.module.css";
import { State } from "../Badge/Badge.tsx";
import styles from "./PassphraseField.module.css";

interface PassphraseFieldProps {
  label?: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  error?: string | undefined;
  strength?: Strength | undefined;
  /** Tall on the lock screens. */
  size?: "tall";
  autoFocus?: boolean;
  isRequired?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** A PIN is digits only, and says so to the keyboard of a tablet. */
  digits?: boolean;
}

const SCORES = ["Far too easy to guess", "Too easy to guess", "Could be stronger", "Strong", "Very strong"] as const;

function StrengthLine({ strength }: { strength: Strength }) {
  return (
    <div className={styles.strength} aria-live="polite">
      <span className={styles.meter} aria-hidden="true" data-enough={strength.enough || undefined}>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={step <= strength.score || undefined} />
        ))}
      </span>
      <State tone={strength.enough ? "positive" : "caution"} icon={strength.enough ? "check" : "caution"}>
        {SCORES[strength.score]}, {strength.length} characters
      </State>
      {strength.advice ? <p className={field.help}>{strength.advice}</p> : null}
    </div>
  );
}

export function PassphraseField(props: PassphraseFieldProps) {
  const {
    label = "Passphrase",
    name = "passphrase",
    value,
    onChange,
    help,
    error,
    strength,
    size,
    autoFocus,
    isRequired,
    inputRef,
    digits,
  } = props;
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const watchCaps: NonNullable<TextFieldProps["onKeyDown"]> = (event) => {
    setCaps(event.getModifierState("CapsLock"));
    event.continuePropagation();
  };
  return (
    <TextField
      className={field.field ?? ""}
      name={name}
      value={value}
      onChange={onChange}
      type={shown ? "text" : "password"}
      inputMode={digits ? "numeric" : "text"}
      autoComplete="off"
      spellCheck="false"
      autoFocus={autoFocus ?? false}
      isRequired={isRequired ?? false}
      isInvalid={error === undefined ? undefined : true}
      onKeyDown={watchCaps}
      onKeyUp={watchCaps}
      onBlur={() => setCaps(false)}
    >
      <FieldLabel>{label}</FieldLabel>
      <span className={field.joined}>
        <Input className={field.input ?? ""} data-size={size} ref={inputRef} />
        <AriaButton className={styles.show ?? ""} onPress={() => setShown(!shown)} aria-pressed={shown}>
          {shown ? "Hide" : "Show"}
        </AriaButton>
      </span>
      <span role="status" className={caps ? styles.caps : "spoken"}>
        {caps ? (
          <State tone="caution" icon="caution">
            Caps Lock is on
          </State>
        ) : null}
      </span>
      {strength && value !== "" ? <StrengthLine strength={strength} /> : null}
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}
