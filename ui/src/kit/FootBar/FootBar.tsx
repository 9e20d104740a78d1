//! The bar at the foot of a page: the one thing that finishes the work, and beside it what is still missing.

import type { ReactNode } from "react";
import styles from "./FootBar.module.css";

export function FootBar({ children, action }: { children?: ReactNode; action: ReactNode }) {
  return (
    <div className={styles.bar}>
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}
