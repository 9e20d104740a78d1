//! Planning one session: an appointment with a client, or an extra session of a group.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { Kind, PlanSession } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { typedTime, wallTime } from "../../lib/duration.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { ClientField } from "../client/ClientPicker.tsx";
import type { PickedClient } from "../client/ClientPicker.tsx";
import { Clashes } from "./Clashes.tsx";
import { StaffSelect } from "./StaffSelect.tsx";
import { useForeseen } from "./useForeseen.ts";
import { KINDS, planRequest, planMissing, withoutClient } from "./plan.ts";
import type { PlanDraft } from "./plan.ts";

interface PlanFormProps {
  on: string;
  me: string;
  /** Planned from a chart: for this client, and no other. */
  client?: PickedClient;
  /** Where in the calendar it was begun: it stands in the place of what a draft says of time and room. */
  spot?: { on: string; starts: string; room: string };
  onDone: () => void;
}

export function PlanForm({ on, me, client, spot, onDone }: PlanFormProps) {
  const begin: PlanDraft = {
    kind: "individual",
    group: "",
    client,
    staff: me,
    room: "",
    on_date: on,
    starts: "",
    minutes: "50",
    topic: "",
  };
  const draft = useDraft<PlanDraft>("session.plan", client?.id, begin);
  const plan = useOp("session.plan");
  const seen = useForeseen("session.plan", ({ clashes }) => clashes.length > 0);
  const groups = useCall("group.list", { inactive: false });
  const [time, setTime] = useState<string>();
  const [apart, setApart] = useState("");
  const stopped = plan.error ?? seen.error;
  const [placed, setPlaced] = useState(false);
  const place = spot === undefined || placed ? {} : { on_date: spot.on, starts: spot.starts, room: spot.room };
  const fields = { ...draft.value, ...place };
  const change = (patch: Partial<PlanDraft>) => {
    setPlaced(true);
    draft.change({ ...place, ...patch });
  };
  const inGroup = fields.kind === "group" || (withoutClient(fields.kind) && fields.client === undefined);
  const missing = planMissing(fields);
  const submit = () => {
    if (missing !== undefined || plan.isPending) return;
    const request: PlanSession = { ...planRequest(fields), ...(apart.trim() === "" ? {} : { apart_reason: apart.trim() }) };
    void seen.submit(request, () =>
      plan.mutate(request, {
        onSuccess: () => {
          void draft.done();
          say("Planned");
          onDone();
        },
      }),
    );
  };
  const leaveTime = () => {
    if (time === undefined) return;
    change({ starts: typedTime(time, "13:00") ?? time });
    setTime(undefined);
  };
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form
      label="Plan a session"
      onSubmit={submit}
      refusal={stopped}
      fields={["kind", "group", "client", "staff", "room", "on_date", "starts", "minutes", "topic"]}
    >
      <Select
        label="Kind"
        name="kind"
        value={fields.kind}
        onChange={(kind: Kind) => change({ kind })}
        options={KINDS}
        width="medium"
      />
      {fields.kind === "group" ? null : client ? (
        <p>
          With <span className="strong">{client.name}</span>
        </p>
      ) : (
        <ClientField
          label="Client"
          value={fields.client}
          error={stopped?.fields.client}
          onChange={(picked) => change({ client: picked, group: "" })}
        />
      )}
      {inGroup ? (
        <Select
          label="Group"
          name="group"
          value={fields.group}
          onChange={(group) => change({ group })}
          options={(groups.data ?? []).filter((group) => group.may_arrange).map(({ id, name }) => ({ value: id, label: name }))}
          optional={fields.kind !== "group"}
        />
      ) : null}
      <FieldRow>
        <DateField label="Date" name="on_date" value={fields.on_date} onChange={(on_date) => change({ on_date })} />
        <Field
          label="Begins"
          name="starts"
          value={time ?? (fields.starts === "" ? "" : wallTime(fields.starts))}
          onChange={setTime}
          onBlur={leaveTime}
          placeholder="10:00 AM"
          width="short"
        />
        <Field
          label="Minutes"
          name="minutes"
          value={fields.minutes}
          onChange={(minutes) => change({ minutes })}
          inputMode="numeric"
          width="short"
        />
      </FieldRow>
      <FieldRow>
        <StaffSelect label="With" name="staff" value={fields.staff} onChange={(staff) => change({ staff })} />
        <Field label="Room" name="room" value={fields.room} onChange={(room) => change({ room })} optional />
      </FieldRow>
      <Field label="Topic" name="topic" value={fields.topic} onChange={(topic) => change({ topic })} optional />
      {stopped?.rule === "apart.together" || apart !== "" ? (
        <Field label="Why it is right all the same" name="apart_reason" value={apart} onChange={setApart} />
      ) : null}
      <Clashes clashes={seen.shown?.clashes ?? []} />
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={plan.isPending} why={missing}>
          Plan this session
        </Button>
      </DialogActions>
    </Form>
  );
}
