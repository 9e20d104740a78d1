//! What stands over the page while somebody may be looking. Room mode goes blank by itself after 60 seconds; leaving either goes through the lock.

import { useEffect } from "react";
import { act } from "../../ipc/door.ts";
import { Key } from "../../kit/Keys/Keys.tsx";
import { useStore } from "../../lib/store.ts";
import { flushDrafts } from "../draft/flush.ts";
import { blankScreen, discreetStore, roomNow } from "./discreet.ts";
import styles from "./Discreet.module.css";

const ROOM_MS = 60_000;

async function leave(): Promise<void> {
  await flushDrafts();
  await act("workstation.lock", { depth: "soft" });
}

export function Discreet() {
  const now = useStore(discreetStore);
  if (now === "page") return null;
  return now === "room" ? <Room /> : <Blank />;
}

function Room() {
  useEffect(() => {
    const timer = setTimeout(blankScreen, ROOM_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.over}>
      <div className={styles.room}>{roomNow()?.()}</div>
      <footer className={styles.foot}>
        <span>
          <Key of="F8" /> blank the screen now
        </span>
        <span>Goes blank by itself after 60 seconds</span>
        <span className="push">
          Leave room mode: <Key of="Ctrl+L" /> and passphrase
        </span>
      </footer>
    </div>
  );
}

function Blank() {
  useEffect(() => {
    const wake = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      void leave();
    };
    window.addEventListener("keydown", wake, true);
    window.addEventListener("pointerdown", wake, true);
    return () => {
      window.removeEventListener("keydown", wake, true);
      window.removeEventListener("pointerdown", wake, true);
    };
  }, []);
  return (
    <div className={styles.over} role="status">
      <span className="spoken">The screen is blank. Press any key to come back through the lock.</span>
    </div>
  );
}
