//! A stay, corrected: its first day, its track, and what it alone asks for. Undo puts back what stood before.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { Episode } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";

const typed = (value: number | undefined) => (value === undefined ? "" : String(value));
/** What is no number goes to the core, which says so beside the field. */
const number = (text: string) => (text.trim() === "" ? undefined : /^\d+$/.test(text.trim()) ? Number(text) : -1);

export function StayForm({ episode, onDone }: { episode: Episode; onDone: () => void }) {
  const [admitted, setAdmitted] = useState(episode.admitted_on);
  const [track, setTrack] = useState(episode.track);
  const [weekly, setWeekly] = useState(typed(episode.weekly_hours));
  const [interval, setInterval] = useState(typed(episode.test_interval_days));
  const change = useOp("episode.change");
  const missing = admitted === "" ? "Type the day of admission first." : undefined;
  const own = (hours: number | undefined, days: number | undefined) => ({
    ...(hours === undefined ? {} : { weekly_hours: hours }),
    ...(days === undefined ? {} : { test_interval_days: days }),
  });
  const submit = () => {
    if (missing !== undefined || change.isPending) return;
    change.mutate(
      { id: episode.id, rev: episode.rev, admitted_on: admitted, track: track.trim(), ...own(number(weekly), number(interval)) },
      {
        onSuccess: (stands) => {
          const before = {
            ...stands,
            admitted_on: episode.admitted_on,
            track: episode.track,
            ...own(episode.weekly_hours, episode.test_interval_days),
          };
          const undo = () =>
            void act("episode.change", before).catch((thrown: unknown) => say(refused(thrown).message, { icon: "caution" }));
          say("Stay changed", { undo });
          onDone();
        },
      },
    );
  };
  return (
    <Form
      label="Stay"
      onSubmit={submit}
      refusal={change.error}
      fields={["admitted_on", "track", "weekly_hours", "test_interval_days"]}
    >
      <FieldRow>
        <DateField label="Admitted on" name="admitted_on" value={admitted} onChange={setAdmitted} />
        <Field label="Track" name="track" value={track} onChange={setTrack} optional />
      </FieldRow>
      <FieldRow>
        <Field
          label="Hours a week"
          name="weekly_hours"
          value={weekly}
          onChange={setWeekly}
          unit="hours"
          help="Empty: those of the level of care"
          width="short"
          optional
        />
        <Field
          label="Days without a test"
          name="test_interval_days"
          value={interval}
          onChange={setInterval}
          unit="days"
          help="Empty: the program's"
          width="short"
          optional
        />
      </FieldRow>
      <DialogActions>
        <Button onPress={onDone}>Leave as it was</Button>
        <Button type="submit" kind="primary" pending={change.isPending} why={missing}>
          Change the stay
        </Button>
      </DialogActions>
    </Form>
  );
}
