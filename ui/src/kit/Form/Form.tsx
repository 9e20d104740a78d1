//! A form that sends one op. A refusal's field messages land beside their fields, the rest in a banner on top; nothing typed is ever lost.
//! Ctrl+Enter finishes from any field.

import { useMemo, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { FormContext, FormValidationContext } from "react-aria-components";
import type { Refused } from "../../ipc/refused.ts";
import { beside } from "./beside.ts";
import { RefusedBanner } from "../Banner/RefusedBanner.tsx";
import styles from "./Form.module.css";

/** Fields say what is wrong in the page and to a screen reader; the browser's own bubbles stay away. */
const ARIA = { validationBehavior: "aria" } as const;
/** One object, so that a render alone never brings back a complaint the person has typed over. */
const NO_COMPLAINTS: Record<string, string> = {};

interface FormProps {
  children: ReactNode;
  onSubmit: () => void;
  refusal?: Refused | null | undefined;
  label?: string;
  /** Fields the form has, so that a complaint about any other one is shown in the banner instead of nowhere. */
  fields?: readonly string[];
  className?: string | undefined;
}

export function Form({ children, onSubmit, refusal, label, fields, className }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const complaints = useMemo(
    () => (refusal ? beside(refusal.fields, fields ?? []) : NO_COMPLAINTS),
    // The names of a form's fields never change while it stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [refusal],
  );
  const finish = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    form.current?.requestSubmit();
  };
  return (
    // Ctrl+Enter is caught here once instead of in every field.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={className ?? styles.form}
      noValidate
      aria-label={label}
      onKeyDownCapture={finish}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <FormContext.Provider value={ARIA}>
        <FormValidationContext.Provider value={complaints}>
          {refusal ? <RefusedBanner refusal={refusal} known={fields} /> : null}
          {children}
        </FormValidationContext.Provider>
      </FormContext.Provider>
    </form>
  );
}

/** Fields that belong on one line; they stack when the window is narrow. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
