//! Choices that are all visible: ticks, one of several, and a row of segments for one of a few.

import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup,
  Radio,
  RadioGroup,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import { FieldError, FieldHelp, FieldLabel } from "../Field/Field.tsx";
import field from "../Field/Field.module.css";
import styles from "./Choice.module.css";

interface CheckboxProps {
  children: ReactNode;
  help?: ReactNode;
  value?: string;
  name?: string;
  isSelected?: boolean;
  isDisabled?: boolean;
  onChange?: (selected: boolean) => void;
}

export function Checkbox({ children, help, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles.check ?? ""}>
      <span className={styles.box} data-kind="check" aria-hidden="true" />
      <span>
        {children}
        {help ? <span className={styles.help}>{help}</span> : null}
      </span>
    </AriaCheckbox>
  );
}

export interface Option<Value extends string> {
  value: Value;
  label: string;
  help?: string;
}

interface GroupProps<Value extends string> {
  label: string;
  name?: string;
  help?: ReactNode;
  error?: string | undefined;
  options: readonly Option<Value>[];
  /** "two" for words with help, "row" for a few short ones. */
  columns?: "two" | "row";
  isDisabled?: boolean;
}

export function Ticks<Value extends string>(
  props: GroupProps<Value> & { value: readonly Value[]; onChange: (value: Value[]) => void },
) {
  const { label, help, error, options, columns, value, onChange, ...rest } = props;
  return (
    <CheckboxGroup
      {...rest}
      className={field.field ?? ""}
      value={[...value]}
      onChange={(next) => onChange(next as Value[])}
      isInvalid={error === undefined ? undefined : true}
    >
      <FieldLabel>{label}</FieldLabel>
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <div className={styles.options} data-columns={columns}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} help={option.help}>
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldError>{error}</FieldError>
    </CheckboxGroup>
  );
}

export function OneOf<Value extends string>(
  props: GroupProps<Value> & { value: Value; onChange: (value: Value) => void },
) {
  const { label, help, error, options, columns, value, onChange, ...rest } = props;
  return (
    <RadioGroup
      {...rest}
      className={field.field ?? ""}
      // Nothing chosen is null to the group: with an empty word Tab would pass all of its buttons by.
      value={value === "" ? null : value}
      onChange={(next) => onChange(next as Value)}
      isInvalid={error === undefined ? undefined : true}
    >
      <FieldLabel>{label}</FieldLabel>
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <div className={styles.options} data-columns={columns}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.check ?? ""}>
            <span className={styles.box} data-kind="radio" aria-hidden="true" />
            <span>
              {option.label}
              {option.help ? <span className={styles.help}>{option.help}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError>{error}</FieldError>
    </RadioGroup>
  );
}

/** One of a few short words. Arrow keys move, Space or Enter picks. */
export function Segments<Value extends string>(props: {
  label: string;
  labelShown?: boolean;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
}) {
  const { label, labelShown = true, value, options, onChange } = props;
  return (
    <div className={field.field}>
      {labelShown ? (
        <span className={field.label} aria-hidden="true">
          {label}
        </span>
      ) : null}
      <ToggleButtonGroup
        aria-label={label}
        className={styles.segments ?? ""}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const [next] = keys;
          if (next !== undefined) onChange(next as Value);
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} id={option.value} className={styles.segment ?? ""}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
