//! How a specimen was taken and what was measured on it. What the measures say is asked of the core while one types.

import { useCall } from "../../ipc/door.ts";
import type { Specimen } from "../../ipc/generated/calls.ts";
import { Checkbox, Segments } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { typedTime } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { ValidityState } from "./TestState.tsx";
import { hasCup, isContained } from "./details.ts";
import type { TypedCollection } from "./log.ts";
import { complaint, measuresOf } from "./measures.ts";
import type { TypedMeasures } from "./measures.ts";
import styles from "./Test.module.css";

/** Every field of a collection, as a refusal names it. */
export const COLLECTION_FIELDS = [
  "collection.on",
  "collection.time",
  "collection.collector",
  "collection.observer",
  "collection.seal",
  "collection.lot",
  "collection.noted",
  "collection.measures.temperature_tenths_f",
  "collection.measures.temperature_minutes",
  "collection.measures.volume_ml",
  "collection.measures.creatinine_tenths",
  "collection.measures.gravity_ten_thousandths",
  "collection.measures.ph_tenths",
  "collection.measures.nitrite",
] as const;

interface CollectionFieldsetProps {
  specimen: Specimen;
  value: TypedCollection;
  onChange: (change: Partial<TypedCollection>) => void;
  now: string;
}

export function CollectionFieldset({ specimen, value, onChange, now }: CollectionFieldsetProps) {
  const { person, today } = usePractice();
  const names = useCall("staff.names", {});
  const staff = (names.data ?? []).map((one) => ({ value: one.id, label: one.name }));
  const misread = value.time.trim() !== "" && typedTime(value.time, now) === undefined;
  return (
    <Section title="Collection">
      <div className={styles.pair}>
        <DateField
          label="Date"
          name="collection.on"
          value={value.on === "" ? today : value.on}
          onChange={(on) => onChange({ on: on === today ? "" : on })}
        />
        <Field
          label="Time"
          name="collection.time"
          value={value.time}
          onChange={(time) => onChange({ time })}
          placeholder="now"
          error={misread ? "Such as 7:40 AM." : undefined}
        />
      </div>
      <Select
        label="Collected by"
        name="collection.collector"
        value={value.collector === "" ? (person?.id ?? "") : value.collector}
        options={staff}
        onChange={(collector) => onChange({ collector: collector === person?.id ? "" : collector })}
      />
      <Checkbox isSelected={value.observed} onChange={(observed) => onChange({ observed })}>
        Directly observed
      </Checkbox>
      {value.observed ? (
        <Select
          label="Observed by"
          name="collection.observer"
          value={value.observer}
          options={staff}
          onChange={(observer) => onChange({ observer })}
        />
      ) : null}
      {isContained(specimen) ? (
        <div className={styles.pair}>
          <Field
            label="Seal"
            name="collection.seal"
            value={value.seal}
            onChange={(seal) => onChange({ seal })}
            optional
            code
          />
          {hasCup(specimen) ? (
            <Field
              label="Cup lot"
              name="collection.lot"
              value={value.lot}
              onChange={(lot) => onChange({ lot })}
              optional
              code
            />
          ) : null}
        </div>
      ) : null}
      <Field
        label="The client said"
        name="collection.noted"
        value={value.noted}
        onChange={(noted) => onChange({ noted })}
        help="Such as mouthwash at 6:50 AM"
        optional
      />
    </Section>
  );
}

interface MeasuresFieldsetProps {
  specimen: Specimen;
  value: TypedMeasures;
  onChange: (value: TypedMeasures) => void;
  /** A laboratory measures neither warmth nor volume. */
  of?: "collection" | "report";
}

type Line = readonly [field: Exclude<keyof TypedMeasures, "oxidant">, label: string, name: string, unit?: string];

const LINES: readonly Line[] = [
  ["temperature", "Temperature", "temperature_tenths_f", "°F"],
  ["minutes", "Read after", "temperature_minutes", "min"],
  ["creatinine", "Creatinine", "creatinine_tenths", "mg/dL"],
  ["gravity", "Specific gravity", "gravity_ten_thousandths"],
  ["ph", "pH", "ph_tenths"],
  ["nitrite", "Nitrite", "nitrite", "mcg/mL"],
  ["volume", "Volume", "volume_ml", "mL"],
];

const AT_THE_DESK: ReadonlySet<string> = new Set(["temperature", "minutes", "volume"]);

/** The fields of a report's measures, as a refusal names them. */
export const REPORT_MEASURES = ["measures", ...LINES.filter(([field]) => !AT_THE_DESK.has(field)).map(([, , name]) => `measures.${name}`)];

/** Urine only: nothing else has a validity test. */
export function MeasuresFieldset({ specimen, value, onChange, of = "collection" }: MeasuresFieldsetProps) {
  const lines = of === "report" ? LINES.filter(([field]) => !AT_THE_DESK.has(field)) : LINES;
  const at = of === "report" ? "measures" : "collection.measures";
  const measures = measuresOf(value);
  const judged = useCall(
    "drug_test.validity",
    { specimen, measures: measures ?? {} },
    { enabled: measures !== undefined && specimen === "urine", keep: true },
  );
  if (specimen !== "urine") return null;
  return (
    <Section
      title="Specimen validity"
      aside={judged.data === undefined ? null : <ValidityState of={judged.data.validity} />}
    >
      <div className={styles.pair}>
        {lines.map(([field, label, name, unit]) => (
          <Field
            key={field}
            label={label}
            name={`${at}.${name}`}
            value={value[field]}
            onChange={(text) => onChange({ ...value, [field]: text })}
            inputMode="decimal"
            error={complaint(value, field)}
            {...(unit === undefined ? {} : { unit })}
          />
        ))}
        <Segments
          label="Oxidant"
          value={value.oxidant === "" ? "none" : value.oxidant}
          onChange={(oxidant) => onChange({ ...value, oxidant: oxidant === "none" ? "" : oxidant })}
          options={[
            { value: "none", label: "–" },
            { value: "no", label: "No" },
            { value: "yes", label: "Yes" },
          ]}
        />
      </div>
      {judged.data === undefined || judged.data.findings.length === 0 ? null : (
        <ul className={styles.findings} aria-live="polite">
          {judged.data.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
