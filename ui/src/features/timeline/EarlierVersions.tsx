//! Earlier versions of a record: when, by whom, and what changed. What did not change stays out of the way.

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import type { RecordOf, TimelineVersion } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import styles from "./timeline.module.css";

interface EarlierVersionsProps {
  of: RecordOf;
  id: string;
  /** What the record is called, for the title and for who hears the button. */
  what: string;
  /** A key of its own, where the page is about this record. */
  keys?: string;
}

export function EarlierVersions({ of, id, what, keys }: EarlierVersionsProps) {
  const [open, setOpen] = useState(false);
  useCommands(
    keys === undefined ? [] : [{ id: `timeline.${id}`, title: "Earlier versions", group: "Here", icon: "log", keys, run: () => setOpen(true) }],
  );
  return (
    <>
      <Button size="sm" kind="quiet" icon="log" {...(keys === undefined ? { label: `Earlier versions: ${what}` } : { keys })} onPress={() => setOpen(true)}>
        Earlier versions
      </Button>
      <Dialog title={`Earlier versions: ${what}`} isOpen={open} onClose={() => setOpen(false)} wide>
        <Versions of={of} id={id} />
        <DialogActions>
          <Button onPress={() => setOpen(false)}>Close</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

function Versions({ of, id }: { of: RecordOf; id: string }) {
  const versions = useCall("timeline.get", { of, id });
  return (
    <Answered query={versions} what="the versions">
      {(rows) => (
        <div className={styles.versions}>
          {rows.map((version, index) => (
            <Version key={version.rev} version={version} newest={index === 0} first={index === rows.length - 1} />
          ))}
        </div>
      )}
    </Answered>
  );
}

function Version({ version, newest, first }: { version: TimelineVersion; newest: boolean; first: boolean }) {
  const { today, zone } = usePractice();
  const [whole, setWhole] = useState(first);
  const shown = whole ? version.fields : version.fields.filter((field) => field.changed);
  const hidden = version.fields.length - shown.length;
  const who = version.by === "" ? "" : `${version.by}, `;
  return (
    <Section
      title={newest ? "As it stands" : first ? "As it began" : `Version ${String(version.rev)}`}
      aside={`${who}${moment(version.at, today, zone)}`}
      action={
        hidden === 0 ? null : (
          <Button size="sm" kind="quiet" onPress={() => setWhole(true)}>
            {`${plural(hidden, "field")} unchanged`}
          </Button>
        )
      }
    >
      {shown.length === 0 ? <p className="muted">Nothing that is shown here changed.</p> : null}
      <dl className={styles.fields}>
        {shown.map((field) => (
          <div key={field.name} data-changed={field.changed || undefined}>
            <dt>{field.name}</dt>
            <dd>{field.text === "" ? <span className="muted">emptied</span> : field.text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
