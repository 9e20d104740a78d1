//! The hands a specimen passes through. A mistaken hand-off is corrected or taken back with a reason; what stood there before stays to be read.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { HandOff, HandOffPurpose, TestAnswer } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { ComboBox } from "../../kit/ComboBox/ComboBox.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { typedTime } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import { fresh, handOffFields, standing } from "./hand_off.ts";
import type { TypedHandOff } from "./hand_off.ts";
import { wallTimeOf } from "./log.ts";
import { PURPOSES, options } from "./words.ts";
import styles from "./Test.module.css";

export function Chain({ test, onAdd }: { test: TestAnswer; onAdd: () => void }) {
  const may = test.may.hand_off;
  if (test.chain.length === 0 && test.chain_taken_back.length === 0 && !may) return null;
  return (
    <Section
      title="Hand-offs"
      aside={
        may ? (
          <Button size="sm" keys="H" onPress={onAdd}>
            Add
          </Button>
        ) : null
      }
    >
      {test.chain.length === 0 ? <p className="muted">None recorded.</p> : null}
      <ol className={styles.plain}>
        {test.chain.map((line) => (
          <Line key={line.id} test={test} line={line} />
        ))}
      </ol>
      {test.chain_gaps.length === 0 ? null : (
        <Banner tone="caution" title="Gaps in the chain">
          {test.chain_gaps.join(" ")}
        </Banner>
      )}
      {test.chain_taken_back.length === 0 ? null : (
        <ul className={styles.plain} aria-label="Taken back">
          {test.chain_taken_back.map((line) => (
            <li key={line.id} className={styles.before}>
              <s>{said(line)}</s>
              {` taken back by ${line.by}: ${line.void_reason}`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const said = (line: Pick<HandOff, "purpose" | "from" | "to">) => `${PURPOSES[line.purpose]}: ${line.from} to ${line.to}`;

const sealed = ({ seal_whole }: Pick<HandOff, "seal_whole">) =>
  seal_whole === undefined ? "" : seal_whole ? ", seal whole" : ", seal not whole";

function Line({ test, line }: { test: TestAnswer; line: HandOff }) {
  const { today, zone } = usePractice();
  const [open, setOpen] = useState<"correct" | "take_back" | undefined>();
  const close = () => setOpen(undefined);
  return (
    <li className={styles.hand}>
      <span>{said(line) + sealed(line)}</span>
      <span className="muted small">{`${moment(line.at, today, zone)}${line.noted === "" ? "" : `. ${line.noted}`}`}</span>
      {line.earlier.map((before) => (
        <span key={before.entered_at} className={styles.before}>
          <s>{`${said(before)}${sealed(before)}, ${moment(before.at, today, zone)}`}</s>
          {` as ${before.by} entered it`}
        </span>
      ))}
      {line.because === "" ? null : <span className={styles.before}>{`Corrected by ${line.by}: ${line.because}`}</span>}
      {test.may.hand_off ? (
        <span className="cluster">
          <Button size="sm" kind="quiet" label={`Correct: ${said(line)}`} onPress={() => setOpen("correct")}>
            Correct …
          </Button>
          <Button size="sm" kind="quiet" label={`Take back: ${said(line)}`} onPress={() => setOpen("take_back")}>
            Take back …
          </Button>
        </span>
      ) : null}
      {open === "correct" ? <HandOffDialog test={test} line={line} onClose={close} /> : null}
      {open === "take_back" ? <TakeBackDialog line={line} onClose={close} /> : null}
    </li>
  );
}

function TakeBackDialog({ line, onClose }: { line: HandOff; onClose: () => void }) {
  const op = useOp("drug_test.take_back_hand_off");
  const [reason, setReason] = useState("");
  const submit = () => op.mutate({ id: line.id, rev: line.rev, reason }, { onSuccess: onClose });
  return (
    <Dialog title="Take this hand-off back" isOpen onClose={onClose} busy={op.isPending}>
      <Form label="Take the hand-off back" onSubmit={submit} refusal={op.error} fields={["reason"]} className={styles.dialog}>
        <p>For one that did not happen. It stays to be read, struck through; where only a name or the time is wrong, correct it.</p>
        <Field label="Why" name="reason" value={reason} onChange={setReason} autoFocus isRequired />
        <DialogActions>
          <Button onPress={onClose}>Leave it</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending}>
            Take it back
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** A new hand-off, or one that is corrected. */
export function HandOffDialog({ test, line, onClose }: { test: TestAnswer; line?: HandOff; onClose: () => void }) {
  const { practice, today, zone } = usePractice();
  const add = useOp("drug_test.hand_off");
  const correct = useOp("drug_test.correct_hand_off");
  const op = line === undefined ? add : correct;
  const now = wallTimeOf(practice?.now ?? 0, zone);
  const [typed, setTyped] = useState<TypedHandOff>(() => (line === undefined ? fresh(test) : standing(line, zone)));
  const [because, setBecause] = useState("");
  const change = (part: Partial<TypedHandOff>) => setTyped((before) => ({ ...before, ...part }));
  const misread = typed.time.trim() !== "" && typedTime(typed.time, now) === undefined;
  const done = (words: string) => ({
    onSuccess: () => {
      say(words);
      onClose();
    },
  });
  const submit = () => {
    const fields = handOffFields(typed, now);
    if (fields === undefined) return;
    if (line === undefined) add.mutate({ id: test.id, fields }, done("Recorded the hand-off"));
    else correct.mutate({ id: line.id, rev: line.rev, because, fields }, done("Corrected the hand-off. What stood there is kept."));
  };
  return (
    <Dialog title={line === undefined ? "Hand-off" : "Correct this hand-off"} isOpen onClose={onClose} busy={op.isPending}>
      <Form
        label="Hand-off"
        onSubmit={submit}
        refusal={op.error}
        fields={["from", "to", "on", "time", "noted", "because"]}
        className={styles.dialog}
      >
        <Select label="What for" value={typed.purpose} options={options(PURPOSES)} onChange={(purpose: HandOffPurpose) => change({ purpose })} />
        <div className={styles.pair}>
          <Person label="From" name="from" value={typed.from} onChange={(from) => change({ from })} />
          <Person label="To" name="to" value={typed.to} onChange={(to) => change({ to })} />
          <DateField label="Date" name="on" value={typed.on === "" ? (today ?? "") : typed.on} onChange={(on) => change({ on: on === today ? "" : on })} />
          <Field
            label="Time"
            name="time"
            value={typed.time}
            onChange={(time) => change({ time })}
            placeholder="now"
            error={misread ? "Such as 7:40 AM." : undefined}
          />
        </div>
        <Segments
          label="The seal was whole"
          value={typed.seal}
          onChange={(seal) => change({ seal })}
          options={[
            { value: "none", label: "–" },
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
        <Field label="Remark" name="noted" value={typed.noted} onChange={(noted) => change({ noted })} optional />
        {line === undefined ? null : (
          <Field
            label="Why it is corrected"
            name="because"
            value={because}
            onChange={setBecause}
            help="What stood there is kept and shown under it."
            isRequired
          />
        )}
        <DialogActions>
          <Button onPress={onClose}>{line === undefined ? "Not now" : "Leave as it is"}</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending} why={misread ? "The time is not understood." : undefined}>
            {line === undefined ? "Record it" : "Correct it"}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** One of the staff, or anybody's name: a courier, the laboratory, the client. */
function Person({ label, name, value, onChange }: { label: string; name: "from" | "to"; value: string; onChange: (name: string) => void }) {
  const staff = useCall("staff.names", {});
  const options = (staff.data ?? []).map((person) => ({ value: person.name, label: person.name }));
  return (
    <ComboBox
      label={label}
      name={name}
      value={value}
      valueText={value}
      options={options}
      onChange={onChange}
      own={(typed) => ({ value: typed, label: typed, help: "Not on the staff" })}
    />
  );
}
