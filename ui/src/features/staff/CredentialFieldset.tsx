//! One credential: what it says, who gave it, when it runs out, and whether its holder's notes need a cosignature.

import type { CredentialFields } from "../../ipc/generated/calls.ts";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";

export const noCredential: CredentialFields = {
  label: "",
  license_state: "",
  license_number: "",
  needs_cosign: false,
};

interface CredentialFieldsetProps {
  value: CredentialFields;
  onChange: (value: CredentialFields) => void;
  optional?: boolean;
  autoFocus?: boolean;
}

function withExpiry({ expires_on: _before, ...rest }: CredentialFields, expires_on: string): CredentialFields {
  return expires_on === "" ? rest : { ...rest, expires_on };
}

export function CredentialFieldset({ value, onChange, optional, autoFocus }: CredentialFieldsetProps) {
  const patch = (change: Partial<CredentialFields>) => onChange({ ...value, ...change });
  const open = optional !== true || value.label.trim() !== "";
  return (
    <>
      <Field
        label="Credential"
        name="label"
        value={value.label}
        onChange={(label) => patch({ label })}
        help="As it stands under a note, such as LPC"
        width="medium"
        optional={optional === true}
        autoFocus={autoFocus === true}
        isRequired={optional !== true}
      />
      {open ? (
        <>
          <FieldRow>
            <Field
              label="State"
              name="license_state"
              value={value.license_state}
              onChange={(license_state) => patch({ license_state: license_state.toUpperCase() })}
              maxLength={2}
            />
            <Field
              label="License number"
              name="license_number"
              value={value.license_number}
              onChange={(license_number) => patch({ license_number })}
            />
            <DateField
              label="Expires on"
              name="expires_on"
              value={value.expires_on ?? ""}
              onChange={(day) => onChange(withExpiry(value, day))}
              optional
            />
          </FieldRow>
          <Checkbox
            isSelected={value.needs_cosign}
            onChange={(needs_cosign) => patch({ needs_cosign })}
            help="For associates and trainees: signed notes wait for the supervisor."
          >
            Notes need a cosignature
          </Checkbox>
        </>
      ) : null}
    </>
  );
}
