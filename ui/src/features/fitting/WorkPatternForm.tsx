//! A work pattern from a date on: fixed weekdays, a rotation with the date of its first day, or no work.

import { act, useCall, useOp } from "../../ipc/door.ts";
import type { WorkPatternLine } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { weekdayName } from "../session/days.ts";
import styles from "./Fit.module.css";
import { LETTERS, fieldsOf, typedOf, used } from "./pattern.ts";
import type { Letter, Mode, PatternTyped } from "./pattern.ts";

interface FormProps {
  client: string;
  newest: WorkPatternLine | undefined;
  onDone: () => void;
}

const TITLES = { day: "Day shift", night: "Night shift", call: "Call" } as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }));

export function WorkPatternForm({ client, newest, onDone }: FormProps) {
  const { today, zone } = usePractice();
  const draft = useDraft("work_pattern.set", client, typedOf(newest, today, zone));
  const choices = useCall("practice.choices", {});
  const set = useOp("work_pattern.set");
  const typed = draft.value;
  const missing =
    typed.from_on === ""
      ? "Name the day it holds from first."
      : typed.mode === "cycle" && typed.anchor_on === ""
        ? "Name the first day of the cycle first."
        : undefined;
  const submit = () => {
    if (missing !== undefined || set.isPending) return;
    set.mutate(
      { client, fields: fieldsOf(typed) },
      {
        onSuccess: (saved) => {
          void draft.done();
          // A first version of its date can be taken back; one that replaced another is changed again instead.
          say("Work pattern saved", saved.rev === 1 ? { undo: () => void act("work_pattern.void", saved) } : {});
          onDone();
        },
      },
    );
  };
  const fields = ["from_on", "time_zone", "cycle", "anchor_on", "day.starts", "day.minutes", "night.starts", "night.minutes", "call.starts", "call.minutes", "travel_minutes"];
  return (
    <Form label="Work pattern" onSubmit={submit} refusal={set.error} fields={fields}>
      <Segments
        label="Works"
        value={typed.mode}
        onChange={(mode: Mode) => draft.change({ mode })}
        options={[
          { value: "week", label: "Fixed weekdays" },
          { value: "cycle", label: "Rotation" },
          { value: "none", label: "No work now" },
        ]}
      />
      {typed.mode === "week" ? <WeekFields typed={typed} change={draft.change} /> : null}
      {typed.mode === "cycle" ? (
        <FieldRow>
          <Field
            label="Cycle"
            name="cycle"
            value={typed.cycle}
            onChange={(cycle) => draft.change({ cycle })}
            help="One letter a day: D day, N night, C call, O off"
            code
          />
          <DateField
            label="First day of the cycle"
            name="anchor_on"
            value={typed.anchor_on}
            onChange={(anchor_on) => draft.change({ anchor_on })}
          />
        </FieldRow>
      ) : null}
      {used(typed).map((key) => (
        <FieldRow key={key}>
          <Field
            label={`${TITLES[key]} begins`}
            name={`${key}.starts`}
            value={typed[key].starts}
            onChange={(starts) => draft.change({ [key]: { ...typed[key], starts } })}
          />
          <Field
            label="Ends"
            name={`${key}.minutes`}
            value={typed[key].ends}
            onChange={(ends) => draft.change({ [key]: { ...typed[key], ends } })}
          />
        </FieldRow>
      ))}
      <FieldRow>
        <DateField label="Holds from" name="from_on" value={typed.from_on} onChange={(from_on) => draft.change({ from_on })} />
        <Select
          label="Time zone of the workplace"
          name="time_zone"
          value={typed.time_zone}
          options={(choices.data?.time_zones ?? [typed.time_zone]).map((one) => ({ value: one, label: one.replaceAll("_", " ") }))}
          onChange={(time_zone) => draft.change({ time_zone })}
        />
        <Field
          label="Way to the program"
          name="travel_minutes"
          value={typed.travel}
          onChange={(travel) => draft.change({ travel })}
          unit="minutes"
          width="short"
        />
      </FieldRow>
      <BlockedFields typed={typed} change={draft.change} />
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" pending={set.isPending} why={missing}>
          Save
        </Button>
      </DialogActions>
    </Form>
  );
}

interface PartProps {
  typed: PatternTyped;
  change: (patch: Partial<PatternTyped>) => void;
}

function WeekFields({ typed, change }: PartProps) {
  return (
    <div className={styles.week}>
      {typed.week.map((letter, at) => (
        <Select
          key={WEEKDAYS[at]?.value}
          label={weekdayName(at + 1).slice(0, 3)}
          value={letter}
          options={LETTERS}
          onChange={(next: Letter) => change({ week: typed.week.map((one, index) => (index === at ? next : one)) })}
        />
      ))}
    </div>
  );
}

function BlockedFields({ typed, change }: PartProps) {
  const patch = (at: number, part: Partial<PatternTyped["blocked"][number]>) =>
    change({ blocked: typed.blocked.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <>
      {typed.blocked.map((one, at) => (
        <FieldRow key={`blocked${String(at)}`}>
          <Select label="Not free on" value={one.weekday} options={WEEKDAYS} onChange={(weekday) => patch(at, { weekday })} />
          <Field label="From" name={`blocked.${String(at)}.starts`} value={one.starts} onChange={(starts) => patch(at, { starts })} />
          <Field label="To" name={`blocked.${String(at)}.minutes`} value={one.ends} onChange={(ends) => patch(at, { ends })} />
          <Field label="For" value={one.words} onChange={(words) => patch(at, { words })} optional />
        </FieldRow>
      ))}
      <div className="cluster">
        <Button
          kind="quiet"
          size="sm"
          icon="plus"
          onPress={() => change({ blocked: [...typed.blocked, { weekday: "1", starts: "3:00 PM", ends: "4:00 PM", words: "" }] })}
        >
          Another weekly time that is taken
        </Button>
        {typed.blocked.length === 0 ? null : (
          <Button kind="quiet" size="sm" onPress={() => change({ blocked: typed.blocked.slice(0, -1) })}>
            Take the last away
          </Button>
        )}
      </div>
    </>
  );
}
