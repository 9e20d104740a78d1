//! Listens to the keyboard for the commands on offer, ahead of whatever has the focus: a list that finds rows by typed letters, or a field that keeps its
//! keys to itself, must not swallow the lock. Mounted once, while somebody is signed in.

import { useEffect, useRef } from "react";
import { chordOf, takesArrows, takesText } from "../../lib/chord.ts";
import { commandsNow } from "./commands.ts";
import { SEQUENCE_MS, meaningOf } from "./shortcut.ts";

interface Waiting {
  step: string;
  until: number;
}

export function useShortcuts(singleKeys: boolean): void {
  const waiting = useRef<Waiting | undefined>(undefined);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const chord = chordOf(event);
      if (chord === undefined) return;
      const behindModal = document.querySelector("[role='dialog'], [role='alertdialog']") !== null;
      const commands = behindModal
        ? commandsNow().filter((command) => command.inDialog === true || command.id.startsWith("lock.") || command.id === "discreet")
        : commandsNow();
      const step = waiting.current && waiting.current.until > event.timeStamp ? waiting.current.step : undefined;
      waiting.current = undefined;
      const meaning = meaningOf(chord, { waiting: step, inText: takesText(event.target) || takesArrows(chord, event.target), singleKeys }, commands);
      if (meaning === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if ("wait" in meaning) waiting.current = { step: meaning.wait, until: event.timeStamp + SEQUENCE_MS };
      else meaning.run.run();
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, [singleKeys]);
}
