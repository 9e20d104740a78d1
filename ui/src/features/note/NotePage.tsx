//! One note: to write while it is the person's own and open, to read otherwise.

import { useEffect, useState } from "react";
import { act, useCall } from "../../ipc/door.ts";
import type { NoteAnswer } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { usePractice } from "../../lib/practice.ts";
import { longDate } from "../../lib/time.ts";
import { PrintNoteDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import { EarlierVersions } from "../timeline/EarlierVersions.tsx";
import { ClientLink } from "./ClientLink.tsx";
import { NoteActions } from "./NoteActions.tsx";
import { NoteEditor } from "./NoteEditor.tsx";
import { NoteReader } from "./NoteReader.tsx";
import { NoteStateBadge } from "./NoteState.tsx";
import { span } from "./body.ts";
import styles from "./note.module.css";

export function NotePage({ id }: { id: string }) {
  const note = useCall("note.get", { id });
  const templates = useCall("note.templates", {});
  useEffect(() => {
    // The audit keeps who opened somebody else's note; the core leaves one's own out. A refusal shows itself in the query.
    act("note.open", { id }).catch(() => undefined);
  }, [id]);
  return (
    <Answered query={note} what="the note">
      {(answer) => (
        <>
          <NoteHead note={answer} />
          {answer.may.edit ? (
            <Answered query={templates} what="the formats">
              {(known) => <NoteEditor key={answer.id} note={answer} templates={known} />}
            </Answered>
          ) : (
            <PageBody>
              <NoteReader note={answer} />
            </PageBody>
          )}
        </>
      )}
    </Answered>
  );
}

function NoteHead({ note }: { note: NoteAnswer }) {
  const { zone } = usePractice();
  const [printing, setPrinting] = useState(false);
  const print = () => setPrinting(true);
  useCommands([{ id: "note.print", title: "Print this note", group: "Here", icon: "print", keys: "Ctrl+P", inText: true, run: print }]);
  return (
    <PageHead
      title={note.kind_label}
      actions={
        <>
          <EarlierVersions of="note" id={note.id} what={note.kind_label} keys="V" />
          <Button icon="print" keys="Ctrl+P" onPress={print}>
            Print
          </Button>
          {note.may.edit ? null : <NoteActions note={note} />}
        </>
      }
    >
      <span className={styles.head}>
        <ClientLink client={note.client} />
        <span>
          {longDate(note.service_on)}, {span(note, zone)}
        </span>
        {note.place === "video" ? <span>by video</span> : null}
        {note.may.edit ? null : <span>{note.author.name}</span>}
        <NoteStateBadge state={note.state} />
      </span>
      {printing ? (
        <PrintNoteDialog
          id={note.id}
          signed={note.state !== "draft" && note.state !== "returned"}
          onClose={() => setPrinting(false)}
        />
      ) : null}
    </PageHead>
  );
}
