//! Everything that can differ for one person, as a form: for what the keys of the grid do not say, and for corrections.

import { useState } from "react";
import type { ReactNode } from "react";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox, OneOf } from "../../kit/Choice/Choice.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import type { Refused } from "../../ipc/refused.ts";
import { typedTime, wallTime } from "../../lib/duration.ts";
import type { Mark } from "./marks.ts";

type Here = "here" | "excused" | "unexcused";

interface Fields {
  here: Here;
  arrived: string;
  left: string;
  reason: string;
  byVideo: boolean;
  location: string;
}

function fieldsOf(mark: Mark): Fields {
  return {
    here: mark.absent === undefined ? "here" : mark.absent.excused ? "excused" : "unexcused",
    arrived: timeOrMinutes(mark.arrived, mark.late),
    left: timeOrMinutes(mark.left, mark.early),
    reason: mark.absent?.reason ?? "",
    byVideo: mark.video !== undefined,
    location: mark.video ?? "",
  };
}

function timeOrMinutes(at: string | undefined, minutes: number | undefined): string {
  if (at !== undefined) return wallTime(at);
  return minutes === undefined ? "" : String(minutes);
}

/** A number of at most three digits is minutes, anything else a time. */
function minutesOrTime(text: string, near: string): { minutes?: number; at?: string } {
  const typed = text.trim();
  if (typed === "") return {};
  if (/^\d{1,3}$/.test(typed)) return { minutes: Number(typed) };
  return { at: typedTime(typed, near) ?? typed };
}

export function markOf(fields: Fields, starts: string): Mark {
  const video = fields.byVideo ? { video: fields.location.trim() } : {};
  if (fields.here !== "here")
    return { ...video, absent: { excused: fields.here === "excused", reason: fields.reason.trim() } };
  const [came, went] = [minutesOrTime(fields.arrived, starts), minutesOrTime(fields.left, starts)];
  return {
    ...video,
    ...(came.minutes === undefined ? {} : { late: came.minutes }),
    ...(came.at === undefined ? {} : { arrived: came.at }),
    ...(went.minutes === undefined ? {} : { early: went.minutes }),
    ...(went.at === undefined ? {} : { left: went.at }),
  };
}

interface MarkFormProps {
  mark: Mark;
  starts: string;
  action: string;
  onDone: (mark: Mark, because: string) => void;
  onCancel: () => void;
  /** They were there; only the times and the place are asked for. */
  here?: boolean;
  /** What the names of the fields begin with, for messages of the core. */
  at?: string;
  /** A correction asks why. */
  asksWhy?: boolean;
  refusal?: Refused | null | undefined;
  pending?: boolean;
  /** What stands below the fields, such as a signature; and what is missing there. */
  children?: ReactNode;
  also?: string | undefined;
  /** Fields of that part, for messages of the core. */
  alsoFields?: readonly string[];
}

const FIELDS = [
  "what.arrived",
  "what.late_minutes",
  "what.left",
  "what.early_minutes",
  "what.absent.reason",
  "what.video.location",
  "because",
] as const;

/** A complaint about minutes and one about a time belong to the same field, whichever was typed. */
function nameOf(text: string, minutes: string, at: string): string {
  return /^\s*\d{1,3}\s*$/.test(text) ? minutes : at;
}

export function MarkForm(props: MarkFormProps) {
  const { mark, starts, action, onDone, onCancel, here = false, at = "", asksWhy = false, refusal, pending = false, children, also, alsoFields = [] } = props;
  const [fields, setFields] = useState(() => fieldsOf(mark));
  const [because, setBecause] = useState("");
  const patch = (change: Partial<Fields>) => setFields({ ...fields, ...change });
  const missing = missingIn(fields, asksWhy ? because : "no need") ?? also;
  const submit = () => {
    if (missing === undefined) onDone(markOf(fields, starts), because.trim());
  };
  return (
    <Form label={action} onSubmit={submit} refusal={refusal} fields={[...FIELDS.map((field) => `${at}${field}`), ...alsoFields]}>
      {here ? null : (
        <OneOf
          label="Here"
          value={fields.here}
          onChange={(chosen) => patch({ here: chosen })}
          columns="row"
          options={[
            { value: "here", label: "Here" },
            { value: "excused", label: "Absent, excused" },
            { value: "unexcused", label: "Absent, unexcused" },
          ]}
        />
      )}
      {fields.here === "here" ? (
        <FieldRow>
          <Field
            label={here ? "Came" : "Came late"}
            name={nameOf(fields.arrived, `${at}what.late_minutes`, `${at}what.arrived`)}
            value={fields.arrived}
            onChange={(arrived) => patch({ arrived })}
            help={`Minutes late, or the time, such as ${wallTime(starts)}`}
            optional
            autoFocus={here}
          />
          <Field
            label={here ? "Left" : "Left early"}
            name={nameOf(fields.left, `${at}what.early_minutes`, `${at}what.left`)}
            value={fields.left}
            onChange={(left) => patch({ left })}
            help="Minutes early, or the time"
            optional
          />
        </FieldRow>
      ) : (
        <Field
          label="Reason"
          name={`${at}what.absent.reason`}
          value={fields.reason}
          onChange={(reason) => patch({ reason })}
          help="Such as: shift moved. It stands in the chart."
          optional={fields.here === "unexcused"}
        />
      )}
      {fields.here === "here" ? (
        <Checkbox isSelected={fields.byVideo} onChange={(byVideo) => patch({ byVideo })}>
          Takes part by video
        </Checkbox>
      ) : null}
      {fields.here === "here" && fields.byVideo ? (
        <Field
          label="Where the client is"
          name={`${at}what.video.location`}
          value={fields.location}
          onChange={(location) => patch({ location })}
          help="The place help would be sent to"
        />
      ) : null}
      {asksWhy ? (
        <Field
          label="Why it is corrected"
          name="because"
          value={because}
          onChange={setBecause}
          help="Such as: the paper sheet said 5:40. The earlier value stays in the history."
        />
      ) : null}
      {children}
      <DialogActions>
        <Button onPress={onCancel}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={pending} why={missing}>
          {action}
        </Button>
      </DialogActions>
    </Form>
  );
}

function missingIn(fields: Fields, because: string): string | undefined {
  if (fields.here === "excused" && fields.reason.trim() === "") return "Type why it is excused.";
  if (fields.here === "here" && fields.byVideo && fields.location.trim() === "") return "Type where the client is.";
  if (because.trim() === "") return "Say why, in a few words.";
  return undefined;
}
