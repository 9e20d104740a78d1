//! The safety step an answer calls for: what was asked and found, and the client's safety plan.

import { useOp } from "../../ipc/door.ts";
import type { Finding, Measurement, SafetyFields } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { FINDINGS, PARTS } from "./safety.ts";
import styles from "./Instrument.module.css";

type Body = SafetyFields & { finding: Finding };

const EMPTY: Body = {
  finding: "plan_made",
  what_was_said: "",
  warning_signs: "",
  coping: "",
  people: "",
  professionals: "",
  means: "",
};

export function SafetyForm({ client, measurement, mayAnswer }: { client: string; measurement: Measurement; mayAnswer: boolean }) {
  const { today, zone } = usePractice();
  return (
    <Section title="Safety step">
      <Banner tone="critical" icon="caution" title={`An answer of the ${measurement.abbrev} speaks of death or self-harm`}>
        {`Answered ${moment(measurement.given_at, today, zone)}. Ask the client about it the same day; a score alone decides nothing.`}
      </Banner>
      {mayAnswer ? <StepForm client={client} measurement={measurement} /> : null}
    </Section>
  );
}

function StepForm({ client, measurement }: { client: string; measurement: Measurement }) {
  const draft = useDraft<Body>("instrument.safety", `${client}/${measurement.id}`, EMPTY);
  const answer = useOp("instrument.safety");
  const { finding, ...fields } = draft.value;
  const submit = () =>
    answer.mutate(
      { id: measurement.id, rev: measurement.rev, finding, fields },
      {
        onSuccess: () => {
          void draft.done();
          say("The safety step is answered.");
        },
      },
    );
  if (!draft.ready) return null;
  return (
    <Form
      label="Safety step"
      className={styles.form}
      onSubmit={submit}
      refusal={answer.error}
      fields={["fields.what_was_said", ...PARTS.map(({ name }) => `fields.${name}`)]}
    >
      <OneOf label="How it ended" options={FINDINGS} value={finding} onChange={(next) => draft.change({ finding: next })} />
      <Field
        label="What you asked, and what the client answered"
        name="fields.what_was_said"
        lines={3}
        value={fields.what_was_said}
        onChange={(what_was_said) => draft.change({ what_was_said })}
      />
      {PARTS.map(({ name, label }) => (
        <Field
          key={name}
          label={label}
          name={`fields.${name}`}
          lines={2}
          optional={finding !== "plan_made"}
          value={fields[name]}
          onChange={(text) => draft.change({ [name]: text })}
        />
      ))}
      <DraftLine draft={draft} />
      <FormActions>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={answer.isPending}>
          Answer the alert
        </Button>
      </FormActions>
    </Form>
  );
}
