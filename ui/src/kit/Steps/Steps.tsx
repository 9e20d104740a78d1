//! The steps of one record: done, here, to come.

import { Icon } from "../Icon/Icon.tsx";
import styles from "./Steps.module.css";

export function Steps({ steps, here, label }: { steps: readonly string[]; here: number; label: string }) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} data-done={index < here || undefined} aria-current={index === here ? "step" : undefined}>
          <Icon name={index < here ? "check-circle" : index === here ? "awaiting" : "not-collected"} />
          {step}
          {index < here ? <span className="spoken">, done</span> : null}
        </li>
      ))}
    </ol>
  );
}
