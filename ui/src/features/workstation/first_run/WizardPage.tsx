//! The sheet of every set-up step: the steps on the left, one question on the right, the way on at the foot.

import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Icon } from "../../../kit/Icon/Icon.tsx";
import { STEPS } from "./wizard.ts";
import styles from "./Wizard.module.css";

interface WizardPageProps {
  step: number;
  title: string;
  intro: ReactNode;
  children: ReactNode;
}

export function WizardPage({ step, title, intro, children }: WizardPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A field that asked for the focus keeps it; otherwise the title says where one is.
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <main className={styles.wizard}>
      <nav className={styles.steps} aria-label="Steps of setup">
        <p className={styles.mark}>
          <Icon name="keel" size="lg" />
          Evenkeel
        </p>
        <ol>
          {STEPS.map((name, index) => (
            <li key={name} data-done={index < step || undefined} aria-current={index === step ? "step" : undefined}>
              <Icon name={index < step ? "check-circle" : index === step ? "awaiting" : "not-collected"} />
              <span>
                {name}
                {index < step ? <span className="spoken">, done</span> : null}
              </span>
            </li>
          ))}
        </ol>
        <p className={styles.promise}>
          {step < 2
            ? "About 12 minutes in all. Once your account exists you can stop after any step; nothing is lost."
            : "You can stop after any step; nothing is lost."}
        </p>
      </nav>
      <div className={styles.main}>
        <div className={styles.text}>
          <p className="muted">
            Step {step + 1} of {STEPS.length}
          </p>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <div className="prose">{intro}</div>
        </div>
        {children}
      </div>
    </main>
  );
}

export function WizardFoot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>;
}
