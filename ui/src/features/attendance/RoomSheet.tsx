//! Room mode of an evening: to be read from across the room, with nothing there to hide. First name and last initial, and no word of who is there.

import { useCallback } from "react";
import { useCall } from "../../ipc/door.ts";
import type { SessionLine } from "../../ipc/generated/calls.ts";
import { usePractice } from "../../lib/practice.ts";
import { time } from "../../lib/time.ts";
import { useNow } from "../../lib/useNow.ts";
import { useRoom } from "../workstation/discreet.ts";
import styles from "./RoomSheet.module.css";

function RoomSheet({ session }: { session: SessionLine }) {
  const { zone } = usePractice();
  const now = useNow();
  const sheet = useCall("attendance.sheet", { session: session.id });
  return (
    <>
      <header className={styles.head}>
        <span className={styles.time}>{time(now, zone)}</span>
        <h1>Welcome. We begin together.</h1>
        <p>Until {time(session.ends_at, zone)}</p>
      </header>
      <ul className={styles.seats}>
        {(sheet.data?.room ?? []).map((name) => (
          <li key={name} className={styles.seat}>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

/** While it stands on a page, F8 shows the room this session first. */
export function OfferRoom({ session }: { session: SessionLine }) {
  const room = useCallback(() => <RoomSheet session={session} />, [session]);
  useRoom(room);
  return null;
}
