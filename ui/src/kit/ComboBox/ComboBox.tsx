//! One of a long list, found by typing. The found letters are marked in the list; what is meant beyond doubt is taken by Tab or Enter.

import { useState } from "react";
import type { KeyboardEvent } from "react";
import { Button, ComboBox as AriaComboBox, Input, ListBox, Popover } from "react-aria-components";
import type { Option } from "../Choice/Choice.tsx";
import { FieldError, FieldHelp, FieldLabel } from "../Field/Field.tsx";
import field from "../Field/Field.module.css";
import { Icon } from "../Icon/Icon.tsx";
import { ListOption } from "../Select/Select.tsx";
import list from "../Select/Select.module.css";
import { Marked } from "./Marked.tsx";
import { matches } from "../../lib/match.ts";
import { meantBy, sameWord } from "./meant.ts";
import styles from "./ComboBox.module.css";

interface ComboBoxProps<Value extends string> {
  label: string;
  name?: string;
  value: Value | "";
  options: readonly Option<Value>[];
  onChange: (value: Value | "") => void;
  help?: string;
  error?: string | undefined;
  optional?: boolean;
  placeholder?: string;
  /** The options come from elsewhere and answer what was typed: nothing is filtered here. */
  onType?: (typed: string) => void;
  /** How the value reads when it is not among the options. */
  valueText?: string;
  /** What is offered for a text that is none of the options, where the list cannot be complete. */
  own?: (typed: string) => Option<Value> | undefined;
}

export function ComboBox<Value extends string>(props: ComboBoxProps<Value>) {
  const { label, name, value, options, onChange, help, error, optional, placeholder, onType, valueText, own } = props;
  const chosen = valueText ?? options.find((option) => option.value === value)?.label ?? "";
  const [typed, setTyped] = useState(chosen);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(chosen);
  }
  const query = typed === chosen ? "" : typed;
  const found = options
    .filter((option) => onType !== undefined || matches(option.label, query) || sameWord(option.help, query))
    .map((option) => ({ id: option.value, ...option }));
  const typedOne = query.trim() === "" || meantBy(query, found) ? undefined : own?.(query.trim());
  const offered = typedOne ? [...found, { id: typedOne.value, ...typedOne }] : found;
  const takeMeant = (event: KeyboardEvent) => {
    const pointing = event.target instanceof HTMLElement && event.target.hasAttribute("aria-activedescendant");
    const meant = query === "" || pointing ? undefined : meantBy(query, offered);
    if ((event.key === "Tab" || event.key === "Enter") && meant) onChange(meant.value);
  };
  return (
    <AriaComboBox
      className={field.field ?? ""}
      name={name}
      items={offered}
      inputValue={typed}
      onInputChange={(next) => {
        setTyped(next);
        if (next !== chosen) onType?.(next);
      }}
      value={value === "" ? null : value}
      onChange={(key) => onChange((key ?? "") as Value | "")}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={error === undefined ? undefined : true}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <span className={styles.combo} onKeyDownCapture={takeMeant}>
        <Input className={field.input ?? ""} placeholder={placeholder} autoComplete="off" spellCheck="false" />
        <Button className={styles.open ?? ""}>
          <Icon name="down" />
        </Button>
      </span>
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <FieldError>{error}</FieldError>
      <Popover className={list.popover ?? ""} offset={4}>
        <ListBox<(typeof found)[number]>
          className={list.listbox ?? ""}
          renderEmptyState={() => <p className={list.empty}>Nothing begins like that.</p>}
        >
          {(option) => (
            <ListOption id={option.value} label={option.label} help={option.help}>
              <Marked text={option.label} query={query} />
            </ListOption>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
