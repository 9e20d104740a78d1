//! The parts that say how to reach a client and whom to call.

import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import type { FieldsetProps, PartKind, Parts } from "./part.ts";
import { CONTACT_KINDS, contactKinds, safety } from "./words.ts";

export const noContact: Parts["contact"] = {
  kind: "cell",
  value: "",
  call_is_safe: true,
  message_is_safe: false,
  preferred: false,
};

export function ContactFieldset({ value, onChange }: Omit<FieldsetProps<Parts["contact"]>, "today">) {
  const email = value.kind === "email";
  return (
    <>
      <FieldRow>
        <Select label="Kind" name="kind" value={value.kind} options={contactKinds} onChange={(kind) => onChange({ kind })} />
        <Field
          label={email ? "Address" : "Number"}
          name="value"
          value={value.value}
          onChange={(next) => onChange({ value: next })}
          isRequired
        />
      </FieldRow>
      {email ? null : (
        <Checkbox isSelected={value.call_is_safe} onChange={(call_is_safe) => onChange({ call_is_safe })}>
          It is safe to call
        </Checkbox>
      )}
      <Checkbox
        isSelected={value.message_is_safe}
        onChange={(message_is_safe) => onChange({ message_is_safe })}
        help={email ? "Nobody else reads this address." : "Nobody else hears the messages."}
      >
        {email ? "It is safe to write" : "It is safe to leave a message"}
      </Checkbox>
      <Checkbox isSelected={value.preferred} onChange={(preferred) => onChange({ preferred })}>
        Try this one first
      </Checkbox>
    </>
  );
}

export const contactPart: PartKind<"contact"> = {
  noun: "contact",
  title: "Ways to reach",
  one: "a contact",
  none: "No number or address is recorded yet.",
  icon: "phone",
  blank: noContact,
  days: [],
  missing: ({ value }) => (value.trim() === "" ? "Type the number or the address first." : undefined),
  line: (row) => ({
    icon: row.kind === "email" ? "comment" : "phone",
    ...(row.call_is_safe || row.message_is_safe ? {} : { tone: "caution" as const }),
    what: (
      <>
        <span className="strong">{row.value}</span> <span className="muted">{CONTACT_KINDS[row.kind].toLowerCase()}</span>
      </>
    ),
    note: row.preferred ? `${safety(row)} · first choice` : safety(row),
  }),
  Fieldset: ContactFieldset,
};

export const emergencyPart: PartKind<"emergency_contact"> = {
  noun: "emergency_contact",
  title: "In an emergency",
  one: "an emergency contact",
  none: "Nobody is named yet.",
  icon: "phone",
  blank: { name: "", relationship: "", phone: "", knows_of_treatment: false },
  days: [],
  missing: ({ name, phone }) =>
    name.trim() === "" || phone.trim() === "" ? "Type the name and the number first." : undefined,
  line: (row) => ({
    icon: "phone",
    ...(row.knows_of_treatment ? {} : { tone: "sealed" as const }),
    what: (
      <>
        <span className="strong">{row.name}</span>{" "}
        <span className="muted">{[row.relationship, row.phone].filter((part) => part !== "").join(", ")}</span>
      </>
    ),
    note: row.knows_of_treatment ? "knows of the treatment" : "does not know of the treatment: say nothing of it",
  }),
  Fieldset: ({ value, onChange }) => (
    <>
      <FieldRow>
        <Field label="Name" name="name" value={value.name} onChange={(name) => onChange({ name })} autoFocus isRequired />
        <Field
          label="Relationship"
          name="relationship"
          value={value.relationship}
          onChange={(relationship) => onChange({ relationship })}
          optional
        />
      </FieldRow>
      <Field
        label="Number"
        name="phone"
        value={value.phone}
        onChange={(phone) => onChange({ phone })}
        width="medium"
        isRequired
      />
      <Checkbox
        isSelected={value.knows_of_treatment}
        onChange={(knows_of_treatment) => onChange({ knows_of_treatment })}
      >
        Knows of the treatment
      </Checkbox>
    </>
  ),
};
