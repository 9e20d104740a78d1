//! One rule: what it means, where it comes from, its earlier values, and a new value from a named day on.

import { useState } from "react";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { Policy } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
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
          ...(policy.payers.length === 0
            ? []
            : [["For payers", policy.payers.map((one) => `${one.payer}: ${one.value} ${policy.unit}`.trim()).join("; ")] as [string, string]]),
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

/** The value of a rule for a payer, or for everybody; empty where a payer follows the general rule. */
function valueFor(policy: Policy, payer: string): string {
  if (payer === "") return policy.value;
  return policy.payers.find((one) => one.payer.toLowerCase() === payer.toLowerCase())?.value ?? "";
}

function ChangeForm({ policy, onDone }: { policy: Policy; onDone: () => void }) {
  const { today } = usePractice();
  const [payer, setPayer] = useState("");
  const [value, setValue] = useState(policy.value);
  const [from, setFrom] = useState(today);
  const set = useOp("policy.set");
  const now = valueFor(policy, payer);
  const follows = payer !== "" && value.trim() === "";
  const problem = follows ? undefined : policyProblem(policy, value);
  const missing =
    problem ??
    (value.trim() === now
      ? "The value is the same as now."
      : from === ""
        ? "Name the day it holds from."
        : undefined);
  const submit = () => {
    if (missing !== undefined) return;
    const request = { key: policy.key, effective_on: from, ...(payer === "" ? {} : { payer }) };
    set.mutate(
      { ...request, value: value.trim() },
      {
        onSuccess: () => {
          const undo = () => {
            act("policy.set", { ...request, value: now }).catch((thrown: unknown) =>
              say(refused(thrown).message, { icon: "caution" }),
            );
          };
          const whose = payer === "" ? "" : `, ${payer}`;
          say(follows ? `${policy.label}${whose}: as for everybody` : `${policy.label}${whose}: ${value.trim()} ${policy.unit}`, { undo });
          onDone();
        },
      },
    );
  };
  return (
    <Form label={policy.label} onSubmit={submit} refusal={set.error} fields={["value", "effective_on", "payer"]}>
      {policy.by_payer ? (
        <PayerSelect
          value={payer}
          onChange={(chosen) => {
            setPayer(chosen);
            setValue(valueFor(policy, chosen));
          }}
        />
      ) : null}
      <FieldRow>
        <Field
          label="New value"
          name="value"
          value={value}
          onChange={setValue}
          unit={policy.unit}
          help={payer === "" ? rangeWords(policy) : `${rangeWords(policy) || "yes or no"}; empty follows the general rule`}
          error={value === now ? undefined : problem}
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

const EVERYBODY = "everybody";

/** Whom a new value is for. Payers come from the insurances of the charts. */
function PayerSelect({ value, onChange }: { value: string; onChange: (payer: string) => void }) {
  const payers = useCall("policy.payers", {});
  return (
    <Select
      label="Holds for"
      name="payer"
      value={value === "" ? EVERYBODY : value}
      onChange={(chosen) => onChange(chosen === EVERYBODY ? "" : chosen)}
      options={[
        { value: EVERYBODY, label: "Everybody without a rule of their payer" },
        ...(payers.data ?? []).map((name) => ({ value: name, label: name })),
      ]}
    />
  );
}

function History({ policy }: { policy: Policy }) {
  const { today } = usePractice();
  if (policy.history.length === 0) return null;
  return (
    <Section title="Before">
      <ul className={styles.history}>
        {policy.history.map((entry) => (
          <li key={`${String(entry.at)}${entry.value}${entry.payer}`}>
            <span className="strong">
              {entry.value === "" ? "the general rule" : `${entry.value} ${policy.unit}`}
            </span>
            {entry.payer === "" ? null : <span>for {entry.payer}</span>}
            <span>from {date(entry.effective_on, today)}</span>
            <span className="muted">{entry.by}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
