//! What was done within the last week, to be taken up again.

import { useCall, useOp } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import { clientWords } from "../note/body.ts";

export function DoneTasks() {
  const { today, zone } = usePractice();
  const tasks = useCall("task.list", {});
  const reopen = useOp("task.reopen");
  const done = (tasks.data ?? []).filter((task) => task.standing === "done");
  if (done.length === 0) return null;
  return (
    <Section title="Done" aside="within the last week">
      <Todo
        label="Done"
        items={done.map((task) => ({
          id: task.id,
          icon: "check",
          tone: "positive",
          what: [task.client === undefined ? "" : clientWords(task.client), task.what].filter((part) => part !== "").join(": "),
          note: moment(task.at, today, zone),
          way: (
            <Button size="sm" kind="quiet" icon="undo" label={`Reopen: ${task.what}`} onPress={() => reopen.mutate({ id: task.id, rev: task.rev })}>
              Reopen
            </Button>
          ),
        }))}
      />
    </Section>
  );
}
