//! A step with what it asks for: why, the day of an appointment, or what an episode begins with.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { InquiryRow, Level, NextStep } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { levels } from "../client/words.ts";
import { missingFor } from "./inquiry.ts";

interface Props {
  row: InquiryRow;
  step: NextStep;
  onDone: () => void;
  onBack: () => void;
}

export function StepForm({ row, step, onDone, onBack }: Props) {
  const { today } = usePractice();
  const take = useOp("inquiry.step");
  const [reason, setReason] = useState("");
  const [day, setDay] = useState("");
  const [admission, setAdmission] = useState<{ admitted_on: string; level: Level; track: string }>({
    admitted_on: today,
    level: "2.1",
    track: "",
  });
  const missing = missingFor(step, { reason, day, admitted_on: admission.admitted_on });
  const submit = () => {
    if (missing !== undefined || take.isPending) return;
    take.mutate(
      {
        id: row.id,
        rev: row.rev,
        to: step.to,
        reason,
        ...(step.asks === "day" ? { day } : {}),
        ...(step.asks === "admission" ? { admission } : {}),
      },
      {
        onSuccess: ({ id, rev, state }) => {
          const undo = () => void act("inquiry.take_back", { id, rev });
          say(step.label, state === "admitted" ? {} : { undo });
          onDone();
        },
      },
    );
  };
  return (
    <Form label={step.label} onSubmit={submit} refusal={take.error} fields={["reason", "day", "admitted_on", "track"]}>
      {step.asks === "day" ? (
        <DateField label="Day of the appointment" name="day" value={day} onChange={setDay} />
      ) : null}
      {step.asks === "admission" ? (
        <FieldRow>
          <DateField
            label="Admitted on"
            name="admitted_on"
            value={admission.admitted_on}
            onChange={(admitted_on) => setAdmission({ ...admission, admitted_on })}
          />
          <Select
            label="Level of care"
            value={admission.level}
            options={levels}
            onChange={(level) => setAdmission({ ...admission, level })}
          />
          <Field
            label="Track"
            name="track"
            value={admission.track}
            onChange={(track) => setAdmission({ ...admission, track })}
            optional
          />
        </FieldRow>
      ) : null}
      <Field
        label={step.asks === "reason" ? "Why" : "Remark"}
        name="reason"
        value={reason}
        onChange={setReason}
        autoFocus={step.asks === "reason"}
        optional={step.asks !== "reason"}
      />
      <DialogActions>
        <Button onPress={onBack}>Back</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={take.isPending} why={missing}>
          {step.label}
        </Button>
      </DialogActions>
    </Form>
  );
}
