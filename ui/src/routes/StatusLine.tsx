//! The foot of the window: saved, always in the same place; the backup with its date; when it locks; the keys.

import { Link } from "@tanstack/react-router";
import { Button as AriaButton } from "react-aria-components";
import { savedStore } from "../ipc/saved.ts";
import { State } from "../kit/Badge/Badge.tsx";
import { Key } from "../kit/Keys/Keys.tsx";
import { SavedLine } from "../kit/SavedLine/SavedLine.tsx";
import { holds, usePractice } from "../lib/practice.ts";
import { useStore } from "../lib/store.ts";
import { moment, plural } from "../lib/time.ts";
import { useDelayed } from "../lib/useDelayed.ts";
import styles from "./Frame.module.css";

export function StatusLine({ onKeys }: { onKeys: () => void }) {
  const saved = useStore(savedStore);
  // A write that takes under half a second is not worth a word.
  const pending = useDelayed(saved.pending > 0, 500);
  const { zone, workstation } = usePractice();
  return (
    <footer className={styles.statusline} data-region>
      <SavedLine at={saved.at} zone={zone} pending={pending} failed={saved.failed} />
      <BackupWord />
      <span className={styles.statusRight}>
        <State tone="muted" icon="lock">
          Locks after {plural(workstation?.idle_minutes ?? 5, "idle minute")}
        </State>
        <AriaButton className={styles.statusButton ?? ""} onPress={onKeys}>
          <Key of="?" />
          Keys on this page
        </AriaButton>
      </span>
    </footer>
  );
}

function BackupWord() {
  const { zone, today, workstation, person } = usePractice();
  const backup = workstation?.backup;
  const word = backup ? (
    <State tone={backup.stale || !backup.verified ? "caution" : "positive"} icon="backup">
      {backup.verified ? "Backup verified" : "Backup not verified,"} {moment(backup.at, today, zone)}
    </State>
  ) : (
    <State tone="caution" icon="backup">
      No backup yet
    </State>
  );
  return (
    <span className={styles.wide}>
      {holds(person, "director") ? (
        <Link to="/backup" className={styles.statusLink}>
          {word}
        </Link>
      ) : (
        word
      )}
    </span>
  );
}
