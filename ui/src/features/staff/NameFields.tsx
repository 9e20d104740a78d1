//! Given and family name side by side: of the first director, a new person, a changed one.

import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";

export interface Names {
  given_name: string;
  family_name: string;
}

interface NameFieldsProps {
  value: Names;
  onChange: (part: Partial<Names>) => void;
}

export function NameFields({ value, onChange }: NameFieldsProps) {
  return (
    <FieldRow>
      <Field
        label="Given name"
        name="given_name"
        value={value.given_name}
        onChange={(given_name) => onChange({ given_name })}
        autoFocus
        isRequired
      />
      <Field
        label="Family name"
        name="family_name"
        value={value.family_name}
        onChange={(family_name) => onChange({ family_name })}
        isRequired
      />
    </FieldRow>
  );
}
