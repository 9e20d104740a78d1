//! The facts of a practice that rules depend on; the same fields in set-up and in Settings.

import type { PracticeChoices, PracticeFields, WeekStart } from "../../ipc/generated/calls.ts";
import { Checkbox, OneOf } from "../../kit/Choice/Choice.tsx";
import { ComboBox } from "../../kit/ComboBox/ComboBox.tsx";
import { Field } from "../../kit/Field/Field.tsx";

export function practiceMissing(practice: PracticeFields): string | undefined {
  if (practice.name.trim() === "") return "Name the practice first.";
  if (practice.state === "") return "Choose the state.";
  if (practice.time_zone === "") return "Choose the time zone.";
  return undefined;
}

interface PracticeFieldsetProps {
  value: PracticeFields;
  choices: PracticeChoices;
  onChange: (value: PracticeFields) => void;
  autoFocus?: boolean;
}

export function PracticeFieldset({ value, choices, onChange, autoFocus }: PracticeFieldsetProps) {
  const patch = (change: Partial<PracticeFields>) => onChange({ ...value, ...change });
  return (
    <>
      <Field
        label="Name of the practice"
        name="name"
        value={value.name}
        onChange={(name) => patch({ name })}
        help="As it stands on letters and printouts"
        autoFocus={autoFocus ?? false}
        isRequired
      />
      <ComboBox
        label="State"
        name="state"
        value={value.state}
        options={choices.states.map(({ code, name }) => ({ value: code, label: name, help: code }))}
        onChange={(state) => patch({ state })}
        help="Where the program is licensed; decides which rules are shown first"
      />
      <ComboBox
        label="Time zone"
        name="time_zone"
        value={value.time_zone}
        options={choices.time_zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        onChange={(time_zone) => patch({ time_zone })}
      />
      <OneOf
        label="The program week begins on"
        name="week_starts_on"
        value={value.week_starts_on}
        options={choices.week_starts.map(({ code, name }) => ({ value: code as WeekStart, label: name }))}
        onChange={(week_starts_on) => patch({ week_starts_on })}
        help="Weekly hours are counted from here."
        columns="row"
      />
      <Checkbox
        isSelected={value.solo}
        onChange={(solo) => patch({ solo })}
        help="No supervisor and nobody to cosign; the records say so."
      >
        I am the only clinician
      </Checkbox>
      {value.clia === undefined ? null : (
        <Field
          label="CLIA number"
          name="clia"
          value={value.clia}
          onChange={(clia) => patch({ clia })}
          help="Under which cups are read on site; printed on custody forms"
          optional
          code
        />
      )}
    </>
  );
}
