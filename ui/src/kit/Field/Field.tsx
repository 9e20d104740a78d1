//! A text field: label above, help below it, the error in the place of the help and beside the field. Prose fields grow into a text area whose unknown words are marked.
//! Inside a `Form` a refusal of the core lands on the field of the same `name` by itself and leaves as soon as the person types.

import type { ReactNode, Ref } from "react";
import {
  FieldError as AriaFieldError,
  Input,
  Label as AriaLabel,
  Text,
  TextField,
} from "react-aria-components";
import type { TextFieldProps } from "react-aria-components";
import { Icon } from "../Icon/Icon.tsx";
import { ProseArea } from "../Prose/ProseArea.tsx";
import styles from "./Field.module.css";

export function FieldLabel({ children, optional }: { children: ReactNode; optional?: boolean | undefined }) {
  return (
    <AriaLabel className={styles.label ?? ""}>
      {children}
      {optional ? <span className={styles.optional}> optional</span> : null}
    </AriaLabel>
  );
}

export function FieldHelp({ children }: { children: ReactNode }) {
  return (
    <Text slot="description" className={styles.help ?? ""}>
      {children}
    </Text>
  );
}

export function FieldError({ children }: { children?: ReactNode }) {
  return (
    <AriaFieldError className={styles.error ?? ""}>
      {({ validationErrors }) => (
        <>
          <Icon name="caution" size="sm" />
          <span>{children ?? validationErrors.join(" ")}</span>
        </>
      )}
    </AriaFieldError>
  );
}

export interface FieldProps extends Omit<TextFieldProps, "children" | "className" | "style"> {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  unit?: string;
  lines?: number;
  /** Copied by hand: keys, seal numbers, digests. */
  code?: boolean;
  placeholder?: string;
  size?: "tall";
  width?: "short" | "medium";
  inputRef?: Ref<HTMLInputElement>;
  after?: ReactNode;
  /** The label stands in the empty field and is only spoken: for the filter of a list. */
  inside?: boolean;
}

export function Field({
  label,
  help,
  error,
  optional,
  unit,
  lines,
  code,
  placeholder,
  size,
  width,
  inputRef,
  after,
  inside,
  ...rest
}: FieldProps) {
  const input = lines ? (
    <ProseArea
      className={styles.input ?? ""}
      rows={lines}
      placeholder={placeholder}
      // What is copied by hand, or cannot be changed here, has no slips to mend.
      text={code || rest.isReadOnly || rest.isDisabled ? undefined : rest.value}
    />
  ) : (
    <Input
      className={styles.input ?? ""}
      data-code={code || undefined}
      data-size={size}
      placeholder={inside ? (placeholder ?? label) : placeholder}
      ref={inputRef}
    />
  );
  return (
    <TextField
      autoComplete="off"
      // Words are checked by ourselves; an engine of the system would learn them into files of its own.
      spellCheck="false"
      {...rest}
      className={styles.field ?? ""}
      data-width={width}
      isInvalid={error === undefined ? rest.isInvalid : true}
    >
      {inside ? <AriaLabel className="spoken">{label}</AriaLabel> : <FieldLabel optional={optional}>{label}</FieldLabel>}
      {unit ? (
        <span className={styles.joined}>
          {input}
          <span className={styles.unit}>{unit}</span>
        </span>
      ) : (
        input
      )}
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <FieldError>{error}</FieldError>
      {after}
    </TextField>
  );
}
