//! The head of a page: its title, which takes the focus after a change of page, one line of context, and its actions.

import type { ReactNode } from "react";
import styles from "./PageHead.module.css";

interface PageHeadProps {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, children, actions }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {children ? <p>{children}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}

export function PageBody({ children, columns }: { children: ReactNode; columns?: "two" }) {
  return (
    <div className={styles.body} data-columns={columns}>
      {children}
    </div>
  );
}
