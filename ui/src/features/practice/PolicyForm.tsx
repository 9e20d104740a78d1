//! One rule: what it means, where it comes from, its earlier values, and a new value from a named day on.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { Policy } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import styles from "./Settings.module.css";
import { policyProblem, rangeWords } from "./policy.ts";

interface PolicyFormProps {
  policy: Policy;
  may: boolean;
  onDone: () => void;
}

export function PolicyForm({ policy, may, onDone }: PolicyFormProps) {
  const { today } = usePractice();
  return (
    <>
      <p>{policy.help}</p>
      <Facts
        facts={[
          ["Now", `${policy.value} ${policy.unit}, ${policy.effective_on === undefined ? "the default" : `since ${date(policy.effective_on, today)}`}`],
          ["Default", `${policy.default} ${policy.unit}`],
          ["Source", `${policy.source}, ${policy.verified ? "verified" : "not verified"}`],
        ]}
      />
      {may ? <ChangeForm policy={policy} onDone={onDone} /> : null}
      <History policy={policy} />
      {may ? null : (
        <DialogActions>
          <Button onPress={onDone}>Close</Button>
        </DialogActions>
      )}
    </>
  );
}

function ChangeForm({ policy, onDone }: { policy: Policy; onDone: () => void }) {
  const { today } = usePractice();
  const [value, setValue] = useState(policy.value);
  const [from, setFrom] = useState(today);
  const set = useOp("policy.set");
  const problem = policyProblem(policy, value);
  const missing =
    problem ??
    (value.trim() === policy.value
      ? "The value is the same as now."
      : from === ""
        ? "Name the day it holds from."
        : undefined);
  const submit = () => {
    if (missing !== undefined) return;
    const before = policy.value;
    set.mutate(
      { key: policy.key, value: value.trim(), effective_on: from },
      {
        onSuccess: () => {
          const undo = () => {
            act("policy.set", { key: policy.key, value: before, effective_on: from }).catch((thrown: unknown) =>
              say(refused(thrown).message, { icon: "caution" }),
            );
          };
          say(`${policy.label}: ${value.trim()} ${policy.unit}`, { undo });
          onDone();
        },
      },
    );
  };
  return (
    <Form label={policy.label} onSubmit={submit} refusal={set.error} fields={["value", "effective_on"]}>
      <FieldRow>
        <Field
          label="New value"
          name="value"
          value={value}
          onChange={setValue}
          unit={policy.unit}
          help={rangeWords(policy)}
          error={value === policy.value ? undefined : problem}
          autoFocus
        />
        <DateField label="Holds from" name="effective_on" value={from} onChange={setFrom} />
      </FieldRow>
      <DialogActions>
        <Button onPress={onDone}>Leave as it is</Button>
        <Button type="submit" kind="primary" pending={set.isPending} why={missing}>
          Change the rule
        </Button>
      </DialogActions>
    </Form>
  );
}

function History({ policy }: { policy: Policy }) {
  const { today } = usePractice();
  if (policy.history.length === 0) return null;
  return (
    <Section title="Before">
      <ul className={styles.history}>
        {policy.history.map((entry) => (
          <li key={`${String(entry.at)}${entry.value}`}>
            <span className="strong">
              {entry.value} {policy.unit}
            </span>
            <span>from {date(entry.effective_on, today)}</span>
            <span className="muted">{entry.by}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
