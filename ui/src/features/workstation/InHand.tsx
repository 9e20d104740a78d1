//! The frame of what lies in a client's hand: that and nothing else. It stands in the place of the lock, which only the staff opens.

import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "../../kit/Button/Button.tsx";
import styles from "./InHand.module.css";

/** A client holds the device. */
export interface InHand {
  /** Back to what is not handed in yet; absent when nothing is. */
  onBack: (() => void) | undefined;
}

/** What the core says is in the client's hand. */
export interface Handed<Thing> {
  /** Absent when it is handed in, or when nothing was handed over. */
  thing: Thing | null;
  done: boolean;
}

interface InClientsHandProps<Thing> {
  /** Asked past the cache, which a lock empties. */
  ask: () => Promise<Handed<Thing>>;
  /** What the client reads and answers. */
  sheet: (thing: Thing, onDone: () => void) => ReactNode;
  /** The lock itself when nothing is in the hand, and when the staff takes the device back: told then that a client may still read it. */
  children: (inHand: InHand | undefined) => ReactNode;
}

export function InClientsHand<Thing>({ ask, sheet, children }: InClientsHandProps<Thing>) {
  const [handed, setHanded] = useState<Handed<Thing>>();
  const [back, setBack] = useState(false);
  useEffect(() => {
    ask().then(setHanded, () => setHanded({ thing: null, done: false }));
    // Asked once, when the lock appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (handed === undefined) return null;
  const { thing, done } = handed;
  if (thing === null && !done) return children(undefined);
  if (back) return children({ onBack: thing === null ? undefined : () => setBack(false) });
  return (
    <main className={styles.handed}>
      <div className={styles.sheet}>
        {thing === null ? (
          <>
            <h1>Thank you</h1>
            <p>Please give the device back.</p>
          </>
        ) : (
          sheet(thing, () => setHanded({ thing: null, done: true }))
        )}
        <p>
          <Button kind="quiet" size="sm" onPress={() => setBack(true)}>
            For the staff: unlock
          </Button>
        </p>
      </div>
    </main>
  );
}
