//! What stands beside the results: validity, the way of the specimen, and the medications as they stood.

import type { TestAnswer } from "../../ipc/generated/calls.ts";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, time } from "../../lib/time.ts";
import { ValidityState } from "./TestState.tsx";
import { IDENTIFIED } from "./details.ts";
import { measured, unscaled } from "./measures.ts";
import styles from "./Test.module.css";

export function Measured({ test }: { test: TestAnswer }) {
  const facts = measured(test.measures);
  const laboratory = test.reports.at(-1)?.validity;
  return (
    <Section
      title="Specimen validity"
      aside={test.validity === undefined ? null : <ValidityState of={test.validity} />}
    >
      {facts.length === 0 ? <p className="muted">Nothing was measured.</p> : <Facts facts={facts} />}
      {laboratory === undefined ? null : (
        <p className="cluster">
          <span className="muted">By the laboratory</span>
          <ValidityState of={laboratory} />
        </p>
      )}
      {test.validity_words === "" ? null : <p className="muted small">{test.validity_words}</p>}
    </Section>
  );
}

export function Custody({ test }: { test: TestAnswer }) {
  const { today, zone } = usePractice();
  const lines: [string, string][] = [];
  if (test.collected_at !== undefined) {
    const by = test.collector === undefined ? "" : ` by ${test.collector.name}`;
    const observed = test.observer === undefined ? ", not observed" : `, observed by ${test.observer.name}`;
    lines.push([time(test.collected_at, zone), `Collected${by}${observed}`]);
    const read = test.details.medications_read === true ? ", medications read back" : "";
    if (test.details.identified_by !== undefined) lines.push(["", `Identified: ${identified(test).toLowerCase()}${read}`]);
    if (test.seal !== "") lines.push(["", `Sealed ${test.seal}${initials(test)}`]);
    if (test.details.container !== "") lines.push(["", `Container ${containers(test)}`]);
    for (const own of specimenWords(test)) lines.push(["", own]);
  }
  if (test.screened_at !== undefined) {
    const lot = test.lot === "" ? "" : `, cup lot ${test.lot}`;
    const expires = test.details.cup_expires_on === undefined ? "" : `, good until ${date(test.details.cup_expires_on, today)}`;
    lines.push([time(test.screened_at, zone), `Read by ${test.reader ?? test.screened_by ?? "somebody who left"}${lot}${expires}`]);
  }
  return (
    <Section title="Way of the specimen">
      <ol className={styles.custody}>
        {lines.map(([at, what]) => (
          <li key={what}>
            <span className="muted">{at}</span>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const identified = ({ details }: TestAnswer) =>
  details.identified_by === undefined ? "" : details.identified_by === "other" ? details.identified_words : IDENTIFIED[details.identified_by];

const initials = ({ details }: TestAnswer) => (details.donor_initials === "" ? "" : `, initialed ${details.donor_initials}`);

const containers = ({ details }: TestAnswer) =>
  details.split === true ? `${details.container} and ${details.split_container || "a second one"}, split` : details.container;

/** What only this kind of specimen records. */
function specimenWords({ details }: TestAnswer): string[] {
  const { breath_first, breath_second, breath_minutes, breath_device, mouth_checked, mouth_minutes, taken_from, length_mm, spots } = details;
  const reading = (value: number) => `${unscaled(value, 3, true)} g/210 L`;
  return [
    breath_first === undefined ? "" : `First reading ${reading(breath_first)}${breath_device === "" ? "" : `, ${breath_device}`}`,
    breath_second === undefined ? "" : `Second reading ${reading(breath_second)} after ${String(breath_minutes ?? 0)} min`,
    mouth_checked === undefined ? "" : `The mouth was ${mouth_checked ? "" : "not "}looked at`,
    mouth_minutes === undefined ? "" : `${String(mouth_minutes)} min without food or drink`,
    taken_from === "" ? "" : `Taken from ${taken_from}${length_mm === undefined ? "" : `, ${String(length_mm)} mm`}`,
    spots === undefined ? "" : `${String(spots)} ${spots === 1 ? "spot" : "spots"} on the card`,
  ].filter((words) => words !== "");
}

export function Medications({ test }: { test: TestAnswer }) {
  if (test.medications.length === 0 && test.noted === "") return null;
  return (
    <Section title="At collection" aside="as it stood">
      <ul className={styles.plain}>
        {test.medications.map((one) => (
          <li key={`${one.name} ${one.dose}`}>{[one.name, one.dose, one.frequency].filter(Boolean).join(", ")}</li>
        ))}
        {test.noted === "" ? null : <li className="muted">Said: {test.noted}</li>}
      </ul>
    </Section>
  );
}
