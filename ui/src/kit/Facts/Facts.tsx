//! Label and value pairs. An empty optional value reads "not recorded" and is never left blank.

import type { ReactNode } from "react";
import styles from "./Facts.module.css";

export type Fact = readonly [label: string, value: ReactNode];

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <FactLine key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactLine({ label, value }: { label: string; value: ReactNode }) {
  const empty = value === undefined || value === null || value === "";
  return (
    <>
      <dt>{label}</dt>
      <dd>{empty ? <span className="muted">not recorded</span> : value}</dd>
    </>
  );
}
