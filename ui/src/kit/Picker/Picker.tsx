//! Type, choose, Enter: the one shape of the palette and of the client switcher. The focus stays in the text; the list follows by aria-activedescendant.

import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { Marked } from "../ComboBox/Marked.tsx";
import dialog from "../Dialog/Dialog.module.css";
import { Icon } from "../Icon/Icon.tsx";
import { Key } from "../Keys/Keys.tsx";
import { allOptions, moved } from "./picker.ts";
import type { PickerGroup, PickerOption } from "./picker.ts";
import styles from "./Picker.module.css";

interface PickerProps {
  label: string;
  placeholder: string;
  isOpen: boolean;
  onClose: () => void;
  query: string;
  onQuery: (query: string) => void;
  /** The letters to mark in the list; by default the query itself. */
  mark?: string;
  groups: readonly PickerGroup[];
  onPick: (id: string) => void;
  /** Shown in place of the list while it is empty. */
  nothing: ReactNode;
  foot?: ReactNode;
}

export function Picker(props: PickerProps) {
  return (
    <ModalOverlay
      className={dialog.veil ?? ""}
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(open) => (open ? undefined : props.onClose())}
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog className={styles.picker ?? ""} aria-label={props.label}>
          <PickerBody {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PickerBody({ label, placeholder, query, onQuery, mark, groups, onPick, nothing, foot }: PickerProps) {
  const list = useId();
  const options = allOptions(groups);
  const [at, setAt] = useState(0);
  const here = Math.min(at, Math.max(0, options.length - 1));
  const current = options[here];
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && current) {
      event.preventDefault();
      onPick(current.id);
      return;
    }
    const next = moved(event.key, here, options.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <>
      <div className={styles.ask}>
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${list}-${current.id}` : undefined}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            onQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <Key of="Esc" />
      </div>
      <div className={styles.list} role="listbox" id={list} aria-label={label} tabIndex={-1}>
        {groups.map((group) => (
          <PickerGroupLines
            key={group.title}
            group={group}
            list={list}
            current={current}
            mark={mark ?? query}
            onPick={onPick}
          />
        ))}
        {options.length === 0 ? <div className={styles.nothing}>{nothing}</div> : null}
      </div>
      {foot ? <div className={styles.foot}>{foot}</div> : null}
      <span className="spoken" role="status">
        {options.length === 1 ? "1 result" : `${String(options.length)} results`}
      </span>
    </>
  );
}

interface GroupLinesProps {
  group: PickerGroup;
  list: string;
  current: PickerOption | undefined;
  mark: string;
  onPick: (id: string) => void;
}

function PickerGroupLines({ group, list, current, mark, onPick }: GroupLinesProps) {
  if (group.options.length === 0) return null;
  return (
    <div role="group" aria-label={group.title}>
      <div className={styles.group} role="presentation">
        {group.title}
      </div>
      {group.options.map((option) => (
        <PickerLine
          key={option.id}
          option={option}
          id={`${list}-${option.id}`}
          here={option === current}
          mark={mark}
          onPick={onPick}
        />
      ))}
    </div>
  );
}

function PickerLine({
  option,
  id,
  here,
  mark,
  onPick,
}: {
  option: PickerOption;
  id: string;
  here: boolean;
  mark: string;
  onPick: (id: string) => void;
}) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (here) line.current?.scrollIntoView?.({ block: "nearest" });
  }, [here]);
  return (
    // The keys of an option are those of the text field above it: it owns the focus for the whole list.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={here}
      className={styles.option}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onPick(option.id)}
    >
      <Icon name={option.icon} />
      <span>
        <Marked text={option.text} query={mark} />{" "}
        {option.hint ? <span className="muted small">{option.hint}</span> : null}
      </span>
      {option.keys ? <Key of={option.keys} /> : null}
    </div>
  );
}
