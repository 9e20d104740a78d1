//! A banner says what happened and what to do, in that order. Red is for lost data, a legal stop and safety only.

import type { ReactNode } from "react";
import { Icon } from "../Icon/Icon.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import styles from "./Banner.module.css";

export type BannerTone = "info" | "positive" | "caution" | "critical" | "sealed";

const ICONS: Record<BannerTone, IconName> = {
  info: "info",
  positive: "check-circle",
  caution: "caution",
  critical: "stop",
  sealed: "sealed",
};

interface BannerProps {
  tone?: BannerTone;
  icon?: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out at once; for what happened just now, not for what the page opened with. */
  urgent?: boolean;
}

export function Banner({ tone = "info", icon, title, children, action, urgent }: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone} role={urgent ? "alert" : undefined}>
      <Icon name={icon ?? ICONS[tone]} />
      <div>
        <p className="strong">{title}</p>
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
