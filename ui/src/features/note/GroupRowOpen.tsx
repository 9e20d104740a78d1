//! The open row of a group note: the own line, participation, objective, risk; beside it what the core noticed.

import type { GroupEntry, GroupNotePage, NotTheirName, Risk } from "../../ipc/generated/calls.ts";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { useCommands } from "../palette/commands.ts";
import { NotTheirs } from "./NotTheirs.tsx";
import { linesFor } from "./body.ts";
import { furtherSections, mainSection } from "./group.ts";
import type { EntryBody } from "./group.ts";
import styles from "./group.module.css";

const DIGITS = ["0", "1", "2", "3"].map((digit) => ({ value: digit, label: digit }));
const RISKS: readonly { value: Risk | "by_statement"; label: string }[] = [
  { value: "none_observed", label: "None observed" },
  { value: "same", label: "Same" },
  { value: "new_or_changed", label: "New or changed" },
];

interface OpenProps {
  page: GroupNotePage;
  entry: GroupEntry;
  shown: EntryBody;
  onChange: (patch: Partial<EntryBody>) => void;
  onState: (stated: NotTheirName) => void;
  onDigit: (digit: number) => void;
  /** From the keyboard, where the digit after the line also goes on. */
  onDigitKey: (digit: number) => void;
}

export function GroupRowOpen({ page, entry, shown, onChange, onState, onDigit, onDigitKey }: OpenProps) {
  useCommands(
    DIGITS.map(({ value }) => ({
      id: `entry.participation.${value}`,
      title: `Participation ${value}`,
      group: "Here" as const,
      icon: "check" as const,
      keys: `Alt+${value}`,
      inText: true,
      run: () => onDigitKey(Number(value)),
    })),
  );
  const [ticked] = Object.keys(shown.ticks);
  return (
    <div className={styles.open}>
      <div className="stack" data-gap="tight">
        <Field
          label={mainSection(page, "line")?.label ?? "Own line"}
          help="May be read by the client, the insurer and the next counselor."
          lines={linesFor(shown.line, 2)}
          value={shown.line}
          autoFocus
          onChange={(line) => onChange({ line, skipped: false })}
        />
        {furtherSections(page, "own").map(({ key, label, hint, required }) => (
          <Field
            key={key}
            label={label}
            name={`own.${key}`}
            optional={!required}
            help={hint}
            lines={linesFor(shown.more?.[key] ?? "", 1)}
            value={shown.more?.[key] ?? ""}
            onChange={(text) => onChange({ more: { ...shown.more, [key]: text }, skipped: false })}
          />
        ))}
        {shown.risk === "new_or_changed" || shown.riskWords !== "" ? (
          <Field
            label="What is new or changed, and what was done"
            lines={2}
            value={shown.riskWords}
            onChange={(riskWords) => onChange({ riskWords })}
          />
        ) : null}
        <Todo
          label="What was noticed"
          items={[
            ...entry.missing
              .filter((point) => entry.begun || point.field !== "line")
              .map((point) => ({ id: point.message, icon: "not-collected" as const, tone: "caution" as const, what: point.message })),
            ...entry.stated.map(({ word, because }) => ({ id: `stated ${word}`, icon: "check" as const, what: `“${word}” is not their name: ${because}` })),
            ...entry.warnings.map((point) => ({ id: point.message, icon: "caution" as const, tone: "caution" as const, what: point.message })),
          ]}
        />
        {entry.named === undefined ? null : (
          <NotTheirs
            key={entry.named}
            word={entry.named}
            title="This is not their name"
            keys="Alt+N"
            why={`Why “${entry.named}” is not their name`}
            help="Enter keeps it. It stays beside the row and never goes into the chart."
            onState={onState}
          />
        )}
      </div>
      <div className="stack" data-gap="tight">
        <Segments
          label="Participation"
          value={shown.participation === null ? "" : String(shown.participation)}
          options={DIGITS}
          onChange={(digit) => onDigit(Number(digit))}
        />
        {entry.objectives.length === 0 ? (
          <p className="muted small">No active plan to point at.</p>
        ) : (
          <Select
            label="Objective"
            value={ticked ?? ""}
            placeholder="None worked on"
            options={entry.objectives.map(({ id, label, words }) => ({ value: id, label: `${label} ${words}` }))}
            onChange={(id) => onChange({ ticks: { [id]: shown.ticks[id] ?? "not_rated" } })}
          />
        )}
        <Segments
          label="Risk"
          value={shown.risk ?? ""}
          options={RISKS as readonly { value: Risk | ""; label: string }[]}
          onChange={(risk) => {
            if (risk !== "") onChange({ risk });
          }}
        />
      </div>
    </div>
  );
}
