//! One inquiry: what was asked, the steps that may follow, and those that were taken. A step is undone by taking it back.

import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { InquiryFields, InquiryRow, NextStep } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { PacketSection } from "../intake/PacketSection.tsx";
import { EarlierVersions } from "../timeline/EarlierVersions.tsx";
import { CALL_FIELDS, CallFieldset } from "./CallFieldset.tsx";
import { useCommands } from "../palette/commands.ts";
import { StepForm } from "./StepForm.tsx";
import { URGENCIES, callerWords, sendableFields, stateIcon } from "./inquiry.ts";
import styles from "./Inquiry.module.css";

export function InquiryDialog({ row, onClose }: { row: InquiryRow; onClose: () => void }) {
  const [changing, setChanging] = useState(false);
  const [step, setStep] = useState<NextStep>();
  const title = `${row.given_name} ${row.family_name}`;
  return (
    <Dialog title={step ? step.label : title} isOpen onClose={onClose}>
      {changing ? (
        <ChangeForm row={row} onDone={() => setChanging(false)} />
      ) : step ? (
        <StepForm row={row} step={step} onDone={onClose} onBack={() => setStep(undefined)} />
      ) : (
        <Standing row={row} onStep={setStep} onChange={() => setChanging(true)} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** From here on somebody prepares the papers of the admission. */
const PREPARED: ReadonlySet<string> = new Set(["assessment_booked", "assessed", "accepted"]);

interface StandingProps {
  row: InquiryRow;
  onStep: (step: NextStep) => void;
  onChange: () => void;
  onClose: () => void;
}

function Standing({ row, onStep, onChange, onClose }: StandingProps) {
  const { today } = usePractice();
  const take = useOp("inquiry.step");
  const back = useOp("inquiry.take_back");
  const choose = (step: NextStep) => {
    if (step.asks !== "nothing") {
      onStep(step);
      return;
    }
    take.mutate(
      { id: row.id, rev: row.rev, to: step.to, reason: "" },
      {
        onSuccess: ({ id, rev }) => {
          say(step.label, { undo: () => void act("inquiry.take_back", { id, rev }) });
          onClose();
        },
      },
    );
  };
  const next = row.may_change ? row.next : [];
  useCommands(
    next.map((step, index) => ({
      id: `inquiry.${step.to}`,
      title: step.label,
      group: "Here" as const,
      icon: stateIcon(step.to),
      keys: String(index + 1),
      inDialog: true,
      run: () => choose(step),
    })),
  );
  const call = row.call_back === "" ? "" : `${row.call_back}${row.message_is_safe ? "" : ", leave no message"}`;
  return (
    <div className="stack">
      {take.error ? <RefusedBanner refusal={take.error} /> : null}
      {back.error ? <RefusedBanner refusal={back.error} /> : null}
      <Facts
        facts={[
          ["Stands at", `${row.state_label}, since ${date(row.state_on, today)}${row.reason === "" ? "" : `: ${row.reason}`}`],
          ["Asked on", date(row.asked_on, today)],
          ["Who called", callerWords(row)],
          ["Call back", call],
          ["How soon", URGENCIES[row.urgency]],
          ["Who pays", row.coverage],
          ["What they asked", row.about],
          ...(row.follow_up_on === undefined ? [] : [["Call again on", date(row.follow_up_on, today)] as const]),
        ]}
      />
      {PREPARED.has(row.state) ? <PacketSection client={row.client} closed /> : null}
      {next.length > 0 ? (
        <Section title="Next step">
          <div className={styles.steps}>
            {next.map((step, index) => (
              <Button key={step.to} kind={index === 0 ? "primary" : "plain"} keys={String(index + 1)} onPress={() => choose(step)}>
                {step.asks === "nothing" ? step.label : `${step.label}…`}
              </Button>
            ))}
          </div>
        </Section>
      ) : null}
      <StepsTaken
        id={row.id}
        action={
          row.may_change && row.state !== "asked" && row.state !== "admitted" ? (
            <Button
              kind="quiet"
              size="sm"
              icon="undo"
              pending={back.isPending}
              onPress={() => back.mutate({ id: row.id, rev: row.rev }, { onSuccess: onClose })}
            >
              Take the last one back
            </Button>
          ) : null
        }
      />
      <DialogActions>
        <Link to="/client/$id/{-$tab}" params={{ id: row.client }}>
          Open the chart
        </Link>
        {row.may_change && row.next.some((step) => step.to !== "asked") ? (
          <Button icon="draft" onPress={onChange}>
            Change
          </Button>
        ) : null}
        <EarlierVersions of="inquiry" id={row.id} what="the inquiry" />
        <Button onPress={onClose}>Close</Button>
      </DialogActions>
    </div>
  );
}

function StepsTaken({ id, action }: { id: string; action: ReactNode }) {
  const steps = useCall("inquiry.steps", { id });
  const { today, zone } = usePractice();
  return (
    <Answered query={steps} what="the steps">
      {(taken) =>
        taken.length === 0 ? null : (
          <Section title="Steps taken" action={action}>
            <ol className={styles.taken}>
              {taken.map((step) => (
                <li key={step.at} data-back={step.taken_back || undefined}>
                  <span className="strong">{step.label}</span>
                  {step.reason === "" ? null : <span>{step.reason}</span>}
                  <span className="muted small">
                    {`${step.by}, ${moment(step.at, today, zone)}${step.taken_back ? ", taken back" : ""}`}
                  </span>
                </li>
              ))}
            </ol>
          </Section>
        )
      }
    </Answered>
  );
}

function ChangeForm({ row, onDone }: { row: InquiryRow; onDone: () => void }) {
  const change = useOp("inquiry.change");
  const { caller, caller_is, call_back, message_is_safe, urgency, coverage, about, follow_up_on = "" } = row;
  const [fields, setFields] = useState<InquiryFields>({
    caller,
    caller_is,
    call_back,
    message_is_safe,
    urgency,
    coverage,
    about,
    follow_up_on,
  });
  const submit = () => {
    if (change.isPending) return;
    const request = { id: row.id, rev: row.rev, fields: sendableFields(fields) };
    change.mutate(request, { onSuccess: () => (say("Changed the inquiry"), onDone()) });
  };
  return (
    <Form label="Inquiry" onSubmit={submit} refusal={change.error} fields={CALL_FIELDS}>
      <CallFieldset value={fields} onChange={(patch) => setFields((before) => ({ ...before, ...patch }))} />
      <DialogActions>
        <Button onPress={onDone}>Leave as it was</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending}>
          Change it
        </Button>
      </DialogActions>
    </Form>
  );
}
