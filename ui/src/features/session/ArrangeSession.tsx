//! Moving a session, naming a substitute, cancelling: one dialog each.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { SessionLine } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { minuteOf, typedTime, wallTime } from "../../lib/duration.ts";
import { StaffSelect } from "./StaffSelect.tsx";

type Open = "move" | "substitute" | "cancel" | undefined;

export function ArrangeSession({ session }: { session: SessionLine }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button icon="calendar" onPress={() => setOpen("move")}>
        Move
      </Button>
      <Button icon="staff" onPress={() => setOpen("substitute")}>
        Substitute
      </Button>
      <Button icon="absent" onPress={() => setOpen("cancel")}>
        Cancel it
      </Button>
      <Dialog title={`Move ${session.title}`} isOpen={open === "move"} onClose={close}>
        <MoveForm session={session} onDone={close} />
      </Dialog>
      <Dialog title={`Who stands in for ${session.staff_name}`} isOpen={open === "substitute"} onClose={close}>
        <SubstituteForm session={session} onDone={close} />
      </Dialog>
      <Dialog title={`Cancel ${session.title}`} isOpen={open === "cancel"} onClose={close}>
        <CancelForm session={session} onDone={close} />
      </Dialog>
    </>
  );
}

interface FormProps {
  session: SessionLine;
  onDone: () => void;
}

function MoveForm({ session, onDone }: FormProps) {
  const change = useOp("session.change");
  const [fields, setFields] = useState({
    staff: session.staff,
    room: session.room,
    on_date: session.on_date,
    starts: wallTime(session.starts),
    minutes: String(session.minutes),
    topic: session.topic,
  });
  const patch = (next: Partial<typeof fields>) => setFields({ ...fields, ...next });
  const starts = typedTime(fields.starts, session.starts);
  const missing =
    fields.on_date === "" || starts === undefined || minuteOf(starts) === undefined
      ? "Choose a date and a time."
      : undefined;
  const submit = () => {
    if (missing !== undefined || starts === undefined) return;
    change.mutate(
      { id: session.id, rev: session.rev, ...fields, starts, minutes: Number(fields.minutes) },
      { onSuccess: () => (say("Moved"), onDone()) },
    );
  };
  return (
    <Form
      label="Move"
      onSubmit={submit}
      refusal={change.error}
      fields={["on_date", "starts", "minutes", "staff", "room", "topic"]}
    >
      <FieldRow>
        <DateField label="Date" name="on_date" value={fields.on_date} onChange={(on_date) => patch({ on_date })} />
        <Field label="Begins" name="starts" value={fields.starts} onChange={(text) => patch({ starts: text })} width="short" />
        <Field label="Minutes" name="minutes" value={fields.minutes} onChange={(minutes) => patch({ minutes })} width="short" />
      </FieldRow>
      <FieldRow>
        <StaffSelect label="With" name="staff" value={fields.staff} onChange={(staff) => patch({ staff })} />
        <Field label="Room" name="room" value={fields.room} onChange={(room) => patch({ room })} optional />
      </FieldRow>
      <Field label="Topic" name="topic" value={fields.topic} onChange={(topic) => patch({ topic })} optional />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending} why={missing}>
          Move this session
        </Button>
      </DialogActions>
    </Form>
  );
}

function SubstituteForm({ session, onDone }: FormProps) {
  const name = useOp("session.substitute");
  const [substitute, setSubstitute] = useState<string>(session.substitute ?? "");
  const submit = () =>
    name.mutate(
      { id: session.id, rev: session.rev, ...(substitute === "" ? {} : { substitute }) },
      { onSuccess: () => (say(substitute === "" ? "Nobody stands in now" : "Named a substitute"), onDone()) },
    );
  return (
    <Form label="Substitute" onSubmit={submit} refusal={name.error} fields={["substitute"]}>
      <p className="muted">
        The substitute sees the roster and records attendance, until 24 hours after the session. Leave it empty when
        nobody stands in.
      </p>
      <StaffSelect
        label="Substitute"
        name="substitute"
        value={substitute}
        onChange={setSubstitute}
        but={session.staff}
        optional
      />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={name.isPending}>
          {substitute === "" ? "Nobody stands in" : "Name this person"}
        </Button>
      </DialogActions>
    </Form>
  );
}

function CancelForm({ session, onDone }: FormProps) {
  const cancel = useOp("session.cancel");
  const [reason, setReason] = useState("");
  const missing = reason.trim() === "" ? "Give a reason first." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    cancel.mutate(
      { id: session.id, rev: session.rev, reason: reason.trim() },
      { onSuccess: () => (say("Cancelled; it stays in the list with its reason"), onDone()) },
    );
  };
  return (
    <Form label="Cancel" onSubmit={submit} refusal={cancel.error} fields={["reason"]}>
      <p>Nobody is expected any more, and no hours count. The weekly time itself stays.</p>
      <Field label="Reason" name="reason" value={reason} onChange={setReason} help="Such as: snow" autoFocus isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="stop" pending={cancel.isPending} why={missing}>
          Cancel this session
        </Button>
      </DialogActions>
    </Form>
  );
}
