//! The small forms of a group page: changing the group, a weekly time, a stay on the roster.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { GroupAnswer, GroupLine, Member, SlotLine } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import type { PickedClient } from "../client/ClientPicker.tsx";
import { GROUP_FIELDS, GroupFieldset } from "./GroupFieldset.tsx";
import { SlotFieldset, slotMissing, slotOf } from "./SlotFields.tsx";
import type { SlotDraft } from "./SlotFields.tsx";
import { draftOf, fieldsOf, groupMissing } from "./groupWords.ts";
import { GATE_FIELDS, useGates } from "./useGates.tsx";

export function ChangeGroupForm({ group, onDone }: { group: GroupLine; onDone: () => void }) {
  const change = useOp("group.change");
  const [fields, setFields] = useState(() => draftOf(group));
  const [active, setActive] = useState(group.active);
  const missing = groupMissing(fields);
  const submit = () => {
    if (missing !== undefined) return;
    change.mutate(
      { id: group.id, rev: group.rev, fields: fieldsOf(fields), active },
      { onSuccess: () => (say(active ? "Changed the group" : "The group ended; its planned sessions are cancelled"), onDone()) },
    );
  };
  return (
    <Form label="Change the group" onSubmit={submit} refusal={change.error} fields={GROUP_FIELDS}>
      <GroupFieldset value={fields} onChange={(patch) => setFields({ ...fields, ...patch })} />
      <Checkbox
        isSelected={active}
        onChange={setActive}
        help="Without it the planned sessions are cancelled; everything recorded stays."
      >
        The group meets
      </Checkbox>
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending} why={missing}>
          Change this group
        </Button>
      </DialogActions>
    </Form>
  );
}

export function AddSlotForm({ group, onDone }: { group: GroupLine; onDone: () => void }) {
  const { today } = usePractice();
  const add = useOp("slot.add");
  const [slot, setSlot] = useState<SlotDraft>({ weekday: "", starts: "", minutes: "60", from_on: today });
  const missing = slotMissing(slot);
  const submit = () => {
    if (missing !== undefined) return;
    add.mutate(
      { group: group.id, fields: slotOf(slot) },
      { onSuccess: () => (say("Added; its sessions are planned four weeks ahead"), onDone()) },
    );
  };
  return (
    <Form label="Add a weekly time" onSubmit={submit} refusal={add.error} fields={["weekday", "starts", "minutes", "from_on"]}>
      <SlotFieldset value={slot} onChange={(patch) => setSlot({ ...slot, ...patch })} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={missing}>
          Add this time
        </Button>
      </DialogActions>
    </Form>
  );
}

export function EndSlotForm({ slot, onDone }: { slot: SlotLine; onDone: () => void }) {
  const { today } = usePractice();
  const end = useOp("slot.end");
  const [until, setUntil] = useState(today);
  const missing = until === "" ? "Choose a date." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    end.mutate(
      { id: slot.id, rev: slot.rev, until_on: until },
      { onSuccess: () => (say("Ended; the sessions planned after it are cancelled"), onDone()) },
    );
  };
  return (
    <Form label="End the weekly time" onSubmit={submit} refusal={end.error} fields={["until_on"]}>
      <p>Sessions planned from that date on are cancelled. What was recorded stays.</p>
      <DateField label="First date without it" name="until_on" value={until} onChange={setUntil} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="stop" pending={end.isPending} why={missing}>
          End this time
        </Button>
      </DialogActions>
    </Form>
  );
}

export function JoinForm({ answer, client, onDone }: { answer: GroupAnswer; client: PickedClient; onDone: () => void }) {
  const { today } = usePractice();
  const join = useOp("membership.join");
  const [joined, setJoined] = useState(today);
  const gates = useGates(answer, client.id, joined, join.error);
  const submit = () => {
    if (gates.missing !== undefined) return;
    join.mutate(
      { group: answer.group.id, client: client.id, joined_on: joined, ...gates.reasons },
      { onSuccess: () => (say("Put on the roster"), onDone()) },
    );
  };
  return (
    <Form label="Put on the roster" onSubmit={submit} refusal={join.error} fields={["joined_on", ...GATE_FIELDS]}>
      <DateField label="Expected from" name="joined_on" value={joined} onChange={setJoined} />
      {gates.shown}
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={join.isPending} why={gates.missing}>
          Put on the roster
        </Button>
      </DialogActions>
    </Form>
  );
}

export function LeaveForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const { today } = usePractice();
  const leave = useOp("membership.leave");
  const [left, setLeft] = useState(today);
  const [reason, setReason] = useState("");
  const missing = left === "" ? "Choose a date." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    leave.mutate(
      { id: member.membership, rev: member.rev, left_on: left, reason: reason.trim() },
      { onSuccess: () => (say("The stay on the roster ends"), onDone()) },
    );
  };
  return (
    <Form label="End the stay" onSubmit={submit} refusal={leave.error} fields={["left_on", "reason"]}>
      <p>From that date on the client is not expected here. Attendance and notes stay.</p>
      <DateField label="First date not expected" name="left_on" value={left} onChange={setLeft} />
      <Field
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        help="Such as: moves to the morning track"
        optional
      />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={leave.isPending} why={missing}>
          End this stay
        </Button>
      </DialogActions>
    </Form>
  );
}
