//! Moving a session or it and the following ones, naming a substitute, cancelling: one dialog each. What follows is shown before it is saved.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { MovedSeries, SessionLine } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { minuteOf, typedTime, wallTime } from "../../lib/duration.ts";
import { plural } from "../../lib/time.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { useCommands } from "../palette/commands.ts";
import { Clashes } from "./Clashes.tsx";
import { StaffSelect } from "./StaffSelect.tsx";
import { useForeseen } from "./useForeseen.ts";

type Open = "move" | "substitute" | "cancel" | undefined;

export function ArrangeSession({ session }: { session: SessionLine }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  useCommands([
    { id: "session.move", title: "Move this session", group: "Here", icon: "calendar", keys: "M", run: () => setOpen("move") },
    { id: "session.substitute", title: "Name a substitute", group: "Here", icon: "staff", keys: "S", run: () => setOpen("substitute") },
    { id: "session.cancel", title: "Cancel this session", group: "Here", icon: "absent", keys: "C", run: () => setOpen("cancel") },
  ]);
  return (
    <>
      <Button icon="calendar" keys="M" onPress={() => setOpen("move")}>
        Move
      </Button>
      <Button icon="staff" keys="S" onPress={() => setOpen("substitute")}>
        Substitute
      </Button>
      <Button icon="absent" keys="C" onPress={() => setOpen("cancel")}>
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

/** A cancelled session may stand again, where and when it stood. */
export function PlanAgain({ session }: { session: SessionLine }) {
  const [open, setOpen] = useState(false);
  useCommands([{ id: "session.plan_again", title: "Plan this session again", group: "Here", icon: "calendar", keys: "M", run: () => setOpen(true) }]);
  return (
    <>
      <Button icon="calendar" keys="M" onPress={() => setOpen(true)}>
        Plan it again
      </Button>
      <Dialog title={`Plan ${session.title} again`} isOpen={open} onClose={() => setOpen(false)}>
        <PlanAgainForm session={session} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface FormProps {
  session: SessionLine;
  onDone: () => void;
}

type Scope = "one" | "following";

function ScopeChoice({ session, value, onChange }: { session: SessionLine; value: Scope; onChange: (scope: Scope) => void }) {
  if (!session.weekly) return null;
  return (
    <Segments
      label="Which sessions"
      value={value}
      onChange={onChange}
      options={[
        { value: "one", label: "This one" },
        { value: "following", label: "This and the following" },
      ]}
    />
  );
}

function MoveForm({ session, onDone }: FormProps) {
  const change = useOp("session.change");
  const series = useOp("series.move");
  const [scope, setScope] = useState<Scope>("one");
  const one = useForeseen("session.change", ({ clashes }) => clashes.length > 0);
  const following = useForeseen("series.move", () => true);
  const draft = useDraft("session.move", session.id, {
    staff: session.staff,
    room: session.room,
    on_date: session.on_date,
    starts: wallTime(session.starts),
    minutes: String(session.minutes),
    topic: session.topic,
  });
  const { value: fields, change: patch } = draft;
  const [apart, setApart] = useState("");
  const starts = typedTime(fields.starts, session.starts);
  const missing =
    fields.on_date === "" || starts === undefined || minuteOf(starts) === undefined
      ? "Choose a date and a time."
      : undefined;
  const submit = () => {
    if (missing !== undefined || starts === undefined) return;
    const { topic, ...place } = fields;
    const reason = apart.trim() === "" ? {} : { apart_reason: apart.trim() };
    const request = { id: session.id, rev: session.rev, ...place, starts, minutes: Number(fields.minutes), ...reason };
    const before = { id: session.id, staff: session.staff, room: session.room, on_date: session.on_date, starts: session.starts, minutes: session.minutes };
    if (scope === "one")
      void one.submit({ ...request, topic }, () =>
        change.mutate(
          { ...request, topic },
          {
            onSuccess: ({ rev }) => {
              void draft.done();
              say("Moved", { undo: () => void act("session.change", { ...before, rev, topic: session.topic }) });
              onDone();
            },
          },
        ),
      );
    else
      void following.submit(request, () =>
        series.mutate(request, {
          onSuccess: ({ moved, closed }) => {
            void draft.done();
            const undo = { ...before, rev: session.rev + 1 };
            // On a closed date this session was cancelled, and nothing is there to move back.
            say(`Moved ${plural(moved, "session")}`, closed > 0 ? {} : { undo: () => void act("series.move", undo) });
            onDone();
          },
        }),
      );
  };
  const stopped = scope === "one" ? (change.error ?? one.error) : (series.error ?? following.error);
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form
      label="Move"
      onSubmit={submit}
      refusal={stopped}
      fields={["on_date", "starts", "minutes", "staff", "room", "topic", "apart_reason"]}
    >
      <ScopeChoice session={session} value={scope} onChange={setScope} />
      <FieldRow>
        <DateField label="Date" name="on_date" value={fields.on_date} onChange={(on_date) => patch({ on_date })} />
        <Field label="Begins" name="starts" value={fields.starts} onChange={(text) => patch({ starts: text })} width="short" />
        <Field label="Minutes" name="minutes" value={fields.minutes} onChange={(minutes) => patch({ minutes })} width="short" />
      </FieldRow>
      <FieldRow>
        <StaffSelect label="With" name="staff" value={fields.staff} onChange={(staff) => patch({ staff })} />
        <Field label="Room" name="room" value={fields.room} onChange={(room) => patch({ room })} optional />
      </FieldRow>
      {scope === "one" ? (
        <Field label="Topic" name="topic" value={fields.topic} onChange={(topic) => patch({ topic })} optional />
      ) : null}
      {stopped?.rule === "apart.together" || apart !== "" ? (
        <Field label="Why it is right all the same" name="apart_reason" value={apart} onChange={setApart} />
      ) : null}
      {scope === "one" ? <Clashes clashes={one.shown?.clashes ?? []} /> : null}
      {scope === "following" && following.shown ? <WhatMoves series={following.shown} /> : null}
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending || series.isPending} why={missing}>
          {scope === "one" ? "Move this session" : following.shown ? "Move them" : "Show what moves"}
        </Button>
      </DialogActions>
    </Form>
  );
}

function WhatMoves({ series }: { series: MovedSeries }) {
  const { moved, kept, closed, clashes } = series;
  return (
    <>
      <Banner tone="info" title={`${plural(moved, "planned session")} will move, and the weekly time with them`}>
        Recorded sessions stay as they are.
        {kept > 0 ? ` ${plural(kept, "session")} moved by hand before: kept as it is.` : ""}
        {closed > 0 ? ` ${plural(closed, "session")} would fall on a closed date, and is cancelled with it.` : ""}
      </Banner>
      <Clashes clashes={clashes} />
    </>
  );
}

function SubstituteForm({ session, onDone }: FormProps) {
  const name = useOp("session.substitute");
  const seen = useForeseen("session.substitute", ({ clashes }) => substitute !== "" && clashes.length > 0);
  const [substitute, setSubstitute] = useState<string>(session.substitute ?? "");
  const submit = () => {
    const request = { id: session.id, rev: session.rev, ...(substitute === "" ? {} : { substitute }) };
    const before = session.substitute === undefined ? {} : { substitute: session.substitute };
    void seen.submit(request, () =>
      name.mutate(request, {
        onSuccess: ({ id, rev }) => {
          say(substitute === "" ? "Nobody stands in now" : "Named a substitute", {
            undo: () => void act("session.substitute", { id, rev, ...before }),
          });
          onDone();
        },
      }),
    );
  };
  return (
    <Form label="Substitute" onSubmit={submit} refusal={name.error ?? seen.error} fields={["substitute"]}>
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
      <Clashes clashes={seen.shown?.clashes ?? []} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={name.isPending}>
          {substitute === "" ? "Nobody stands in" : "Name this person"}
        </Button>
      </DialogActions>
    </Form>
  );
}

function PlanAgainForm({ session, onDone }: FormProps) {
  const again = useOp("session.plan_again");
  const seen = useForeseen("session.plan_again", ({ clashes }) => clashes.length > 0);
  const [apart, setApart] = useState("");
  const stopped = again.error ?? seen.error;
  const submit = () => {
    const request = { id: session.id, rev: session.rev, ...(apart.trim() === "" ? {} : { apart_reason: apart.trim() }) };
    void seen.submit(request, () =>
      again.mutate(request, {
        onSuccess: ({ id, rev }) => {
          say("Planned again", { undo: () => void act("session.cancel", { id, rev, reason: session.cancel_reason }) });
          onDone();
        },
      }),
    );
  };
  return (
    <Form label="Plan it again" onSubmit={submit} refusal={stopped} fields={["apart_reason"]}>
      <p>
        It was cancelled: {session.cancel_reason}. Planned again it stands at {wallTime(session.starts)}
        {session.room === "" ? "" : ` in ${session.room}`}, and the same people are expected.
      </p>
      {stopped?.rule === "apart.together" || apart !== "" ? (
        <Field label="Why it is right all the same" name="apart_reason" value={apart} onChange={setApart} />
      ) : null}
      <Clashes clashes={seen.shown?.clashes ?? []} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={again.isPending}>
          Plan it again
        </Button>
      </DialogActions>
    </Form>
  );
}

function CancelForm({ session, onDone }: FormProps) {
  const cancel = useOp("session.cancel");
  const series = useOp("series.cancel");
  const [scope, setScope] = useState<Scope>("one");
  const following = useForeseen("series.cancel", () => true);
  const [reason, setReason] = useState("");
  const missing = reason.trim() === "" ? "Give a reason first." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    const request = { id: session.id, rev: session.rev, reason: reason.trim() };
    if (scope === "one")
      cancel.mutate(request, {
        onSuccess: ({ id, rev }) => {
          say("Cancelled; it stays in the list with its reason", { undo: () => void act("session.plan_again", { id, rev }) });
          onDone();
        },
      });
    else
      void following.submit(request, () =>
        series.mutate(request, {
          onSuccess: ({ slot, rev, cancelled }) => {
            say(`Cancelled ${plural(cancelled, "session")}`, { undo: () => void act("series.resume", { slot, rev }) });
            onDone();
          },
        }),
      );
  };
  return (
    <Form
      label="Cancel"
      onSubmit={submit}
      refusal={scope === "one" ? cancel.error : (series.error ?? following.error)}
      fields={["reason"]}
    >
      <ScopeChoice session={session} value={scope} onChange={setScope} />
      <p>
        Nobody is expected any more, and no hours count.{" "}
        {scope === "one" ? "The weekly time itself stays." : "The weekly time ends with this session."}
      </p>
      <Field label="Reason" name="reason" value={reason} onChange={setReason} help="Such as: snow" autoFocus isRequired />
      {scope === "following" && following.shown ? (
        <Banner tone="caution" title={`${plural(following.shown.cancelled, "planned session")} will be cancelled`}>
          Recorded sessions stay as they are.
        </Banner>
      ) : null}
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="stop" pending={cancel.isPending || series.isPending} why={missing}>
          {scope === "one" ? "Cancel this session" : following.shown ? "Cancel them" : "Show what is cancelled"}
        </Button>
      </DialogActions>
    </Form>
  );
}
