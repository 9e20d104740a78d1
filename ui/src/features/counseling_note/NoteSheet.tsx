//! One counseling note: writing it, closing it, and who reads it.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { CounselingNote, CounselingNoteVersion } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { SavedLine } from "../../kit/SavedLine/SavedLine.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { TheRule } from "./TheRule.tsx";
import { useSealedText } from "./useSealedText.ts";
import styles from "../instrument/Instrument.module.css";

interface SheetProps {
  note: CounselingNote;
  onChange: (note: CounselingNote) => void;
  onLeave: () => void;
}

export function NoteSheet({ note, onChange, onLeave }: SheetProps) {
  const { today, zone } = usePractice();
  const writing = note.mine && note.state === "open";
  useCommands([{ id: "counseling_note.leave", title: "All counseling notes", group: "Here", icon: "sealed", keys: "B", run: onLeave }]);
  return (
    <>
      <Section
        title={note.title === "" ? "Counseling note" : note.title}
        aside={`${note.mine ? "yours" : note.author}, started ${moment(note.started_at, today, zone)}`}
        action={
          <Button size="sm" kind="quiet" keys="B" onPress={onLeave}>
            All counseling notes
          </Button>
        }
      >
        {writing ? <Writing note={note} onChange={onChange} onLeave={onLeave} /> : <p className={styles.wordsOfNote}>{note.body}</p>}
        <Earlier id={note.id} />
      </Section>
      {note.mine ? <Readers note={note} onChange={onChange} /> : null}
    </>
  );
}

function Writing({ note, onChange, onLeave }: SheetProps) {
  const { zone } = usePractice();
  const text = useSealedText(note);
  const close = useOp("counseling_note.close");
  const takeBack = useOp("counseling_note.void");
  const finish = async () => {
    const rev = await text.flush();
    close.mutate(
      { id: note.id, rev },
      {
        onSuccess: (closed) => {
          onChange(closed);
          say("The counseling note is closed.");
        },
      },
    );
  };
  const drop = async () => {
    const rev = await text.flush();
    takeBack.mutate({ id: note.id, rev }, { onSuccess: onLeave });
  };
  return (
    <Form
      label="Counseling note"
      className={styles.form}
      onSubmit={() => void finish()}
      refusal={text.refusal ?? close.error ?? takeBack.error}
      fields={["title", "body"]}
    >
      <TheRule />
      <Field label="Title" name="title" optional value={text.title} onChange={(title) => text.change({ title })} />
      <Field label="Note" name="body" lines={14} value={text.body} onChange={(body) => text.change({ body })} />
      {text.savedAt === undefined && text.refusal === null ? null : (
        <SavedLine at={text.savedAt} zone={zone} failed={text.refusal !== null} />
      )}
      <FormActions>
        <Button kind="quiet" pending={takeBack.isPending} onPress={() => void drop()}>
          Take it back
        </Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={close.isPending}>
          Close the note
        </Button>
      </FormActions>
    </Form>
  );
}

function Readers({ note, onChange }: { note: CounselingNote; onChange: (note: CounselingNote) => void }) {
  const [staff, setStaff] = useState("");
  const name = useOp("counseling_note.name");
  const takeAway = useOp("counseling_note.take_away");
  const refusal = name.error ?? takeAway.error;
  const open = useOp("counseling_note.open");
  // Saves went on since the note was opened: the present revision is asked for first.
  const at = (then: (rev: number) => void) => open.mutate({ id: note.id }, { onSuccess: ({ rev }) => then(rev) });
  return (
    <Section title="Who reads it" aside={note.readers.length === 0 ? "you alone" : plural(note.readers.length, "reader")}>
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      <ul>
        {note.readers.map((reader) => (
          <li key={reader.id} className="cluster">
            {reader.name}
            <Button
              size="sm"
              kind="quiet"
              label={`Take ${reader.name} away`}
              onPress={() => at((rev) => takeAway.mutate({ id: note.id, rev, staff: reader.id }, { onSuccess: onChange }))}
            >
              Take away
            </Button>
          </li>
        ))}
      </ul>
      {note.nameable.length === 0 ? (
        <p className="muted small">Other counselors can be named once they signed in with a passphrase of their own.</p>
      ) : (
        <div className="cluster">
          <Select
            label="Name a reader"
            value={staff}
            onChange={setStaff}
            options={note.nameable.map(({ id, name: label }) => ({ value: id, label }))}
          />
          <Button
            why={staff === "" ? "Choose a counselor first." : undefined}
            pending={name.isPending}
            onPress={() => at((rev) => name.mutate({ id: note.id, rev, staff }, { onSuccess: onChange }))}
          >
            Name
          </Button>
        </div>
      )}
    </Section>
  );
}

function Earlier({ id }: { id: string }) {
  const { today, zone } = usePractice();
  const look = useOp("counseling_note.look_back");
  const [earlier, setEarlier] = useState<readonly CounselingNoteVersion[]>();
  const read = () =>
    look.mutate(
      { id },
      {
        onSuccess: (versions) => {
          setEarlier(versions);
          // The texts live in this page alone, and go with it.
          look.reset();
        },
      },
    );
  if (earlier === undefined) {
    return (
      <>
        {look.error ? <RefusedBanner refusal={look.error} /> : null}
        <Button kind="quiet" size="sm" icon="log" pending={look.isPending} onPress={read}>
          Earlier texts
        </Button>
      </>
    );
  }
  return (
    <div className="stack" role="status">
      <p className="strong">{earlier.length === 0 ? "No earlier text is kept." : plural(earlier.length, "earlier text")}</p>
      {earlier.map((one) => (
        <section key={one.rev}>
          <p className="muted small">{moment(one.at, today, zone)}</p>
          <p className={styles.wordsOfNote}>{one.body}</p>
        </section>
      ))}
    </div>
  );
}
