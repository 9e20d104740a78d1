//! A goal while it is written: the client's words, the steps that can be checked, and what the staff does for them.

import type { GoalFields, InterventionFields, ObjectiveFields } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { StaffSelect } from "../session/StaffSelect.tsx";
import { NEW_INTERVENTION, NEW_OBJECTIVE, replaced } from "./outline.ts";
import styles from "./Plan.module.css";

interface GoalProps {
  name: string;
  number: number;
  value: GoalFields;
  onChange: (value: GoalFields | undefined) => void;
  onLibrary: () => void;
}

export function GoalFieldset({ name, number, value, onChange, onLibrary }: GoalProps) {
  const objectives = (next: ObjectiveFields[]) => onChange({ ...value, objectives: next });
  const done = value.interventions ?? [];
  const interventions = (next: InterventionFields[]) => onChange({ ...value, interventions: next });
  return (
    <div className={styles.goal}>
      <Field
        label={`Goal ${String(number)}, in the client’s own words`}
        name={`${name}.words`}
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
      {value.objectives.map((objective, o) => {
        const label = `${String(number)}.${String(o + 1)}`;
        return (
          <ObjectiveFieldset
            key={label}
            name={`${name}.objectives.${String(o)}`}
            label={label}
            value={objective}
            onChange={(next) => objectives(replaced(value.objectives, o, next))}
          />
        );
      })}
      {done.map((intervention, i) => (
        <InterventionFieldset
          key={`${name}.interventions.${String(i)}`}
          name={`${name}.interventions.${String(i)}`}
          value={intervention}
          onChange={(next) => interventions(replaced(done, i, next))}
        />
      ))}
      <div className={styles.line}>
        <Button size="sm" icon="plus" onPress={() => objectives([...value.objectives, NEW_OBJECTIVE])}>
          Add an objective
        </Button>
        <Button size="sm" onPress={onLibrary}>
          From the library
        </Button>
        <Button size="sm" icon="plus" onPress={() => interventions([...done, NEW_INTERVENTION])}>
          Add what we do
        </Button>
        <Button size="sm" kind="quiet" onPress={() => onChange(undefined)}>
          Take this goal out
        </Button>
      </div>
    </div>
  );
}

interface ObjectiveProps {
  name: string;
  label: string;
  value: ObjectiveFields;
  onChange: (value: ObjectiveFields | undefined) => void;
}

function ObjectiveFieldset({ name, label, value, onChange }: ObjectiveProps) {
  const { words, target_on } = value;
  return (
    <div className={styles.edit}>
      <Field
        label={`Objective ${label}`}
        name={`${name}.words`}
        value={words}
        onChange={(next) => onChange({ ...value, words: next })}
      />
      <DateField
        label="Target"
        value={target_on ?? ""}
        onChange={(day) => onChange(day === "" ? { words } : { words, target_on: day })}
        optional
      />
      <Button kind="quiet" icon="close" label={`Take objective ${label} out`} onPress={() => onChange(undefined)} />
    </div>
  );
}

interface InterventionProps {
  name: string;
  value: InterventionFields;
  onChange: (value: InterventionFields | undefined) => void;
}

function InterventionFieldset({ name, value, onChange }: InterventionProps) {
  const { responsible, ...rest } = value;
  return (
    <div className={styles.done}>
      <Field label="What we do" name={`${name}.words`} value={value.words} onChange={(words) => onChange({ ...value, words })} />
      <Field
        label="How often"
        name={`${name}.frequency`}
        value={value.frequency}
        onChange={(frequency) => onChange({ ...value, frequency })}
      />
      <StaffSelect
        label="Who answers for it"
        name={`${name}.responsible`}
        value={responsible ?? ""}
        onChange={(person) => onChange(person === "" ? rest : { ...rest, responsible: person })}
      />
      <Button kind="quiet" icon="close" label="Take this out" onPress={() => onChange(undefined)} />
    </div>
  );
}
