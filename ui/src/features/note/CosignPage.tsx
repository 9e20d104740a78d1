//! Notes that wait for this person's cosignature: the list, and beside it the note. A cosigns, R returns, the next one follows by itself.

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import type { NoteTask } from "../../ipc/generated/calls.ts";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { State } from "../../kit/Badge/Badge.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment, plural } from "../../lib/time.ts";
import { ClientLink } from "./ClientLink.tsx";
import { NoteActions } from "./NoteActions.tsx";
import { NoteReader } from "./NoteReader.tsx";
import { clientWords } from "./body.ts";

export function CosignPage() {
  const queue = useCall("note.cosign_queue", {});
  const [chosen, setChosen] = useState<string>();
  return (
    <>
      <PageHead title="To cosign">
        {queue.data === undefined ? "" : `${plural(queue.data.length, "note")} of people you supervise or direct`}
      </PageHead>
      <PageBody>
        <Answered query={queue} what="the notes">
          {(tasks) =>
            tasks.length === 0 ? (
              <EmptyState title="Nothing waits for you">Signed notes that need your cosignature appear here.</EmptyState>
            ) : (
              <>
                <Queue tasks={tasks} onOpen={setChosen} />
                <Chosen task={tasks.find((task) => task.id === chosen) ?? tasks[0]} />
              </>
            )
          }
        </Answered>
      </PageBody>
    </>
  );
}

function Queue({ tasks, onOpen }: { tasks: readonly NoteTask[]; onOpen: (id: string) => void }) {
  const { today, zone } = usePractice();
  return (
    <Table
      label="Notes to cosign"
      rows={tasks}
      idOf={(task) => task.id}
      textOf={(task) => clientWords(task.client)}
      onOpen={(task) => onOpen(task.id)}
      columns={[
        { id: "client", title: "Client", cell: (task) => clientWords(task.client) },
        { id: "kind", title: "Note", cell: (task) => `${task.kind_label}, ${date(task.service_on, today)}` },
        { id: "author", title: "Author", cell: (task) => task.author },
        {
          id: "signed",
          title: "Signed",
          cell: (task) => (task.signed_at === undefined ? "" : moment(task.signed_at, today, zone)),
        },
        { id: "due", title: "Due", cell: (task) => <Due task={task} /> },
      ]}
    />
  );
}

function Due({ task }: { task: NoteTask }) {
  const { today, zone } = usePractice();
  return (
    <State tone={task.overdue ? "caution" : "muted"} icon={task.overdue ? "clock" : "awaiting"}>
      {task.overdue ? "Overdue since " : ""}
      {moment(task.due_at, today, zone)}
    </State>
  );
}

function Chosen({ task }: { task: NoteTask | undefined }) {
  const note = useCall("note.get", { id: task?.id ?? "" }, { enabled: task !== undefined });
  if (task === undefined) return null;
  return (
    <Section title={`${task.kind_label} of ${task.author}`} aside={<ClientLink client={task.client} />}>
      <Answered query={note} what="the note">
        {(answer) => (
          <div className="stack">
            <NoteReader note={answer} />
            <NoteActions key={answer.id} note={answer} />
          </div>
        )}
      </Answered>
    </Section>
  );
}
