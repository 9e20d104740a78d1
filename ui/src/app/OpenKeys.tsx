//! The keys that hold wherever somebody is signed in, also in set-up: lock, hide, undo. And the idle lock.

import { act } from "../ipc/door.ts";
import type { Workstation } from "../ipc/generated/calls.ts";
import { flushDrafts } from "../features/draft/flush.ts";
import { hideMore } from "../features/workstation/discreet.ts";
import { useCommands } from "../features/palette/commands.ts";
import { useShortcuts } from "../features/palette/useShortcuts.ts";
import { say, undoNewest } from "../kit/Toast/toasts.ts";
import { useIdleLock } from "../features/workstation/useIdleLock.ts";
import { useFlushOnBlur } from "../features/draft/useFlushOnBlur.ts";
import { useTextUndo } from "./useTextUndo.ts";
import { useScreen } from "./useTheme.ts";

/** Everything being typed is written first; the lock itself waits for nothing longer than that. */
export async function lock(depth: "soft" | "hard"): Promise<void> {
  await flushDrafts();
  await act("workstation.lock", { depth });
}

export function OpenKeys({ workstation }: { workstation: Workstation }) {
  const { single_keys: singleKeys } = useScreen(workstation.person?.must_renew === false);
  useShortcuts(singleKeys);
  useTextUndo();
  useIdleLock(workstation.idle_minutes, () => void lock("soft"));
  useFlushOnBlur();
  useCommands([
    {
      id: "lock.soft",
      title: "Lock",
      hint: "back with your PIN or passphrase",
      group: "Do",
      icon: "lock",
      keys: "Ctrl+L",
      inText: true,
      run: () => void lock("soft"),
    },
    {
      id: "lock.hard",
      title: "Close the records and sign out",
      group: "Do",
      icon: "key",
      keys: "Ctrl+Shift+L",
      inText: true,
      words: "lock log out exit",
      run: () => void lock("hard"),
    },
    {
      id: "discreet",
      title: "Hide more: room mode, then blank",
      group: "Do",
      icon: "room",
      keys: "F8",
      inText: true,
      words: "screen",
      run: hideMore,
    },
    {
      id: "undo",
      title: "Undo the last change",
      group: "Do",
      icon: "undo",
      keys: "Ctrl+Z",
      run: () => {
        if (!undoNewest()) say("Nothing to undo", { icon: "info" });
      },
    },
  ]);
  return null;
}
