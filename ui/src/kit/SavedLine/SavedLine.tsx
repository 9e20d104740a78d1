//! Saved, to the second, always in the same words and place. A write under way says so; one that failed says what to do.

import { State } from "../Badge/Badge.tsx";
import { timeToSecond } from "../../lib/time.ts";

interface SavedLineProps {
  at: number | undefined;
  zone?: string | undefined;
  pending?: boolean;
  failed?: boolean;
}

export function SavedLine({ at, zone, pending, failed }: SavedLineProps) {
  if (failed) {
    return (
      <State tone="critical" icon="stop">
        Not saved. Your words are still on the screen.
      </State>
    );
  }
  if (pending) {
    return (
      <State tone="muted" icon="awaiting">
        Saving
      </State>
    );
  }
  if (at === undefined) {
    return (
      <State tone="positive" icon="check-circle">
        Everything is saved
      </State>
    );
  }
  return (
    <State tone="positive" icon="check-circle">
      Saved {timeToSecond(at, zone)}
    </State>
  );
}
