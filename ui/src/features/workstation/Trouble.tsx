//! The vault cannot be opened. Says what it is, what is safe, and what to do, in that order; offers the backup only where that is the way out.
//! Deliberately absent: anything that would delete or replace a file. Restoring sets the damaged one aside, and the core says where.

import { useState } from "react";
import { queryClient } from "../../ipc/door.ts";
import type { TroubleCode, Workstation } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Lockscreen } from "./Lockscreen.tsx";
import lock from "./Lockscreen.module.css";
import { RestoreFirst } from "./RestoreFirst.tsx";

interface Words {
  title: string;
  /** Whether restoring a backup is a way out of it. */
  restore: boolean;
  /** Nothing is broken; the person can put it right and try again. */
  mild?: boolean;
}

const WORDS: Record<TroubleCode, Words> = {
  missing: { title: "The records are not where they were", restore: true },
  damaged: { title: "The records are damaged", restore: true },
  header_damaged: { title: "The key file of the records is damaged", restore: true },
  newer: { title: "A newer version of Evenkeel wrote these records", restore: false, mild: true },
  in_use: { title: "The records are open somewhere else", restore: false, mild: true },
  network_drive: { title: "The records are on a network drive", restore: false },
  not_ours: { title: "This folder belongs to another program", restore: false },
  disk_full: { title: "The disk is full", restore: false },
  behind: { title: "Saved work is missing from the records", restore: true },
  cannot_read: { title: "The records cannot be read", restore: true },
};

export function TroubleScreen({ workstation }: { workstation: Workstation }) {
  const [restoring, setRestoring] = useState(false);
  const trouble = workstation.trouble;
  const words = WORDS[trouble?.code ?? "cannot_read"];
  if (restoring) return <RestoreFirst workstation={workstation} onBack={() => setRestoring(false)} />;
  return (
    <Lockscreen title={words.title} workstation={workstation} focusTitle>
      <div className={lock.form}>
        <Banner
          tone={words.mild ? "caution" : "critical"}
          title={trouble?.message ?? "The core gave no reason."}
          urgent
        >
          {trouble?.advice}
        </Banner>
        <p className="muted">Nothing was changed and nothing was deleted.</p>
        <div className="cluster">
          <Button
            kind="primary"
            onPress={() => void queryClient.invalidateQueries({ queryKey: ["workstation.state"] })}
          >
            Try again
          </Button>
          {words.restore ? (
            <Button icon="backup" onPress={() => setRestoring(true)}>
              Restore from a backup
            </Button>
          ) : null}
        </div>
      </div>
    </Lockscreen>
  );
}
