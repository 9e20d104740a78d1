//! Who a client is, as a form: names first, since duplicates are looked for by them, then what the practice needs to write and to call.

import { useCall } from "../../ipc/door.ts";
import type { ClientFields, ReferralSource, Sex } from "../../ipc/generated/calls.ts";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { ComboBox } from "../../kit/ComboBox/ComboBox.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { NameFields } from "../staff/NameFields.tsx";
import { referrals, sexes } from "./words.ts";

export const nobody: ClientFields = {
  family_name: "",
  given_name: "",
  preferred_name: "",
  other_names: "",
  pronouns: "",
  born_on: "",
  sex: "",
  address: "",
  city: "",
  state: "",
  zip: "",
  mail_is_safe: false,
  allergies: "",
  alerts: "",
  profession: "",
  referral_source: "",
  referral_detail: "",
};

/** Every field of the client's own row, for complaints of the core. */
export const IDENTITY_FIELDS = Object.keys(nobody);

interface Props {
  value: ClientFields;
  onChange: (patch: Partial<ClientFields>) => void;
}

export function WhoFieldset({ value, onChange }: Props) {
  return (
    <>
      <NameFields value={value} onChange={onChange} />
      <FieldRow>
        <Field
          label="Preferred name"
          name="preferred_name"
          value={value.preferred_name}
          onChange={(preferred_name) => onChange({ preferred_name })}
          help="As they are called in the room"
          optional
        />
        <Field
          label="Pronouns"
          name="pronouns"
          value={value.pronouns}
          onChange={(pronouns) => onChange({ pronouns })}
          optional
        />
      </FieldRow>
      <FieldRow>
        <DateField
          label="Born on"
          name="born_on"
          value={value.born_on ?? ""}
          onChange={(born_on) => onChange({ born_on })}
          optional
        />
        <Select<Sex>
          label="Sex"
          name="sex"
          value={value.sex}
          options={sexes}
          onChange={(sex) => onChange({ sex })}
          help="As insurers ask it"
          optional
        />
        <ProfessionField value={value} onChange={onChange} />
      </FieldRow>
    </>
  );
}

export function ProfessionField({ value, onChange }: Props) {
  const professions = useCall("client.professions", {});
  const options = (professions.data ?? []).map((one) => ({
    value: one.short === "" ? one.name : one.short,
    label: one.short === "" ? one.name : `${one.short} ${one.name}`,
  }));
  const known = options.filter(({ value: id }, index) => options.findIndex((other) => other.value === id) === index);
  return (
    <ComboBox
      label="Profession"
      name="profession"
      value={value.profession}
      valueText={value.profession}
      options={known}
      onChange={(profession) => onChange({ profession })}
      own={(typed) => ({ value: typed, label: `${typed}, as typed` })}
      optional
    />
  );
}

export function MoreFieldset({ value, onChange }: Props) {
  return (
    <>
      <Field
        label="Other names"
        name="other_names"
        value={value.other_names}
        onChange={(other_names) => onChange({ other_names })}
        help="Earlier names, so that the client is found by them"
        optional
      />
      <Field
        label="Address"
        name="address"
        value={value.address}
        onChange={(address) => onChange({ address })}
        optional
      />
      <FieldRow>
        <Field label="City" name="city" value={value.city} onChange={(city) => onChange({ city })} optional />
        <Field
          label="State"
          name="state"
          value={value.state}
          onChange={(state) => onChange({ state: state.toUpperCase() })}
          maxLength={2}
          optional
        />
        <Field label="ZIP" name="zip" value={value.zip} onChange={(zip) => onChange({ zip })} optional />
      </FieldRow>
      <Checkbox
        isSelected={value.mail_is_safe}
        onChange={(mail_is_safe) => onChange({ mail_is_safe })}
        help="Nobody else opens the mail there."
      >
        A letter may go to this address
      </Checkbox>
      <Field
        label="Allergies"
        name="allergies"
        value={value.allergies}
        onChange={(allergies) => onChange({ allergies })}
        optional
      />
      <Field
        label="For the room"
        name="alerts"
        value={value.alerts}
        onChange={(alerts) => onChange({ alerts })}
        help="What everybody in a group must know, in words that may be read there"
        optional
      />
      <ReferralFields value={value} onChange={onChange} />
    </>
  );
}

export function ReferralFields({ value, onChange }: Props) {
  return (
    <FieldRow>
      <Select<ReferralSource>
        label="Sent by"
        name="referral_source"
        value={value.referral_source}
        options={referrals}
        onChange={(referral_source) => onChange({ referral_source })}
        optional
      />
      <Field
        label="Who exactly"
        name="referral_detail"
        value={value.referral_detail}
        onChange={(referral_detail) => onChange({ referral_detail })}
        optional
      />
    </FieldRow>
  );
}
