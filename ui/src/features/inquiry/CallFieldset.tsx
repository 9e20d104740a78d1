//! What a call was about: who called, where to call back, how soon, who pays. Everything but the name can come later.

import type { InquiryFields } from "../../ipc/generated/calls.ts";
import { Checkbox, Segments } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { callers, urgencies } from "./inquiry.ts";

interface Props {
  value: InquiryFields;
  onChange: (patch: Partial<InquiryFields>) => void;
}

export const CALL_FIELDS = ["caller", "caller_is", "call_back", "coverage", "about", "follow_up_on"];

export function CallFieldset({ value, onChange }: Props) {
  return (
    <>
      <FieldRow>
        <Select
          label="Who called"
          name="caller_is"
          value={value.caller_is === "" ? "self" : value.caller_is}
          options={callers}
          onChange={(caller_is) => onChange({ caller_is, ...(caller_is === "self" ? { caller: "" } : {}) })}
        />
        {value.caller_is === "self" ? null : (
          <Field
            label="Name of the caller"
            name="caller"
            value={value.caller}
            onChange={(caller) => onChange({ caller })}
            optional
          />
        )}
      </FieldRow>
      <FieldRow>
        <Field
          label="Call back"
          name="call_back"
          value={value.call_back}
          onChange={(call_back) => onChange({ call_back })}
          help="With the area code"
          optional
        />
        <Field
          label="Who pays"
          name="coverage"
          value={value.coverage}
          onChange={(coverage) => onChange({ coverage })}
          help="Insurance, as they said it"
          optional
        />
      </FieldRow>
      <Checkbox isSelected={value.message_is_safe} onChange={(message_is_safe) => onChange({ message_is_safe })}>
        A message may be left there
      </Checkbox>
      <FieldRow>
        <Segments
          label="How soon"
          value={value.urgency}
          options={urgencies}
          onChange={(urgency) => onChange({ urgency })}
        />
        <DateField
          label="Call again on"
          name="follow_up_on"
          value={value.follow_up_on ?? ""}
          onChange={(follow_up_on) => onChange({ follow_up_on })}
          optional
        />
      </FieldRow>
      <Field
        label="What they asked"
        name="about"
        value={value.about}
        onChange={(about) => onChange({ about })}
        lines={3}
        optional
      />
    </>
  );
}
