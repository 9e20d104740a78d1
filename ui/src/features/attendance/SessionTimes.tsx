//! When the session really was: as planned unless somebody says otherwise, and the breaks that do not count.

import { useState } from "react";
import type { Sheet } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { minuteOf, typedTime, wallOf, wallTime } from "../../lib/duration.ts";
import type { SheetDraft } from "./sheet.ts";
import styles from "./SessionTimes.module.css";

interface SessionTimesProps {
  sheet: Sheet;
  draft: SheetDraft;
  onChange: (patch: Partial<SheetDraft>) => void;
}

export function SessionTimes({ sheet, draft, onChange }: SessionTimesProps) {
  const { starts, minutes } = sheet.session;
  const ends = wallOf((minuteOf(starts) ?? 0) + minutes);
  const pauses = draft.breaks;
  const change = (at: number, patch: Partial<{ from: string; until: string }>) =>
    onChange({ breaks: pauses.map((pause, index) => (index === at ? { ...pause, ...patch } : pause)) });
  const middle = wallOf((minuteOf(draft.began || starts) ?? 0) + Math.floor(minutes / 2));
  return (
    <div className={styles.times}>
      <TimeField label="Began" value={draft.began} planned={starts} onChange={(began) => onChange({ began })} />
      <TimeField label="Ended" value={draft.finished} planned={ends} onChange={(finished) => onChange({ finished })} />
      {pauses.map((pause, index) => (
        // Breaks have no other name than their place in the list.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.pause} role="group" aria-label={`Break ${String(index + 1)}`}>
          <TimeField label="Break from" value={pause.from} planned={middle} onChange={(from) => change(index, { from })} />
          <TimeField label="until" value={pause.until} planned={middle} onChange={(until) => change(index, { until })} />
          <Button
            kind="quiet"
            icon="close"
            label="Take the break out"
            onPress={() => onChange({ breaks: pauses.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        icon="plus"
        onPress={() =>
          onChange({ breaks: [...pauses, { from: middle, until: wallOf((minuteOf(middle) ?? 0) + 10) }] })
        }
      >
        Break
      </Button>
    </div>
  );
}

/** A time as somebody types it: "5:35" in an evening group becomes 17:35 on leaving. Empty is as planned. */
function TimeField(props: { label: string; value: string; planned: string; onChange: (value: string) => void }) {
  const { label, value, planned, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const unread = typed !== undefined && typed.trim() !== "" && typedTime(typed, planned) === undefined;
  const leave = () => {
    if (typed === undefined || unread) return;
    onChange(typed.trim() === "" ? "" : (typedTime(typed, planned) ?? ""));
    setTyped(undefined);
  };
  return (
    <Field
      label={label}
      value={typed ?? (value === "" ? "" : wallTime(value))}
      placeholder={wallTime(planned)}
      onChange={setTyped}
      onBlur={leave}
      error={unread ? "Type a time, such as 5:35." : undefined}
      width="short"
    />
  );
}
