//! Taking a measurement back, with the reason: it leaves the trend and stays in the log.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { Measurement } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";

export function TakeBack({ measurement }: { measurement: Measurement }) {
  const { today } = usePractice();
  const [open, setOpen] = useState(false);
  const what = `${measurement.abbrev} of ${date(measurement.given_on, today)}`;
  return (
    <>
      <Button size="sm" kind="quiet" label={`Take the ${what} back`} onPress={() => setOpen(true)}>
        Take back
      </Button>
      <Dialog title={`Take the ${what} back`} isOpen={open} onClose={() => setOpen(false)}>
        <TakeBackForm measurement={measurement} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function TakeBackForm({ measurement, onDone }: { measurement: Measurement; onDone: () => void }) {
  const takeBack = useOp("instrument.void");
  const [reason, setReason] = useState("");
  return (
    <Form
      label="Take a measurement back"
      fields={["reason"]}
      refusal={takeBack.error}
      onSubmit={() => takeBack.mutate({ id: measurement.id, rev: measurement.rev, reason }, { onSuccess: () => (say("Taken back"), onDone()) })}
    >
      <p>It leaves the picture and the table. Its answers and your reason are kept.</p>
      <Field label="Why" name="reason" value={reason} onChange={setReason} autoFocus />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={takeBack.isPending}>
          Take it back
        </Button>
      </DialogActions>
    </Form>
  );
}
