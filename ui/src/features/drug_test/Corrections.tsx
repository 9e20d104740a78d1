//! What was corrected, with what stood there before, by whom, when and why.

import { useCall } from "../../ipc/door.ts";
import type { TestAnswer, TestChange } from "../../ipc/generated/calls.ts";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import styles from "./Test.module.css";

export function Corrections({ test }: { test: TestAnswer }) {
  const { today, zone } = usePractice();
  const found = useCall("drug_test.corrections", { id: test.id }, { enabled: test.corrected_because !== "" });
  if (found.data === undefined || found.data.length === 0) return null;
  return (
    <Section title="Corrections" aside="what stood there before is kept">
      <ol className={styles.reports}>
        {found.data.map((one) => (
          <li key={one.at} className={styles.plain}>
            <p>
              <span className="strong">{one.because}</span>
              <span className="muted small">{` ${one.by}, ${moment(one.at, today, zone)}`}</span>
            </p>
            <dl className={styles.changes}>
              {one.changes.map((change) => (
                <Change key={change.what} of={change} />
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Change({ of }: { of: TestChange }) {
  return (
    <>
      <dt className="muted">{of.what}</dt>
      <dd>
        {of.before === "" ? <span className="muted">not recorded</span> : <s className="muted">{of.before}</s>}
        <span aria-hidden="true">{" → "}</span>
        <span className="spoken">, now </span>
        {of.after === "" ? <span className="muted">not recorded</span> : of.after}
      </dd>
    </>
  );
}
