//! A list of what to do next. Each line: icon, what it is, and the one way to it.

import type { ReactNode } from "react";
import { Icon } from "../Icon/Icon.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import styles from "./Todo.module.css";

export interface TodoItem {
  id: string;
  icon: IconName;
  tone?: "caution" | "critical" | "positive" | "sealed";
  what: ReactNode;
  note?: ReactNode;
  way?: ReactNode;
}

export function Todo({ items, label }: { items: readonly TodoItem[]; label?: string }) {
  return (
    <ul className={styles.todo} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} data-tone={item.tone}>
          <Icon name={item.icon} />
          <div>
            {item.what}
            {item.note ? <p className={styles.note}>{item.note}</p> : null}
          </div>
          <div>{item.way}</div>
        </li>
      ))}
    </ul>
  );
}
