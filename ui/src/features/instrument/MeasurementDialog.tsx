//! A measurement read again: each question with its answer, and the safety step with the client's plan.

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import type { Measurement, MeasurementSheet, SafetyStep } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { PrintSafetyPlanDialog } from "../exit/PrintDialogs.tsx";
import { answerWords, scoreWords } from "./answers.ts";
import { FINDINGS, PARTS } from "./safety.ts";
import styles from "./Instrument.module.css";

export function MeasurementDialog({ measurement, onClose }: { measurement: Measurement | undefined; onClose: () => void }) {
  const { today } = usePractice();
  const [printing, setPrinting] = useState(false);
  const planned = measurement?.safety?.finding === "plan_made";
  const title = measurement === undefined ? "" : `${measurement.abbrev} of ${date(measurement.given_on, today)}`;
  return (
    <Dialog title={title} isOpen={measurement !== undefined} onClose={onClose} wide>
      {measurement === undefined ? null : <Read id={measurement.id} />}
      {printing && measurement !== undefined ? <PrintSafetyPlanDialog id={measurement.id} onClose={() => setPrinting(false)} /> : null}
      <DialogActions>
        {planned ? (
          <Button icon="print" onPress={() => setPrinting(true)}>
            Print the safety plan
          </Button>
        ) : null}
        <Button onPress={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}

function Read({ id }: { id: string }) {
  const sheet = useCall("instrument.measurement", { id });
  return (
    <Answered query={sheet} what="the answers">
      {(answer) => (
        <div className="stack">
          <p className="muted">{given(answer)}</p>
          {answer.measurement.safety === undefined ? null : <Step step={answer.measurement.safety} />}
          <Answers sheet={answer} />
        </div>
      )}
    </Answered>
  );
}

function given({ measurement, name }: MeasurementSheet): string {
  const how = measurement.mode === "client" ? `answered by the client, handed over by ${measurement.given_by}` : `given by ${measurement.given_by}`;
  return `${name}: ${scoreWords(measurement)}, ${how}.`;
}

function Step({ step }: { step: SafetyStep }) {
  const { today, zone } = usePractice();
  const finding = FINDINGS.find(({ value }) => value === step.finding)?.label;
  return (
    <Section title="Safety step" aside={`${finding ?? ""} · ${step.by}, ${moment(step.at, today, zone)}`}>
      <dl className={styles.facts}>
        {[{ name: "what_was_said" as const, label: "What was asked and answered" }, ...PARTS].map(({ name, label }) =>
          step.fields[name] === "" ? null : (
            <div key={name}>
              <dt>{label}</dt>
              <dd className={styles.wordsOfNote}>{step.fields[name]}</dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}

function Answers({ sheet: { measurement, items } }: { sheet: MeasurementSheet }) {
  return (
    <Section title="Answers" aside="as they were given">
      <dl className={styles.facts}>
        {items.map((item) =>
          item.options.length === 0 ? (
            <p key={item.id} className={styles.heading}>
              {item.text}
            </p>
          ) : (
            <div key={item.id}>
              <dt>{item.text}</dt>
              <dd>{answerWords(item, measurement.answers[item.id])}</dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}
