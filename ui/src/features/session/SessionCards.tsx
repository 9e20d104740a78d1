//! The sessions of an evening as cards: when, what, how it stands. One is open below; the digits pick, arrows move. One's own come first; those of others are folded
//! to one line each, so that the roster of the open one stays in sight.

import { useState } from "react";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { SessionLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { wallSpan, wallTime } from "../../lib/duration.ts";
import { plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { headcount, standing } from "./standing.ts";
import styles from "./SessionCards.module.css";

interface SessionCardsProps {
  label: string;
  /** In the order of their digits: one's own first. */
  sessions: readonly SessionLine[];
  open: string;
  now: number;
  onOpen: (id: string) => void;
  /** What is open: the panel that the chosen card controls. */
  children: ReactNode;
}

/** More cards than this are one line each. */
const ROOM = 4;

/** One's own sessions, then the others, each in the order of time. */
export function ownFirst(sessions: readonly SessionLine[]): SessionLine[] {
  return [...sessions.filter((session) => session.mine), ...sessions.filter((session) => !session.mine)];
}

export function SessionCards({ label, sessions, open, now, onOpen, children }: SessionCardsProps) {
  const own = sessions.filter((session) => session.mine);
  const others = sessions.filter((session) => !session.mine);
  const foldable = own.length > 0 && others.length > 0;
  const [unfolded, setUnfolded] = useState(false);
  const fold = () => setUnfolded(!unfolded);
  useCommands(
    foldable
      ? [{ id: "tonight.others", title: unfolded ? "Fold the sessions of others" : "Show the sessions of others", group: "Here", icon: "down", keys: "O", run: fold }]
      : [],
  );
  // Nobody's own among them: then those of others are what one came for. The open one is always in sight.
  const shown = sessions.filter((session) => session.mine || !foldable || unfolded || session.id === open);
  const narrow = (session: SessionLine) => (foldable && !session.mine) || shown.length > ROOM;
  return (
    <Tabs selectedKey={open} onSelectionChange={(key) => onOpen(String(key))}>
      <TabList aria-label={label} className={styles.cards ?? ""}>
        {shown.map((session) => (
          <Tab key={session.id} id={session.id} className={`${styles.card ?? ""} ${narrow(session) ? (styles.narrow ?? "") : ""}`}>
            <Card session={session} place={sessions.indexOf(session) + 1} now={now} narrow={narrow(session)} />
          </Tab>
        ))}
      </TabList>
      {foldable ? (
        <div className={styles.fold}>
          <Button kind="quiet" size="sm" icon={unfolded ? "up-arrow" : "down"} keys="O" onPress={fold}>
            {unfolded ? "Only mine" : `${plural(others.length, "session")} of others`}
          </Button>
        </div>
      ) : null}
      <TabPanel id={open} className={styles.panel ?? ""}>
        {children}
      </TabPanel>
    </Tabs>
  );
}

interface CardProps {
  session: SessionLine;
  place: number;
  now: number;
  narrow: boolean;
}

function Card({ session, place, now, narrow }: CardProps) {
  const { text, icon, tone } = standing(session, now);
  const digit = place <= 9 ? <kbd aria-hidden="true">{place}</kbd> : null;
  const name = session.client_name?.text ?? session.title;
  const leader = session.substitute_name || session.staff_name;
  if (narrow)
    return (
      <>
        <span className={styles.time}>
          {digit}
          {wallTime(session.starts)}
        </span>
        <span className={styles.name} title={session.mine ? name : `${name}, ${leader}`}>
          {name}
        </span>
        <span className={styles.mark} data-tone={tone}>
          <Icon name={icon} size="sm" />
          <span className="spoken">{`${text}, ${leader}`}</span>
        </span>
      </>
    );
  return (
    <>
      <span className={styles.time}>
        {digit}
        {wallSpan(session.starts, session.minutes)}
        {session.room === "" ? null : <span className="push">{session.room}</span>}
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.topic}>
        <span className="clip">{session.topic || session.lesson?.topic || (session.client_name ? session.kind_label : leader)}</span>
        {session.called === 0 ? null : (
          <span className={styles.called}>
            <Icon name="phone" size="sm" />
            {session.called} called
          </span>
        )}
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
