//! What stands beside the results: validity, the way of the specimen, and the medications as they stood.

import type { TestAnswer } from "../../ipc/generated/calls.ts";
import { Facts } from "../../kit/Facts/Facts.tsx";
import type { Fact } from "../../kit/Facts/Facts.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { time } from "../../lib/time.ts";
import { ValidityState } from "./TestState.tsx";
import { typedOf } from "./measures.ts";
import styles from "./Test.module.css";

export function Measured({ test }: { test: TestAnswer }) {
  const typed = typedOf(test.measures);
  const all: readonly (readonly [string, string, string])[] = [
    ["Temperature", typed.temperature, " °F"],
    ["Read after", typed.minutes, " min"],
    ["Creatinine", typed.creatinine, " mg/dL"],
    ["Specific gravity", typed.gravity, ""],
    ["pH", typed.ph, ""],
    ["Nitrite", typed.nitrite, " mcg/mL"],
    ["Volume", typed.volume, " mL"],
    ["Oxidant", typed.oxidant, ""],
  ];
  const facts: Fact[] = all.filter(([, value]) => value !== "").map(([label, value, unit]) => [label, value + unit]);
  return (
    <Section
      title="Specimen validity"
      aside={test.validity === undefined ? null : <ValidityState of={test.validity} />}
    >
      {facts.length === 0 ? <p className="muted">Nothing was measured.</p> : <Facts facts={facts} />}
      {test.validity_words === "" ? null : <p className="muted small">{test.validity_words}</p>}
    </Section>
  );
}

export function Custody({ test }: { test: TestAnswer }) {
  const { zone } = usePractice();
  const lines: [string, string][] = [];
  if (test.collected_at !== undefined) {
    const by = test.collector === undefined ? "" : ` by ${test.collector.name}`;
    const observed = test.observer === undefined ? ", not observed" : `, observed by ${test.observer.name}`;
    lines.push([time(test.collected_at, zone), `Collected${by}${observed}`]);
    if (test.seal !== "") lines.push(["", `Sealed ${test.seal}`]);
  }
  if (test.screened_at !== undefined) {
    const lot = test.lot === "" ? "" : `, cup lot ${test.lot}`;
    lines.push([time(test.screened_at, zone), `Read by ${test.screened_by ?? "somebody who left"}${lot}`]);
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
