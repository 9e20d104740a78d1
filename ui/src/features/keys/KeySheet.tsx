//! `?`: the keys of this page and those that work everywhere, read from the commands on offer, so that the list is never out of date.

import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Key } from "../../kit/Keys/Keys.tsx";
import { isSingleKey } from "../../lib/chord.ts";
import { commandsNow } from "../palette/commands.ts";
import type { Command } from "../palette/commands.ts";
import styles from "./KeySheet.module.css";

const ALWAYS: readonly (readonly [string, string])[] = [
  ["Ctrl+Enter", "Finish the form or page"],
  ["Esc", "Close what is open; drafts stay"],
];

function lines(commands: readonly Command[], group: Command["group"]): (readonly [string, string])[] {
  const seen = new Set<string>();
  return commands.flatMap(({ keys, title, group: its }) => {
    if (keys === undefined || its !== group || seen.has(keys)) return [];
    seen.add(keys);
    return [[keys, title] as const];
  });
}

function KeyLines({ title, of }: { title: string; of: readonly (readonly [string, string])[] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.keys}>
        {of.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <Key of={keys} />
              <span className="spoken">{keys}</span>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function KeySheet({
  isOpen,
  onClose,
  singleKeys,
}: {
  isOpen: boolean;
  onClose: () => void;
  singleKeys: boolean;
}) {
  const commands = isOpen
    ? commandsNow().filter(({ keys }) => singleKeys || keys === undefined || !isSingleKey(keys))
    : [];
  return (
    <Dialog title="Keys on this page" isOpen={isOpen} onClose={onClose} wide>
      <div className={styles.columns}>
        <KeyLines title="Here" of={lines(commands, "Here")} />
        <KeyLines title="Everywhere" of={[...lines(commands, "Do"), ...ALWAYS]} />
        <KeyLines title="Go to" of={lines(commands, "Go to")} />
      </div>
      {singleKeys ? null : <p className="muted small">Single letters are switched off in Settings, Screen.</p>}
      <DialogActions>
        <Button autoFocus keys="Esc" onPress={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
