//! The sheet that every screen before the records stands on: mark, title, form, and at the foot what one may know without being signed in.

import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Workstation } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { localDate, moment } from "../../lib/time.ts";
import styles from "./Lockscreen.module.css";

interface LockscreenProps {
  title: string;
  workstation?: Workstation | undefined;
  children: ReactNode;
  wide?: boolean;
  /** Takes the focus when the screen has no field that does. */
  focusTitle?: boolean;
}

function BackupWord({ workstation }: { workstation: Workstation }) {
  const { backup, practice } = workstation;
  const [opened] = useState(() => Date.now());
  if (!backup) return null;
  const zone = practice?.time_zone;
  const when = moment(backup.at, practice?.today ?? localDate(opened, zone), zone);
  return (
    <State tone={backup.stale || !backup.verified ? "caution" : "positive"} icon="backup">
      {backup.verified ? "Backup verified" : "Backup, not yet verified,"} {when}
    </State>
  );
}

export function Lockscreen({ title, workstation, children, wide, focusTitle }: LockscreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, [focusTitle]);
  return (
    <main className={styles.lock}>
      <div className={styles.box} data-wide={wide || undefined}>
        <p className={styles.mark}>
          <Icon name="keel" size="lg" />
          Evenkeel
          {workstation?.practice ? <span className={styles.practice}>{workstation.practice.name}</span> : null}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <div className={styles.body}>{children}</div>
      </div>
      <footer className={styles.foot}>
        {workstation ? <BackupWord workstation={workstation} /> : null}
        {workstation ? <span>Version {workstation.version}</span> : null}
        <span className="push">Offline. Nothing leaves this computer.</span>
      </footer>
    </main>
  );
}
