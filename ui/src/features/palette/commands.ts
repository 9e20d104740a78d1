//! The one registry of what can be done now. Routes and mounted pages put their commands in; the palette, the keyboard and the `?` sheet read them.
//! A command exists only while the component that offers it is mounted, so nothing can be run that is not on the screen or reachable from it.

import { useEffect, useRef } from "react";
import type { IconName } from "../../kit/Icon/Icon.tsx";

export interface Command {
  id: string;
  title: string;
  group: "Here" | "Do" | "Go to";
  icon: IconName;
  /** "Ctrl+K", "G S", "N" */
  keys?: string | undefined;
  hint?: string | undefined;
  /** More words to find it by. */
  words?: string;
  /** Works while the focus is in a text field; only for combinations with Ctrl and function keys. */
  inText?: boolean;
  /** Works while a dialog is open: the command is of that dialog. */
  inDialog?: boolean;
  run: () => void;
}

const offered = new Set<{ current: readonly Command[] }>();

/** Everything that can be done now; what was offered last wins when two commands share keys. */
export function commandsNow(): Command[] {
  return [...offered].toReversed().flatMap((source) => source.current);
}

/** Offers commands while the calling component is mounted. The list may be a new one at each render. */
export function useCommands(commands: readonly Command[]): void {
  const live = useRef(commands);
  useEffect(() => {
    live.current = commands;
  });
  useEffect(() => {
    offered.add(live);
    return () => {
      offered.delete(live);
    };
  }, []);
}
