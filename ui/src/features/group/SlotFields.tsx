//! A weekly time: weekday, beginning, minutes, and the date from which it holds.

import { useState } from "react";
import type { SlotFields as Slot } from "../../ipc/generated/calls.ts";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { minuteOf, typedTime, wallTime } from "../../lib/duration.ts";
import { weekdayName } from "../session/days.ts";

const DAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }));

export interface SlotDraft {
  weekday: string;
  starts: string;
  minutes: string;
  from_on: string;
}

export function slotMissing(slot: SlotDraft): string | undefined {
  if (slot.weekday === "") return "Choose the weekday.";
  if (minuteOf(slot.starts) === undefined) return "Type when it begins.";
  if (!/^\d{1,3}$/.test(slot.minutes.trim())) return "Type how many minutes it takes.";
  if (slot.from_on === "") return "Choose from when it holds.";
  return undefined;
}

export function slotOf({ weekday, starts, minutes, from_on }: SlotDraft): Slot {
  return { weekday: Number(weekday), starts, minutes: Number(minutes), from_on };
}

export function SlotFieldset({ value, onChange }: { value: SlotDraft; onChange: (patch: Partial<SlotDraft>) => void }) {
  const [typed, setTyped] = useState<string>();
  const leave = () => {
    if (typed === undefined) return;
    onChange({ starts: typedTime(typed, "15:00") ?? typed });
    setTyped(undefined);
  };
  return (
    <FieldRow>
      <Select
        label="Weekday"
        name="weekday"
        value={value.weekday}
        onChange={(weekday) => onChange({ weekday })}
        options={DAYS}
      />
      <Field
        label="Begins"
        name="starts"
        value={typed ?? (value.starts === "" ? "" : wallTime(value.starts))}
        onChange={setTyped}
        onBlur={leave}
        placeholder="5:30 PM"
        width="short"
      />
      <Field
        label="Minutes"
        name="minutes"
        value={value.minutes}
        onChange={(minutes) => onChange({ minutes })}
        inputMode="numeric"
        width="short"
      />
      <DateField label="From" name="from_on" value={value.from_on} onChange={(from_on) => onChange({ from_on })} />
    </FieldRow>
  );
}
