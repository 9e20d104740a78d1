//! A date typed as month, day and year; no calendar is needed, and arrows change a part. Values are "YYYY-MM-DD", empty while incomplete.

import { parseDate } from "@internationalized/date";
import type { CalendarDate } from "@internationalized/date";
import { DateField as AriaDateField, DateInput, DateSegment, I18nProvider } from "react-aria-components";
import { FieldError, FieldHelp, FieldLabel } from "../Field/Field.tsx";
import field from "../Field/Field.module.css";
import styles from "./DateField.module.css";

interface DateFieldProps {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  error?: string | undefined;
  optional?: boolean;
}

function parsed(value: string): CalendarDate | null {
  try {
    return value === "" ? null : parseDate(value);
  } catch {
    return null;
  }
}

export function DateField({ label, name, value, onChange, help, error, optional }: DateFieldProps) {
  return (
    <I18nProvider locale="en-US">
      <AriaDateField
        className={field.field ?? ""}
        data-width="short"
        name={name}
        value={parsed(value)}
        onChange={(date) => onChange(date === null ? "" : date.toString())}
        shouldForceLeadingZeros
        isInvalid={error === undefined ? undefined : true}
      >
        <FieldLabel optional={optional}>{label}</FieldLabel>
        <DateInput className={`${field.input} ${styles.date}`}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ""} />}
        </DateInput>
        {help ? <FieldHelp>{help}</FieldHelp> : null}
        <FieldError>{error}</FieldError>
      </AriaDateField>
    </I18nProvider>
  );
}
