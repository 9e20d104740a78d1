//! The clinical parts: medications, and diagnoses by ICD-10-CM code and words.

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { ComboBox } from "../../kit/ComboBox/ComboBox.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { date } from "../../lib/time.ts";
import { ShownAs, ShowsAs } from "./ShowsAs.tsx";
import type { FieldsetProps, PartKind, Parts } from "./part.ts";
import { remissionWords, remissions } from "./words.ts";

const together = (parts: readonly string[], by = " · ") => parts.filter((part) => part !== "").join(by);
const on = (day: string | undefined, today: string, words: string) =>
  day === undefined || day === "" ? "" : `${words} ${date(day, today)}`;

export const medicationPart: PartKind<"medication"> = {
  noun: "medication",
  title: "Medications",
  one: "a medication",
  none: "No medication is recorded. What a client takes decides how a drug test is read.",
  icon: "pill",
  blank: {
    name: "",
    dose: "",
    frequency: "",
    prescriber: "",
    started_on: "",
    stopped_on: "",
    shows_as: "",
  },
  days: ["started_on", "stopped_on"],
  missing: ({ name }) => (name.trim() === "" ? "Type the medication first." : undefined),
  line: (row, today) => ({
    icon: "pill",
    what: (
      <>
        <span className="strong">{row.name}</span> {together([row.dose, row.frequency], ", ")}
      </>
    ),
    note: (
      <>
        {together([
          row.prescriber === "" ? "" : `by ${row.prescriber}`,
          on(row.started_on, today, "since"),
          on(row.stopped_on, today, "stopped"),
        ])}
        {row.shows_as === "" ? null : <ShownAs keys={row.shows_as} />}
      </>
    ),
  }),
  Fieldset: MedicationFieldset,
};

function MedicationFieldset({ value, onChange }: FieldsetProps<Parts["medication"]>) {
  return (
    <>
      <Field
        label="Medication"
        name="name"
        value={value.name}
        onChange={(name) => onChange({ name })}
        autoFocus
        isRequired
      />
      <FieldRow>
        <Field label="Dose" name="dose" value={value.dose} onChange={(dose) => onChange({ dose })} optional />
        <Field
          label="How often"
          name="frequency"
          value={value.frequency}
          onChange={(frequency) => onChange({ frequency })}
          optional
        />
      </FieldRow>
      <Field
        label="Prescribed by"
        name="prescriber"
        value={value.prescriber}
        onChange={(prescriber) => onChange({ prescriber })}
        width="medium"
        optional
      />
      <FieldRow>
        <DateField
          label="Since"
          name="started_on"
          value={value.started_on ?? ""}
          onChange={(started_on) => onChange({ started_on })}
          optional
        />
        <DateField
          label="Stopped on"
          name="stopped_on"
          value={value.stopped_on ?? ""}
          onChange={(stopped_on) => onChange({ stopped_on })}
          optional
        />
      </FieldRow>
      <ShowsAs value={value.shows_as} onChange={(shows_as) => onChange({ shows_as })} />
    </>
  );
}

export const diagnosisPart: PartKind<"diagnosis"> = {
  noun: "diagnosis",
  title: "Diagnoses",
  one: "a diagnosis",
  none: "No diagnosis is recorded yet.",
  icon: "flag",
  blank: {
    code: "",
    words: "",
    position: 1,
    diagnosed_on: "",
    resolved_on: "",
    specifier: "",
    remission: "",
    controlled_environment: false,
  },
  days: ["diagnosed_on", "resolved_on"],
  next: (rows) => ({ position: rows.length + 1 }),
  missing: ({ code, words }) =>
    code.trim() === "" || words.trim() === "" ? "Choose a diagnosis first." : undefined,
  line: (row, today) => ({
    icon: row.position === 1 ? "flag" : "right",
    what: (
      <>
        <span className="strong">{row.code}</span> {row.words}
      </>
    ),
    note: together([
      row.position === 1 ? "principal" : "",
      row.specifier ?? "",
      remissionWords(row.remission, row.controlled_environment),
      on(row.diagnosed_on, today, "since"),
      on(row.resolved_on, today, "resolved"),
    ]),
  }),
  Fieldset: DiagnosisFieldset,
};

/** A diagnosis that the list does not hold, typed as its code and its words: "F98.5 Stuttering". */
export function ownDiagnosis(text: string): { code: string; words: string } | undefined {
  const [, code, words] = /^([A-Za-z]\d[0-9A-Za-z](?:\.[0-9A-Za-z]{1,4})?)\s+(\S.*)$/u.exec(text.trim()) ?? [];
  return code === undefined || words === undefined ? undefined : { code: code.toUpperCase(), words };
}

function DiagnosisFieldset({ value, onChange }: FieldsetProps<Parts["diagnosis"]>) {
  const [typed, setTyped] = useState("");
  const choices = useCall("diagnosis.choices", { text: typed }, { keep: true });
  const found = choices.data ?? [];
  const choose = (code: string) => {
    const choice = found.find((one) => one.code === code);
    onChange(choice ? { code, words: choice.words } : (ownDiagnosis(code) ?? { code, words: "" }));
  };
  return (
    <>
      <ComboBox
        label="Diagnosis"
        name="code"
        value={value.code}
        valueText={value.code === "" ? "" : `${value.code} ${value.words}`}
        options={found.map((one) => ({
          value: one.code,
          label: `${one.code} ${one.words}`,
          ...(one.part_2 ? {} : { help: "not a substance use disorder" }),
        }))}
        onType={setTyped}
        onChange={choose}
        own={(text) => (ownDiagnosis(text) ? { value: text, label: `${text}, as typed` } : undefined)}
        help="By its ICD-10-CM code or by words, such as F11.20 or opioid remission"
      />
      <FieldRow>
        <Field
          label="Order"
          name="position"
          value={String(value.position)}
          onChange={(position) => onChange({ position: Number(position.replaceAll(/\D/g, "")) })}
          help="1 is the principal diagnosis"
          width="short"
        />
        <DateField
          label="Since"
          name="diagnosed_on"
          value={value.diagnosed_on ?? ""}
          onChange={(diagnosed_on) => onChange({ diagnosed_on })}
          optional
        />
        <DateField
          label="Resolved on"
          name="resolved_on"
          value={value.resolved_on ?? ""}
          onChange={(resolved_on) => onChange({ resolved_on })}
          optional
        />
      </FieldRow>
      <Field
        label="Specifier"
        name="specifier"
        value={value.specifier ?? ""}
        onChange={(specifier) => onChange({ specifier })}
        help="What the code does not say, such as moderate, on agonist medication"
        optional
      />
      <FieldRow>
        <Select
          label="Remission"
          name="remission"
          value={value.remission === undefined || value.remission === "" ? "" : value.remission}
          placeholder="none"
          options={remissions.filter((one) => one.value !== "")}
          onChange={(remission) => onChange({ remission })}
          help="Usually early from 3 months on, sustained from 12"
          optional
        />
        <Checkbox
          isSelected={value.controlled_environment === true}
          onChange={(controlled_environment) => onChange({ controlled_environment })}
        >
          in a controlled environment
        </Checkbox>
      </FieldRow>
      {value.remission === undefined || value.remission === "" ? null : (
        <div>
          <Button size="sm" kind="quiet" onPress={() => onChange({ remission: "", controlled_environment: false })}>
            Not in remission
          </Button>
        </div>
      )}
    </>
  );
}
