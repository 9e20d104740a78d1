//! The sessions of an evening as cards: when, what, how it stands. One is open below; the digits pick, arrows move.

import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { SessionLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { wallSpan } from "../../lib/duration.ts";
import { headcount, standing } from "./standing.ts";
import styles from "./SessionCards.module.css";

interface SessionCardsProps {
  label: string;
  sessions: readonly SessionLine[];
  open: string;
  now: number;
  onOpen: (id: string) => void;
  /** What is open: the panel that the chosen card controls. */
  children: ReactNode;
}

export function SessionCards({ label, sessions, open, now, onOpen, children }: SessionCardsProps) {
  return (
    <Tabs selectedKey={open} onSelectionChange={(key) => onOpen(String(key))}>
      <TabList aria-label={label} className={styles.cards ?? ""}>
        {sessions.map((session, index) => (
          <Tab key={session.id} id={session.id} className={styles.card ?? ""}>
            <Card session={session} place={index + 1} now={now} />
          </Tab>
        ))}
      </TabList>
      <TabPanel id={open} className={styles.panel ?? ""}>
        {children}
      </TabPanel>
    </Tabs>
  );
}

function Card({ session, place, now }: { session: SessionLine; place: number; now: number }) {
  const { text, icon, tone } = standing(session, now);
  return (
    <>
      <span className={styles.time}>
        {place <= 9 ? <kbd aria-hidden="true">{place}</kbd> : null}
        {wallSpan(session.starts, session.minutes)}
        {session.room === "" ? null : <span className="push">{session.room}</span>}
      </span>
      <span className={styles.name}>{session.client_name?.text ?? session.title}</span>
      <span className={styles.topic}>
        {session.topic || session.lesson?.topic || (session.client_name ? session.kind_label : session.substitute_name || session.staff_name)}
      </span>
      <span className={styles.state}>
        <State tone={tone} icon={icon}>
          {text}
        </State>
        <span className="push">{headcount(session)}</span>
      </span>
    </>
  );
}
