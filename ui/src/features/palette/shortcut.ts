//! Which command a key press means. Pure: a press, what was pressed just before, and the commands in, a decision out.

import { isSingleKey } from "../../lib/chord.ts";
import type { Command } from "./commands.ts";

/** A sequence such as "G S" must be finished within this time. */
export const SEQUENCE_MS = 1_500;

export interface Typing {
  /** The first step of a sequence that waits for its second. */
  waiting: string | undefined;
  inText: boolean;
  /** Single letters may be switched off in Settings (WCAG 2.1.4). */
  singleKeys: boolean;
}

export type Meaning = { run: Command } | { wait: string } | undefined;

function allowed(command: Command, typing: Typing): boolean {
  if (command.keys === undefined) return false;
  if (isSingleKey(command.keys)) return typing.singleKeys && !typing.inText;
  return command.inText === true || !typing.inText;
}

export function meaningOf(chord: string, typing: Typing, commands: readonly Command[]): Meaning {
  const open = commands.filter((command) => allowed(command, typing));
  if (typing.waiting !== undefined) {
    const sequence = `${typing.waiting} ${chord}`;
    const run = open.find((command) => command.keys === sequence);
    if (run) return { run };
  }
  const run = open.find((command) => command.keys === chord);
  if (run) return { run };
  return open.some((command) => command.keys?.startsWith(`${chord} `)) ? { wait: chord } : undefined;
}
