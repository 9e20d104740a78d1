//! One of a list that is too long to show: opens with Space, Enter or the arrows, and jumps to typed letters.

import type { ReactNode } from "react";
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from "react-aria-components";
import type { Option } from "../Choice/Choice.tsx";
import { FieldError, FieldHelp, FieldLabel } from "../Field/Field.tsx";
import field from "../Field/Field.module.css";
import { Icon } from "../Icon/Icon.tsx";
import styles from "./Select.module.css";

interface SelectProps<Value extends string> {
  label: string;
  name?: string;
  value: Value | "";
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  help?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  placeholder?: string;
  width?: "short" | "medium";
  /** The label stands inside, before the value: for a filter in a bar, where a line of labels has no room. */
  inside?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, name, value, options, onChange, help, error, optional, placeholder = "Choose", width, inside } = props;
  return (
    <AriaSelect
      className={field.field ?? ""}
      data-width={width}
      name={name}
      placeholder={placeholder}
      value={value === "" ? null : value}
      onChange={(key) => onChange((key ?? "") as Value)}
      isInvalid={error === undefined ? undefined : true}
    >
      {inside ? <Label className="spoken">{label}</Label> : <FieldLabel optional={optional}>{label}</FieldLabel>}
      <Button className={styles.trigger ?? ""}>
        {inside ? (
          // Drawn, not written: the name a screen reader says is value and label already.
          <span className={styles.inside} aria-hidden="true" data-label={`${label}:`} />
        ) : null}
        <SelectValue className={styles.value ?? ""} />
        <Icon name="down" />
      </Button>
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <FieldError>{error}</FieldError>
      <Popover className={styles.popover ?? ""} offset={4}>
        <ListBox className={styles.listbox ?? ""} items={options.map((option) => ({ id: option.value, ...option }))}>
          {(option) => <ListOption id={option.value} label={option.label} help={option.help} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A line of a list that floats: a check on the chosen one, the label, and what tells it apart on the right. */
export function ListOption({
  id,
  label,
  help,
  children,
}: {
  id: string;
  label: string;
  help?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <ListBoxItem id={id} textValue={label} className={styles.option ?? ""}>
      {({ isSelected }) => (
        <>
          <span className={styles.mark}>{isSelected ? <Icon name="check" size="sm" /> : null}</span>
          <span>{children ?? label}</span>
          {help ? <span className={styles.aside}>{help}</span> : null}
        </>
      )}
    </ListBoxItem>
  );
}
