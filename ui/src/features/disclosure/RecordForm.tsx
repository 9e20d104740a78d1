//! The record that something was told: how, when, and what in a line. It is the answer to a notice, and can be taken back.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { ReleaseOf, ToldHow, ToldHowChoice } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";

interface RecordProps {
  of: ReleaseOf;
  ways: readonly ToldHowChoice[];
  /** What was told, to begin with. */
  told: string;
  onClose: () => void;
}

export function RecordForm({ of, ways, told: begin, onClose }: RecordProps) {
  const { today } = usePractice();
  const record = useOp("disclosure.record");
  const takeBack = useOp("disclosure.take_back");
  const [how, setHow] = useState<ToldHow | "">("");
  const [on, setOn] = useState(today);
  const [time, setTime] = useState("");
  const [told, setTold] = useState(begin);
  const submit = () => {
    if (how === "") return;
    record.mutate(
      { of, how, told, ...(on === "" ? {} : { on }), ...(time === "" ? {} : { time }) },
      {
        onSuccess: (saved) => {
          say("Recorded", { undo: () => takeBack.mutate({ ...saved, reason: "Undone right away" }) });
          onClose();
        },
      },
    );
  };
  return (
    <Form label="Record as sent" onSubmit={submit} refusal={record.error} fields={["told", "on", "time"]}>
      <FieldRow>
        <Select label="How" value={how} onChange={setHow} options={ways.map((way) => ({ value: way.how, label: way.label }))} />
        <DateField label="On" name="on" value={on} onChange={setOn} />
        <Field label="At" name="time" value={time} onChange={setTime} placeholder="now" width="short" optional />
      </FieldRow>
      <Field label="What was told" name="told" value={told} onChange={setTold} help="In a line, for the accounting of disclosures" isRequired />
      <DialogActions>
        <Button onPress={onClose}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={record.isPending} why={how === "" ? "Say how it was told." : undefined}>
          Record
        </Button>
      </DialogActions>
    </Form>
  );
}
