//! Long work: what it is doing, how far it is, how long it will take, and a way out.

import type { ReactNode } from "react";
import { useId } from "react";
import { timeLeft } from "../../lib/time.ts";
import styles from "./Progress.module.css";

interface ProgressProps {
  what: string;
  done: number;
  /** 0 while the total is not known yet. */
  total: number;
  secondsLeft?: number | undefined;
  /** What whoever waits can do. */
  meanwhile?: string | undefined;
  action?: ReactNode;
}

export function Progress({ what, done, total, secondsLeft, meanwhile = "You can go on working.", action }: ProgressProps) {
  const label = useId();
  return (
    <div className={styles.progress}>
      <span id={label}>
        {what}
        {total > 0 ? `: ${share(done, total)}` : ""}
      </span>
      <progress aria-labelledby={label} max={total > 0 ? total : 1} {...(total > 0 ? { value: done } : {})} />
      {action ? <span className={styles.action}>{action}</span> : null}
      <span className="muted small">
        {secondsLeft === undefined ? "" : `${timeLeft(secondsLeft)} `}
        {meanwhile}
      </span>
    </div>
  );
}

/** Of a hundred, a count and a percentage are the same number. */
function share(done: number, total: number): string {
  return total === 100 ? `${String(done)} %` : `${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
}
