//! Counseling notes of a client: one's own, and those one was named for. A text is asked for when it is opened, and lies in no cache.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { CounselingNote, CounselingNoteLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { NoteSheet } from "./NoteSheet.tsx";
import { ReleaseDialog } from "./ReleaseDialog.tsx";

export function CounselingNotesTab({ client }: { client: string }) {
  const [shown, setShown] = useState<CounselingNote>();
  const notes = useCall("counseling_note.list", { client });
  const start = useOp("counseling_note.start");
  const open = useOp("counseling_note.open");
  const [releasing, setReleasing] = useState(false);
  const may = notes.data?.may_write === true && shown === undefined;
  const ready = notes.data?.notes.filter((note) => note.mine && note.state === "closed" && !note.keys_gone) ?? [];
  const can = may && ready.length > 0;
  const begin = () => start.mutate({ client }, { onSuccess: setShown });
  useCommands([
    ...(may
      ? [{ id: "counseling_note.start", title: "Start a counseling note", group: "Here", icon: "sealed", keys: "E", run: begin } as const]
      : []),
    ...(can
      ? [{ id: "counseling_note.release", title: "Release counseling notes", group: "Here", icon: "release", keys: "L", run: () => setReleasing(true) } as const]
      : []),
  ]);
  if (shown !== undefined) {
    return <NoteSheet key={shown.id} note={shown} onChange={setShown} onLeave={() => setShown(undefined)} />;
  }
  const refusal = start.error ?? open.error;
  return (
    <Section
      title="Counseling notes"
      action={
        may ? (
          <span className="cluster">
            {can ? (
              <Button size="sm" icon="release" keys="L" onPress={() => setReleasing(true)}>
                Release by consent
              </Button>
            ) : null}
            <Button size="sm" icon="sealed" keys="E" pending={start.isPending} onPress={begin}>
              Start a counseling note
            </Button>
          </span>
        ) : null
      }
    >
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      <Answered query={notes} what="the counseling notes">
        {(answer) => (
          <Lines notes={answer.notes} onOpen={({ id }) => open.mutate({ id }, { onSuccess: setShown })} />
        )}
      </Answered>
      {releasing ? <ReleaseDialog client={client} notes={ready} onClose={() => setReleasing(false)} /> : null}
    </Section>
  );
}

function Lines({ notes, onOpen }: { notes: readonly CounselingNoteLine[]; onOpen: (note: CounselingNoteLine) => void }) {
  const { today, zone } = usePractice();
  return (
    <Table
      label="Counseling notes"
      columns={[
        { id: "title", title: "Title", cell: titleOf },
        { id: "at", title: "Started", cell: (one) => moment(one.started_at, today, zone) },
        { id: "author", title: "Author", cell: (one) => (one.mine ? "you" : one.author) },
        { id: "state", title: "State", cell: (one) => <Standing note={one} /> },
      ]}
      rows={notes}
      idOf={(one) => one.id}
      textOf={titleOf}
      onOpen={onOpen}
      empty={
        <EmptyState title="No counseling note here for you">
          Your own stand here, and those you were named to read. No role opens them; the log says that a note was written, and nothing of what it holds.
        </EmptyState>
      }
    />
  );
}

function titleOf({ title, keys_gone }: CounselingNoteLine): string {
  if (keys_gone) return "Sealed to your earlier keys";
  return title === "" ? "Without a title" : title;
}

function Standing({ note }: { note: CounselingNoteLine }) {
  if (note.keys_gone) return <State tone="caution" icon="lock">not readable</State>;
  return note.state === "open" ? <State icon="draft">being written</State> : <State tone="sealed" icon="sealed">closed</State>;
}
