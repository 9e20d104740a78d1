//! The steps of a test that are one answer each: the review's, the program's, and the ends without a specimen.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { Interpretation, Outcome, ReviewResult, TestAnswer } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { INTERPRETATIONS, OUTCOMES, REVIEWS, options } from "./words.ts";
import styles from "./Test.module.css";

interface StepProps {
  test: TestAnswer;
  onClose: () => void;
}

export function NotCollectedDialog({ test, onClose }: StepProps) {
  const op = useOp("drug_test.not_collected");
  const [outcome, setOutcome] = useState<Outcome>("missed");
  const [reason, setReason] = useState("");
  const [ground, setGround] = useState("");
  const [nextStep, setNextStep] = useState("");
  const grounds = useCall("drug_test.grounds", {});
  const choices = options(OUTCOMES).filter((one) => one.value !== "excused" || test.may.excuse);
  const submit = () =>
    op.mutate(
      {
        id: test.id,
        rev: test.rev,
        outcome,
        reason,
        ...(outcome === "refused" && ground !== "" ? { ground } : {}),
        ...(outcome === "unable" ? { next_step: nextStep } : {}),
      },
      {
        onSuccess: () => {
          say(`${test.number}: ${OUTCOMES[outcome].label.toLowerCase()}`);
          onClose();
        },
      },
    );
  return (
    <Dialog title="Nothing was collected" isOpen onClose={onClose} busy={op.isPending}>
      <Form label="Nothing was collected" onSubmit={submit} refusal={op.error} fields={["reason", "ground", "next_step"]} className={styles.dialog}>
        <OneOf label="What happened" value={outcome} onChange={setOutcome} options={choices} />
        {outcome === "refused" ? (
          <Select
            label="Which definition holds"
            name="ground"
            value={ground === "" ? "none" : ground}
            options={[
              { value: "none", label: "None of the list" },
              ...(grounds.data?.items ?? []).map((one) => ({ value: one.key, label: one.words })),
            ]}
            onChange={(key) => setGround(key === "none" ? "" : key)}
            help={grounds.data?.source}
          />
        ) : null}
        <Field label="In a few words" name="reason" value={reason} onChange={setReason} isRequired />
        {outcome === "unable" ? (
          <Field
            label="What comes next"
            name="next_step"
            value={nextStep}
            onChange={setNextStep}
            help="Such as oral fluid tomorrow, or a medical evaluation"
            optional
          />
        ) : null}
        <DialogActions>
          <Button onPress={onClose}>Back to the test</Button>
          <Button type="submit" kind="primary" pending={op.isPending}>
            End this test
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

export function ReviewDialog({ test, onClose }: StepProps) {
  const op = useOp("drug_test.review");
  const [result, setResult] = useState<ReviewResult>(test.review?.result ?? "negative");
  const [words, setWords] = useState(test.review?.words ?? "");
  const [because, setBecause] = useState("");
  const submit = () =>
    op.mutate({ id: test.id, rev: test.rev, result, words, because }, { onSuccess: onClose });
  return (
    <Dialog title="Medical review" isOpen onClose={onClose} busy={op.isPending}>
      <Form
        label="Medical review"
        onSubmit={submit}
        refusal={op.error}
        fields={["words", "because"]}
        className={styles.dialog}
      >
        <Select label="Result of the review" value={result} options={options(REVIEWS)} onChange={setResult} />
        <Field
          label="Reason"
          name="words"
          value={words}
          onChange={setWords}
          lines={3}
          help="Needed where the review differs from the laboratory"
        />
        {test.review === undefined ? null : (
          <Field
            label="Why it replaces the earlier review"
            name="because"
            value={because}
            onChange={setBecause}
            isRequired
          />
        )}
        <DialogActions>
          <Button onPress={onClose}>Back to the test</Button>
          <Button type="submit" kind="primary" pending={op.isPending}>
            Enter review
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

export function InterpretDialog({ test, onClose }: StepProps) {
  const op = useOp("drug_test.interpret");
  // No default: nobody's judgment is preselected.
  const [interpretation, setInterpretation] = useState<Interpretation | "">("");
  const [words, setWords] = useState("");
  const choices = options(INTERPRETATIONS).filter((one) => one.value !== "unexpected" || test.may.unexpected);
  const submit = () => {
    if (interpretation === "") return;
    op.mutate(
      { id: test.id, rev: test.rev, interpretation, words },
      {
        onSuccess: () => {
          say(`${test.number} is final: ${interpretation}`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title="What this test means" isOpen onClose={onClose} busy={op.isPending}>
      <Form
        label="What this test means"
        onSubmit={submit}
        refusal={op.error}
        fields={["words"]}
        className={styles.dialog}
      >
        <OneOf<Interpretation | "">
          label="For the program"
          value={interpretation}
          onChange={setInterpretation}
          options={choices}
          help={
            test.may.unexpected ? undefined : "A screen is presumptive: unexpected waits for the laboratory."
          }
        />
        <Field
          label="What it rests on"
          name="words"
          value={words}
          onChange={setWords}
          lines={3}
          help="A sentence, unless everything was as expected"
        />
        <DialogActions>
          <Button onPress={onClose}>Back to the test</Button>
          <Button
            type="submit"
            kind="primary"
            pending={op.isPending}
            why={interpretation === "" ? "Choose what it means." : undefined}
          >
            Make it final
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

export function VoidDialog({ test, onClose }: StepProps) {
  const op = useOp("drug_test.void");
  const [reason, setReason] = useState("");
  const submit = () => op.mutate({ id: test.id, rev: test.rev, reason }, { onSuccess: onClose });
  return (
    <Dialog title={`Take ${test.number} back`} isOpen onClose={onClose} busy={op.isPending} grave>
      <Form label="Take the test back" onSubmit={submit} refusal={op.error} fields={["reason"]} className={styles.dialog}>
        <p>
          For a test that should not be there, such as one of another client. It stays in the history and leaves every
          list. This cannot be undone.
        </p>
        <Field label="Why" name="reason" value={reason} onChange={setReason} isRequired autoFocus />
        <DialogActions>
          <Button onPress={onClose}>Keep it</Button>
          <Button type="submit" kind="stop" pending={op.isPending}>
            Take it back
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
