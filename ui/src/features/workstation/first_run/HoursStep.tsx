//! Step 4: the few numbers that the first week depends on, with their sources. Everything else keeps its default and waits in Settings.

import { useState } from "react";
import { act, useCall } from "../../../ipc/door.ts";
import type { Policy } from "../../../ipc/generated/calls.ts";
import { refused } from "../../../ipc/refused.ts";
import type { Refused } from "../../../ipc/refused.ts";
import { Button } from "../../../kit/Button/Button.tsx";
import { Field } from "../../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../../kit/Form/Form.tsx";
import { Answered } from "../../../kit/Loading/Loading.tsx";
import { usePractice } from "../../../lib/practice.ts";
import { policyProblem, rangeWords } from "../../practice/policy.ts";
import { WizardFoot, WizardPage } from "./WizardPage.tsx";
import styles from "./Wizard.module.css";
import { finishLater } from "./stop.ts";
import { goToStep } from "./wizard.ts";

const FIRST = new Set([
  "hours_2_1",
  "billable_day_hours",
  "group_cap_process",
  "note_due_hours",
  "plan_review_days",
  "cosign_due_days",
]);

export function HoursStep() {
  const policies = useCall("policy.list", {});
  return (
    <WizardPage
      step={3}
      title="Hours and week"
      intro="These are the usual numbers of an intensive outpatient program. Change what your license or your payers say differently; each keeps its history."
    >
      <Answered query={policies} what="the rules">
        {(all) => <HoursForm policies={all.filter((policy) => FIRST.has(policy.key))} />}
      </Answered>
    </WizardPage>
  );
}

function PolicyHelp({ policy }: { policy: Policy }) {
  const range = rangeWords(policy);
  return (
    <>
      {policy.help}
      <br />
      {range === "" ? "" : `${range.charAt(0).toUpperCase()}${range.slice(1)}. `}
      Source: {policy.source}
      {policy.verified ? "" : ", not verified"}
    </>
  );
}

function HoursForm({ policies }: { policies: readonly Policy[] }) {
  const { today } = usePractice();
  const [values, setValues] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [saving, setSaving] = useState(false);
  const valueOf = (policy: Policy) => values[policy.key] ?? policy.value;
  const changed = policies.filter((policy) => valueOf(policy) !== policy.value);
  const problem = policies.map((policy) => policyProblem(policy, valueOf(policy))).find((one) => one !== undefined);
  const submit = async () => {
    if (problem !== undefined || saving) return;
    setSaving(true);
    setRefusal(null);
    try {
      for (const policy of changed)
        await act("policy.set", { key: policy.key, value: valueOf(policy).trim(), effective_on: today });
      goToStep(4);
    } catch (thrown) {
      setRefusal(refused(thrown));
      setSaving(false);
    }
  };
  return (
    <Form
      className={styles.wide}
      label="Hours and week"
      refusal={refusal}
      fields={["value"]}
      onSubmit={() => void submit()}
    >
      <FieldRow>
        {policies.map((policy) => (
          <Field
            key={policy.key}
            label={policy.label}
            value={valueOf(policy)}
            onChange={(value) => setValues((now) => ({ ...now, [policy.key]: value }))}
            unit={policy.unit}
            help={<PolicyHelp policy={policy} />}
            error={policyProblem(policy, valueOf(policy))}
            inputMode="decimal"
          />
        ))}
      </FieldRow>
      <WizardFoot>
        <Button
          type="submit"
          kind="primary"
          pending={saving}
          why={problem === undefined ? undefined : "One number is outside its range."}
        >
          {changed.length === 0 ? "Keep these and continue" : `Save ${String(changed.length)} and continue`}
        </Button>
        <span className="push">
          <Button kind="quiet" onPress={finishLater}>
            Finish later
          </Button>
        </span>
      </WizardFoot>
    </Form>
  );
}
