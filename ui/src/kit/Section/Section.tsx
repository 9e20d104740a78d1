//! A section: a heading over a hairline, never a box.

import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./Section.module.css";

interface SectionProps {
  title: string;
  aside?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, aside, action, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {aside ? <span className="muted small">{aside}</span> : null}
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
      {children}
    </section>
  );
}
