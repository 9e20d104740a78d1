//! Nothing here yet: what belongs here, and the one way to start.

import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h3>{title}</h3>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
