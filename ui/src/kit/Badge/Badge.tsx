//! The state of a record. A badge has an edge: dashed while not final, solid when final. In a dense table `State` keeps icon and word alone.
//! `Tag` is a plain fact without a state. Color always comes third.

import type { ReactNode } from "react";
import { Icon } from "../Icon/Icon.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import styles from "./Badge.module.css";

export type BadgeState =
  | "draft"
  | "presumptive"
  | "awaiting"
  | "returned"
  | "signed"
  | "expected"
  | "active"
  | "unexpected"
  | "due"
  | "expired"
  | "blocked"
  | "sealed";

const ICONS: Record<BadgeState, IconName> = {
  draft: "draft",
  presumptive: "presumptive",
  awaiting: "awaiting",
  returned: "returned",
  signed: "signed",
  expected: "check-circle",
  active: "check-circle",
  unexpected: "unexpected",
  due: "clock",
  expired: "expired",
  blocked: "stop",
  sealed: "sealed",
};

export function Badge({ state, icon, children }: { state: BadgeState; icon?: IconName; children: ReactNode }) {
  return (
    <span className={styles.badge} data-state={state}>
      <Icon name={icon ?? ICONS[state]} />
      {children}
    </span>
  );
}

export type Tone = "positive" | "caution" | "critical" | "info" | "sealed" | "muted";

export function State({ tone, icon, children }: { tone?: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={styles.state} data-tone={tone}>
      <Icon name={icon} size="sm" />
      <span>{children}</span>
    </span>
  );
}

export function Tag({ children }: { children: ReactNode }) {
  return <span className={styles.tag}>{children}</span>;
}
