//! To-dos: everything that waits for this person, by age, and the tasks they wrote down. Nothing here rings or pops up; it is looked at.

import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { Todo as TodoRow } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { DoneTasks } from "../task/DoneTasks.tsx";
import { AddTaskForm, ChangeTaskForm, GiveBackForm, OfferForm } from "../task/TaskForms.tsx";
import { groupsOf, iconOf, wayOf, whatOf, whenOf } from "./todos.ts";

type Open = { form: "add" } | { form: "offer" | "back" | "change"; task: TodoRow };

export function TodoPage() {
  const list = useCall("day.todo", {}, { every: 60_000 });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  useCommands([{ id: "task.add", title: "Write a task down", group: "Here", icon: "plus", keys: "N", run: () => setOpen({ form: "add" }) }]);
  const rows = list.data?.rows ?? [];
  return (
    <>
      <PageHead
        title="To-dos"
        actions={
          <Button icon="plus" keys="N" onPress={() => setOpen({ form: "add" })}>
            Write a task down
          </Button>
        }
      >
        {list.data === undefined ? "" : `${plural(rows.length, "thing")}, ${String(list.data.overdue)} past their time`}
      </PageHead>
      <PageBody>
        <Answered query={list} what="your to-dos">
          {(answer) =>
            answer.rows.length === 0 ? (
              <EmptyState title="Nothing waits for you">Notes, plans, instruments, tasks and whatever else needs you appear here by age.</EmptyState>
            ) : (
              <Groups rows={answer.rows} onOpen={setOpen} />
            )
          }
        </Answered>
        <DoneTasks />
      </PageBody>
      <Dialog title="Write a task down" isOpen={open?.form === "add"} onClose={close}>
        <AddTaskForm onDone={close} />
      </Dialog>
      <Dialog title="Change this task" isOpen={open?.form === "change"} onClose={close}>
        {open?.form === "change" ? <ChangeTaskForm task={open.task} onDone={close} /> : null}
      </Dialog>
      <Dialog title="Hand this task over" isOpen={open?.form === "offer"} onClose={close}>
        {open?.form === "offer" ? <OfferForm task={open.task} onDone={close} /> : null}
      </Dialog>
      <Dialog title="Give this task back" isOpen={open?.form === "back"} onClose={close}>
        {open?.form === "back" ? <GiveBackForm task={open.task} onDone={close} /> : null}
      </Dialog>
    </>
  );
}

function Groups({ rows, onOpen }: { rows: readonly TodoRow[]; onOpen: (open: Open) => void }) {
  const { today } = usePractice();
  return (
    <>
      {groupsOf(rows).map((group) => (
        <Section key={group.title} title={group.title} aside={String(group.rows.length)}>
          <Todo
            label={group.title}
            items={group.rows.map((row) => ({
              id: `${row.kind}${row.id}${row.what}`,
              icon: iconOf(row),
              ...(row.overdue ? { tone: "caution" as const } : {}),
              what: whatOf(row) === "" ? row.label : whatOf(row),
              note: [row.label, row.words, whenOf(row, today)].filter((part) => part !== "").join(" · "),
              way: <Way row={row} onOpen={onOpen} />,
            }))}
          />
        </Section>
      ))}
    </>
  );
}

function Way({ row, onOpen }: { row: TodoRow; onOpen: (open: Open) => void }) {
  const way = wayOf(row);
  if ("to" in way) return <Link to={way.to}>{way.words}</Link>;
  if ("begin" in way) return <Begin session={way.begin} words={way.words} />;
  if (way.here === "mended") return <Seen row={row} />;
  return <OfTask row={row} onOpen={onOpen} />;
}

function Begin({ session, words }: { session: string; words: string }) {
  const navigate = useNavigate();
  const start = useOp("note.start");
  return (
    <Button
      size="sm"
      pending={start.isPending}
      onPress={() => start.mutate({ session }, { onSuccess: ({ id }) => void navigate({ to: "/note/$id", params: { id } }) })}
    >
      {words}
    </Button>
  );
}

function Seen({ row }: { row: TodoRow }) {
  const seen = useOp("staff.mend_seen");
  return (
    <Button size="sm" pending={seen.isPending} label={`Looked at: ${row.what}`} onPress={() => seen.mutate({ id: row.id, rev: row.rev })}>
      Looked at
    </Button>
  );
}

function OfTask({ row, onOpen }: { row: TodoRow; onOpen: (open: Open) => void }) {
  const finish = useOp("task.finish");
  const accept = useOp("task.accept");
  const at = { id: row.id, rev: row.rev };
  const done = () =>
    finish.mutate(at, {
      onSuccess: ({ id, rev }) => say("Done", { icon: "check", undo: () => act("task.reopen", { id, rev }) }),
    });
  const refusal = finish.error ?? accept.error;
  return (
    <span className="cluster">
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      {row.kind === "asked" ? (
        <>
          <Button size="sm" kind="quiet" label={`Give back: ${row.what}`} onPress={() => onOpen({ form: "back", task: row })}>
            Give back
          </Button>
          <Button size="sm" pending={accept.isPending} label={`Take over: ${row.what}`} onPress={() => accept.mutate(at, { onSuccess: () => say("It is yours now") })}>
            Take it over
          </Button>
        </>
      ) : (
        <>
          <Button size="sm" kind="quiet" label={`Change: ${row.what}`} onPress={() => onOpen({ form: "change", task: row })}>
            Change
          </Button>
          <Button
            size="sm"
            kind="quiet"
            label={`${row.kind === "waiting" ? "Take back" : "Hand over"}: ${row.what}`}
            onPress={() => onOpen({ form: row.kind === "waiting" ? "back" : "offer", task: row })}
          >
            {row.kind === "waiting" ? "Take back" : "Hand over"}
          </Button>
          <Button size="sm" icon="check" pending={finish.isPending} label={`Done: ${row.what}`} onPress={done}>
            Done
          </Button>
        </>
      )}
    </span>
  );
}
