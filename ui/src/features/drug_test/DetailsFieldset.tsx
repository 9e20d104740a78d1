//! Who was identified how, in which container, by whose eyes; and what this kind of specimen asks, nothing else.

import { useCall } from "../../ipc/door.ts";
import type { IdentifiedBy, Specimen } from "../../ipc/generated/calls.ts";
import { Checkbox, Segments } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { usePractice } from "../../lib/practice.ts";
import { IDENTIFIED, hasCup, isContained, isReadHere, misread } from "./details.ts";
import type { TypedDetails } from "./details.ts";
import styles from "./Test.module.css";

const NAMES = [
  "identified_words",
  "reader",
  "container",
  "split_container",
  "donor_initials",
  "expired_because",
  "observer_wish",
  "observer_as_wished",
  "observer_because",
  "mouth_checked",
  "mouth_minutes",
  "taken_from",
  "length_mm",
  "spots",
  "breath_first",
  "breath_second",
  "breath_minutes",
  "breath_device",
] as const;

/** Every field of the record, as a refusal names it. */
export const DETAIL_FIELDS = NAMES.map((name) => `collection.details.${name}`);

interface DetailsProps {
  specimen: Specimen;
  observed: boolean;
  value: TypedDetails;
  onChange: (change: Partial<TypedDetails>) => void;
}

/** Who gave what: before anything is read. */
export function GivenFieldset(props: DetailsProps) {
  return (
    <>
      <Identity {...props} />
      <Asked {...props} />
    </>
  );
}

/** By whose eyes, and in what: beside the collection. */
export function AroundFieldset(props: DetailsProps) {
  return (
    <>
      {props.observed ? <Observer {...props} /> : null}
      <Container {...props} />
    </>
  );
}

type TextField = { [Name in keyof TypedDetails]: TypedDetails[Name] extends boolean ? never : Name }[keyof TypedDetails];

function Text({
  of: { value, onChange },
  name,
  label,
  unit,
  help,
  needed,
  code,
}: {
  of: DetailsProps;
  name: TextField;
  label: string;
  unit?: string;
  help?: string;
  needed?: boolean;
  code?: boolean;
}) {
  return (
    <Field
      label={label}
      name={`collection.details.${name}`}
      value={value[name]}
      onChange={(text) => onChange({ [name]: text })}
      optional={needed !== true}
      code={code ?? false}
      {...(unit === undefined ? {} : { unit, inputMode: "decimal" as const })}
      {...(help === undefined ? {} : { help })}
    />
  );
}

function Identity(props: DetailsProps) {
  const { value, onChange } = props;
  return (
    <Section title="Identity">
      <div className={styles.pair}>
        <Select<IdentifiedBy | "none">
          label="Identified by"
          value={value.identified_by === "" ? "none" : value.identified_by}
          options={[
            { value: "none", label: "Not recorded" },
            ...(Object.keys(IDENTIFIED) as IdentifiedBy[]).map((key) => ({ value: key, label: IDENTIFIED[key] })),
          ]}
          onChange={(by) => onChange({ identified_by: by === "none" ? "" : by })}
        />
        {value.identified_by === "other" ? <Text of={props} name="identified_words" label="How" needed /> : null}
      </div>
      <Checkbox isSelected={value.medications_read} onChange={(medications_read) => onChange({ medications_read })}>
        Medications read back to the client
      </Checkbox>
    </Section>
  );
}

function Observer(props: DetailsProps) {
  const { value, onChange } = props;
  return (
    <Section title="Observer">
      <Text
        of={props}
        name="observer_wish"
        label="The client would rather have"
        help="In the client's words, such as a woman, or anybody"
      />
      {value.observer_wish.trim() === "" ? null : (
        <Segments
          label="It was so"
          value={value.as_wished === "" ? "none" : value.as_wished}
          onChange={(answer) => onChange({ as_wished: answer === "none" ? "" : answer })}
          options={[
            { value: "none", label: "–" },
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
      )}
      {value.as_wished === "no" ? <Text of={props} name="observer_because" label="Why another person observed" needed /> : null}
    </Section>
  );
}

/** What only this kind of specimen asks. */
function Asked(props: DetailsProps) {
  const { specimen, value, onChange } = props;
  if (specimen === "urine") return null;
  return (
    <Section title="Specimen">
      {specimen === "oral_fluid" ? (
        <div className={styles.pair}>
          <Segments
            label="The mouth was looked at"
            value={value.mouth_checked === "" ? "none" : value.mouth_checked}
            onChange={(answer) => onChange({ mouth_checked: answer === "none" ? "" : answer })}
            options={[
              { value: "none", label: "–" },
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
          />
          <Text of={props} name="mouth_minutes" label="Without food or drink" unit="min" />
        </div>
      ) : null}
      {specimen === "hair" || specimen === "nail" || specimen === "blood_spot" ? (
        <div className={styles.pair}>
          {specimen === "blood_spot" ? (
            <Text of={props} name="spots" label="Spots on the card" unit="spots" />
          ) : (
            <Text of={props} name="taken_from" label="Taken from" help={specimen === "hair" ? "Such as crown, or chest" : "Such as finger, or toe"} />
          )}
          {specimen === "hair" ? <Text of={props} name="length_mm" label="Length" unit="mm" /> : null}
        </div>
      ) : null}
      {specimen === "breath" ? (
        <>
          <div className={styles.pair}>
            <Text of={props} name="breath_first" label="First reading" unit="g/210 L" />
            <Text of={props} name="breath_second" label="Second reading" unit="g/210 L" />
            <Text of={props} name="breath_minutes" label="Second after" unit="min" />
            <Text of={props} name="breath_device" label="Instrument" code />
          </div>
          {misread(value, "breath_first") || misread(value, "breath_second") ? (
            <p className="muted small">A reading has at most three decimals, such as 0.024.</p>
          ) : null}
        </>
      ) : null}
    </Section>
  );
}

function Container(props: DetailsProps) {
  const { specimen, value, onChange } = props;
  const names = useCall("staff.names", {});
  const staff = (names.data ?? []).map((one) => ({ value: one.id, label: one.name }));
  const contained = isContained(specimen);
  const read = isReadHere(specimen);
  if (!contained && !read) return null;
  return (
    <Section title={contained ? "Container" : "Reading"}>
      {contained ? (
        <>
          <div className={styles.pair}>
            <Text of={props} name="container" label="Container" code />
            <Text of={props} name="donor_initials" label="Seal initials" help="The client's" />
          </div>
          <Checkbox isSelected={value.split} onChange={(split) => onChange({ split })}>
            Split specimen
          </Checkbox>
          {value.split ? <Text of={props} name="split_container" label="Second container" code /> : null}
        </>
      ) : null}
      {hasCup(specimen) ? <Cup {...props} /> : null}
      {read ? (
        <Select
          label={hasCup(specimen) ? "Cup read by" : "Read by"}
          name="collection.details.reader"
          value={value.reader === "" ? "same" : value.reader}
          options={[{ value: "same", label: "Who enters it" }, ...staff]}
          onChange={(reader) => onChange({ reader: reader === "same" ? "" : reader })}
        />
      ) : null}
    </Section>
  );
}

function Cup(props: DetailsProps) {
  const { value, onChange } = props;
  const { today } = usePractice();
  const expired = value.cup_expires_on !== "" && value.cup_expires_on < today;
  return (
    <>
      <DateField
        label="Cup good until"
        name="collection.details.cup_expires_on"
        value={value.cup_expires_on}
        onChange={(cup_expires_on) => onChange({ cup_expires_on })}
        optional
      />
      {expired || value.expired_because !== "" ? (
        <Text of={props} name="expired_because" label="The cup has expired: why it was used" needed />
      ) : null}
    </>
  );
}
