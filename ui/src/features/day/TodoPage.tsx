//! To-dos: everything that waits for this person in the order in which to work, and the tasks they wrote down. The first nine answer to 1 to 9. Nothing
//! here rings or pops up; it is looked at.

import { useState } from "react";
import type { ReactNode } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { Todo as TodoRow } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Key } from "../../kit/Keys/Keys.tsx";
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
import { AREAS, areasOf, groupsOf, iconOf, inArea, wayOf, whatOf, whenOf } from "./todos.ts";
import type { Area } from "./todos.ts";

type Open = { form: "add" } | { form: "offer" | "back" | "change"; task: TodoRow };

export function TodoPage() {
  const list = useCall("day.todo", {}, { every: 60_000 });
  const [open, setOpen] = useState<Open>();
  const [chosen, setArea] = useState<Area | "all">("all");
  const close = () => setOpen(undefined);
  useCommands([{ id: "task.add", title: "Write a task down", group: "Here", icon: "plus", keys: "N", run: () => setOpen({ form: "add" }) }]);
  const rows = list.data?.rows ?? [];
  const areas = areasOf(rows);
  // What was looked at may be done by now.
  const area = chosen !== "all" && !areas.includes(chosen) ? "all" : chosen;
  const shown = rows.filter((row) => inArea(row, area));
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
        {areas.length < 2 ? null : (
          <Segments<Area | "all">
            label="Which to-dos"
            labelShown={false}
            value={area}
            onChange={setArea}
            options={[{ value: "all", label: "Everything" }, ...areas.map((value) => ({ value, label: AREAS[value].title }))]}
          />
        )}
        <Answered query={list} what="your to-dos">
          {(answer) =>
            answer.rows.length === 0 ? (
              <EmptyState title="Nothing waits for you">Notes, plans, instruments, tasks and whatever else needs you appear here, the longest past its time first.</EmptyState>
            ) : (
              <Groups rows={shown} onOpen={setOpen} />
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

interface GroupsProps {
  rows: readonly TodoRow[];
  onOpen: (open: Open) => void;
}

const idOf = (row: TodoRow) => `${row.kind}${row.id}${row.what}`;
const ASIDES: Record<string, string> = { "Past their time": "work from the top", "To do": "what is due soonest first" };

function Groups({ rows, onOpen }: GroupsProps) {
  const { today } = usePractice();
  const groups = groupsOf(rows);
  const numbered = groups.flatMap((group) => group.rows).slice(0, 9);
  const keysOf = (row: TodoRow) => {
    const at = numbered.indexOf(row);
    return at === -1 ? undefined : String(at + 1);
  };
  return (
    <>
      {groups.map((group) => (
        <Section key={group.title} title={`${group.title} (${String(group.rows.length)})`} aside={ASIDES[group.title]}>
          <Todo
            label={group.title}
            items={group.rows.map((row) => ({
              id: idOf(row),
              icon: iconOf(row),
              ...(row.overdue ? { tone: row.kind === "safety" ? ("critical" as const) : ("caution" as const) } : {}),
              what: whatOf(row, today) === "" ? row.label : whatOf(row, today),
              note: [row.label, row.words, whenOf(row, today)].filter((part) => part !== "").join(" · "),
              way: <Way row={row} keys={keysOf(row)} onOpen={onOpen} />,
            }))}
          />
        </Section>
      ))}
    </>
  );
}

interface WayProps {
  row: TodoRow;
  /** The digit that does it. */
  keys: string | undefined;
  onOpen: (open: Open) => void;
}

function Way({ row, keys, onOpen }: WayProps) {
  const way = wayOf(row);
  if ("to" in way) return <Leads row={row} keys={keys} to={way.to} words={way.words} />;
  if ("begin" in way) return <Begin row={row} keys={keys} session={way.begin} words={way.words} />;
  if (way.here === "mended") return <Seen row={row} keys={keys} />;
  return <OfTask row={row} keys={keys} onOpen={onOpen} />;
}

/** The one thing that a digit does with a line. */
function useDigit({ row, keys }: Pick<WayProps, "row" | "keys">, words: string, run: () => void) {
  const { today } = usePractice();
  useCommands(
    keys === undefined ? [] : [{ id: `todo.${idOf(row)}`, title: `${words}: ${whatOf(row, today) || row.label}`, group: "Here", icon: iconOf(row), keys, run }],
  );
}

function Keyed({ keys, children }: { keys: string | undefined; children: ReactNode }) {
  return (
    <span className="cluster">
      {children}
      {keys === undefined ? null : <Key of={keys} />}
    </span>
  );
}

function Leads({ row, keys, to, words }: Omit<WayProps, "onOpen"> & { to: string; words: string }) {
  const navigate = useNavigate();
  useDigit({ row, keys }, words, () => void navigate({ to }));
  return (
    <Keyed keys={keys}>
      <Link to={to}>{words}</Link>
    </Keyed>
  );
}

function Begin({ row, keys, session, words }: Omit<WayProps, "onOpen"> & { session: string; words: string }) {
  const navigate = useNavigate();
  const start = useOp("note.start");
  const begin = () => start.mutate({ session }, { onSuccess: ({ id }) => void navigate({ to: "/note/$id", params: { id } }) });
  useDigit({ row, keys }, words, begin);
  return (
    <Keyed keys={keys}>
      {start.error ? <RefusedBanner refusal={start.error} /> : null}
      <Button size="sm" pending={start.isPending} onPress={begin}>
        {words}
      </Button>
    </Keyed>
  );
}

function Seen({ row, keys }: Omit<WayProps, "onOpen">) {
  const seen = useOp("staff.mend_seen");
  const look = () => seen.mutate({ id: row.id, rev: row.rev });
  useDigit({ row, keys }, "Looked at", look);
  return (
    <Keyed keys={keys}>
      {seen.error ? <RefusedBanner refusal={seen.error} /> : null}
      <Button size="sm" pending={seen.isPending} label={`Looked at: ${row.what}`} onPress={look}>
        Looked at
      </Button>
    </Keyed>
  );
}

function OfTask({ row, keys, onOpen }: WayProps) {
  const finish = useOp("task.finish");
  const accept = useOp("task.accept");
  const at = { id: row.id, rev: row.rev };
  const done = () =>
    finish.mutate(at, {
      onSuccess: ({ id, rev }) => say("Done", { icon: "check", undo: () => act("task.reopen", { id, rev }) }),
    });
  const take = () => accept.mutate(at, { onSuccess: () => say("It is yours now") });
  const asked = row.kind === "asked";
  useDigit({ row, keys }, asked ? "Take over" : "Done", asked ? take : done);
  const refusal = finish.error ?? accept.error;
  return (
    <Keyed keys={keys}>
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      {asked ? (
        <>
          <Button size="sm" kind="quiet" label={`Give back: ${row.what}`} onPress={() => onOpen({ form: "back", task: row })}>
            Give back
          </Button>
          <Button size="sm" pending={accept.isPending} label={`Take over: ${row.what}`} onPress={take}>
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
    </Keyed>
  );
}
