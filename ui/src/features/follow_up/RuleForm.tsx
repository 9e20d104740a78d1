//! A rule of follow-ups: for whom it holds, and its steps with their hours.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { AgreementKind, FollowUpEventRules, FollowUpRule, FollowUpRules } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import type { StepDraft } from "./rule.ts";
import { NEW_STEP, draftsOf, stepFields, stepsOf } from "./rule.ts";
import styles from "./RuleForm.module.css";

interface RuleFormProps {
  all: FollowUpRules;
  event: FollowUpEventRules;
  rule: FollowUpRule;
  onDone: () => void;
}

/** For whom: as the value of a list, "program:ID" or "agreement:KIND". */
function holdsOf(rule: FollowUpRule): string {
  if (rule.agreement !== undefined) return `agreement:${rule.agreement}`;
  return rule.program === undefined ? "everybody" : `program:${rule.program}`;
}

export function RuleForm({ all, event, rule, onDone }: RuleFormProps) {
  const set = useOp("follow_up.set_rule");
  const drop = useOp("follow_up.drop_rule");
  const [holds, setHolds] = useState(holdsOf(rule));
  const [steps, setSteps] = useState(() => draftsOf(rule.steps));
  const [source, setSource] = useState(rule.id === undefined ? "" : rule.source);
  const known = event.rules.find((one) => holdsOf(one) === holds);
  const [kind, id] = holds.split(":");
  const submit = () =>
    set.mutate(
      {
        event: event.event,
        ...(kind === "program" && id !== undefined ? { program: id } : {}),
        ...(kind === "agreement" ? { agreement: id as AgreementKind } : {}),
        steps: stepsOf(steps),
        source,
        rev: known?.rev ?? 0,
      },
      { onSuccess: () => (say("Rule saved. It holds for what happens from now on."), onDone()) },
    );
  const change = (place: number, step: Partial<StepDraft>) =>
    setSteps(steps.map((one, index) => (index === place ? { ...one, ...step } : one)));
  return (
    <Form
      label={event.label}
      onSubmit={submit}
      refusal={set.error ?? drop.error}
      fields={["program", "agreement", "source", ...stepFields(steps.length)]}
    >
      <p className="muted">{event.help}</p>
      <Select
        label="Holds for"
        name="agreement"
        value={holds}
        onChange={setHolds}
        width="medium"
        options={[
          { value: "everybody", label: "Everybody" },
          ...all.agreements.map(({ kind: own, label }) => ({ value: `agreement:${own}`, label })),
          ...all.programs.map((program) => ({ value: `program:${program.id}`, label: program.name })),
        ]}
      />
      <ol className={styles.steps}>
        {placed(steps).map(({ step, place, key }) => (
          <StepRow
            key={key}
            all={all}
            step={step}
            place={place}
            onChange={(next) => change(place, next)}
            onRemove={() => setSteps(steps.filter((_, index) => index !== place))}
          />
        ))}
      </ol>
      {steps.length === 0 ? <p className="muted">Nothing follows.</p> : null}
      <div>
        <Button size="sm" icon="plus" onPress={() => setSteps([...steps, NEW_STEP])} why={steps.length >= 12 ? "At most 12 steps." : undefined}>
          Add a step
        </Button>
      </div>
      <Field label="Source" name="source" value={source} onChange={setSource} help="Where your rule comes from: an agreement, a board, your own policy." optional />
      {rule.id === undefined ? <p className="muted small">{`Default: ${rule.source}.`}</p> : null}
      <DialogActions>
        {rule.id === undefined || !all.may_change ? null : (
          <Button
            pending={drop.isPending}
            onPress={() => drop.mutate({ id: rule.id ?? "", rev: rule.rev }, { onSuccess: () => (say("Rule taken back"), onDone()) })}
          >
            Take this rule back
          </Button>
        )}
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" pending={set.isPending} why={all.may_change ? undefined : "The director sets these rules."}>
          Save this rule
        </Button>
      </DialogActions>
    </Form>
  );
}

interface StepRowProps {
  all: FollowUpRules;
  step: StepDraft;
  place: number;
  onChange: (step: Partial<StepDraft>) => void;
  onRemove: () => void;
}

function StepRow({ all, step, place, onChange, onRemove }: StepRowProps) {
  const name = (field: string) => `steps.${String(place)}.${field}`;
  return (
    <li className={styles.step}>
      <div className={styles.line}>
        <Select
          label="Step"
          name={name("step")}
          value={step.step}
          onChange={(chosen) => onChange({ step: chosen })}
          options={all.steps.map((choice) => ({ value: choice.step, label: choice.label }))}
        />
        <Field label="Within" name={name("hours")} value={step.hours} onChange={(hours) => onChange({ hours })} unit="hours" width="short" />
        {step.step === "notify" ? (
          <Select
            label="Whom"
            name={name("recipient")}
            value={step.recipient}
            onChange={(recipient) => onChange({ recipient })}
            options={all.recipients.map((choice) => ({ value: choice.kind, label: choice.label }))}
          />
        ) : (
          <span />
        )}
        <Button size="sm" kind="quiet" onPress={onRemove}>
          {`Remove step ${String(place + 1)}`}
        </Button>
      </div>
      <Field label="How it is done here" name={name("words")} value={step.words} onChange={(words) => onChange({ words })} optional />
    </li>
  );
}

/** A step has nothing of its own but its place, and its row keeps no state. */
function placed<Step>(steps: readonly Step[]): { step: Step; place: number; key: string }[] {
  return steps.map((step, place) => ({ step, place, key: String(place) }));
}
