//! Notes that wait for this person's answer, one after the other: A approves and goes on, R returns with words at a place, U takes the last approval
//! back. What was approved is signed together with one proof, so that thirty notes take about as many keys.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { NoteAnswer, NoteTask } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { FootBar } from "../../kit/FootBar/FootBar.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { ClientLink } from "./ClientLink.tsx";
import { ReturnForm } from "./ReturnForm.tsx";
import { Review } from "./Review.tsx";
import { SignDialog } from "../signature/SignDialog.tsx";
import { clientWords } from "./body.ts";

export function CosignPage() {
  const queue = useCall("note.cosign_queue", {});
  return (
    <>
      <PageHead title="To cosign">
        {queue.data === undefined ? "" : `${plural(queue.data.length, "note")} of people you supervise, stand in for or direct`}
      </PageHead>
      <Answered query={queue} what="the notes">
        {(tasks) =>
          tasks.length === 0 ? (
            <PageBody>
              <EmptyState title="Nothing waits for you">Signed notes that need your cosignature appear here.</EmptyState>
            </PageBody>
          ) : (
            <Working tasks={tasks} />
          )
        }
      </Answered>
    </>
  );
}

function Working({ tasks }: { tasks: readonly NoteTask[] }) {
  const [approved, setApproved] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string>();
  // What is being returned stays in its form until that is done, even if the queue moves on beneath it.
  const [returning, setReturning] = useState<NoteAnswer>();
  const [signing, setSigning] = useState(false);
  const sign = useOp("note.cosign_all");
  // What somebody else answered meanwhile is not there any more.
  const marked = tasks.filter((task) => approved.includes(task.id));
  const left = tasks.filter((task) => !approved.includes(task.id));
  const task = left.find((one) => one.id === chosen) ?? left[0];
  const note = useCall("note.get", { id: task?.id ?? "" }, { enabled: task !== undefined });

  const approve = () => {
    // Only what stands on the screen is approved.
    if (task === undefined || note.data?.id !== task.id) return;
    setApproved([...approved, task.id]);
    setChosen(left[left.indexOf(task) + 1]?.id);
  };
  const takeBack = () => {
    const last = approved.at(-1);
    if (last === undefined) return;
    setApproved(approved.slice(0, -1));
    setChosen(last);
  };
  const giveBack = () => setReturning(note.data?.id === task?.id ? note.data : undefined);
  const finish = () => setSigning(marked.length > 0);
  useCommands([
    { id: "cosign.approve", title: "Approve this note", group: "Here", icon: "check", keys: "A", run: approve },
    { id: "cosign.return", title: "Return this note", group: "Here", icon: "returned", keys: "R", run: giveBack },
    { id: "cosign.back", title: "Take the last approval back", group: "Here", icon: "undo", keys: "U", run: takeBack },
    { id: "cosign.sign", title: "Cosign what you approved", group: "Here", icon: "signed", keys: "Ctrl+Enter", run: finish },
  ]);
  return (
    <>
      <PageBody>
        {task === undefined ? (
          <EmptyState title="Every note is answered">Cosign what you approved, or take an approval back with U.</EmptyState>
        ) : (
          <Section title={`${task.kind_label} of ${task.author}`} aside={<ClientLink client={task.client} />} action={<Answers onApprove={approve} onReturn={giveBack} />}>
            <Answered query={note} what="the note">
              {(answer) => <Review note={answer} />}
            </Answered>
          </Section>
        )}
        <Queue tasks={tasks} approved={approved} here={task?.id} onOpen={(id) => (setApproved(approved.filter((one) => one !== id)), setChosen(id))} />
      </PageBody>
      <FootBar
        action={
          <Button kind="primary" icon="signed" keys="Ctrl+Enter" why={marked.length === 0 ? "Approve a note first." : undefined} onPress={finish}>
            {marked.length === 0 ? "Cosign" : `Cosign ${plural(marked.length, "note")}`}
          </Button>
        }
      >
        {marked.length === 0 ? "A approves and goes on, R returns." : `${String(marked.length)} approved, ${String(left.length)} left. Nothing is signed before you prove who you are.`}
      </FootBar>
      <Dialog title="Return for revision" isOpen={returning !== undefined} onClose={() => setReturning(undefined)} wide>
        {returning === undefined ? null : (
          <ReturnForm
            note={returning}
            onDone={() => {
              setChosen(left[left.findIndex(({ id }) => id === returning.id) + 1]?.id);
              setReturning(undefined);
            }}
            onCancel={() => setReturning(undefined)}
          />
        )}
      </Dialog>
      <SignDialog
        title={`Cosign ${plural(marked.length, "note")}`}
        action="Cosign"
        isOpen={signing}
        pending={sign.isPending}
        refusal={sign.error}
        onClose={() => setSigning(false)}
        onSign={(proof) =>
          sign.mutate(
            { notes: marked.map(({ id, rev }) => ({ id, rev })), proof },
            {
              onSuccess: ({ notes }) => {
                setSigning(false);
                setApproved([]);
                say(`Cosigned ${plural(notes, "note")}`, { icon: "signed" });
              },
            },
          )
        }
      >
        You stand behind each of them, as it is.
      </SignDialog>
    </>
  );
}

function Answers({ onApprove, onReturn }: { onApprove: () => void; onReturn: () => void }) {
  return (
    <div className="cluster">
      <Button icon="returned" keys="R" onPress={onReturn}>
        Return
      </Button>
      <Button icon="check" keys="A" onPress={onApprove}>
        Approve
      </Button>
    </div>
  );
}

interface QueueProps {
  tasks: readonly NoteTask[];
  approved: readonly string[];
  here: string | undefined;
  onOpen: (id: string) => void;
}

function Queue({ tasks, approved, here, onOpen }: QueueProps) {
  const { today, zone } = usePractice();
  return (
    <Section title="The queue" aside={`${String(tasks.length - approved.length)} of ${String(tasks.length)} left`}>
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
          { id: "due", title: "Answer", cell: (task) => <Standing task={task} approved={approved.includes(task.id)} here={task.id === here} /> },
        ]}
      />
    </Section>
  );
}

function Standing({ task, approved, here }: { task: NoteTask; approved: boolean; here: boolean }) {
  const { today, zone } = usePractice();
  if (approved) {
    return (
      <State tone="positive" icon="check">
        Approved
      </State>
    );
  }
  if (here) {
    return (
      <State tone="muted" icon="right">
        On the screen
      </State>
    );
  }
  return (
    <State tone={task.overdue ? "caution" : "muted"} icon={task.overdue ? "clock" : "awaiting"}>
      {task.overdue ? "Overdue since " : "Due "}
      {moment(task.due_at, today, zone)}
    </State>
  );
}
