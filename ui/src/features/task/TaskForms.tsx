//! The small forms of a task: writing one down, asking a colleague to take it, giving it back with a word.

import { useState } from "react";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { Todo } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { ClientField } from "../client/ClientPicker.tsx";
import type { PickedClient } from "../client/ClientPicker.tsx";
import { clientWords } from "../note/body.ts";
import { EarlierVersions } from "../timeline/EarlierVersions.tsx";

/** Colleagues to choose from; never oneself. */
function useColleagues() {
  const { person } = usePractice();
  const names = useCall("staff.names", {});
  return (names.data ?? []).filter(({ id }) => id !== person?.id).map(({ id, name }) => ({ value: id, label: name }));
}

export function AddTaskForm({ onDone }: { onDone: () => void }) {
  const colleagues = useColleagues();
  const add = useOp("task.add");
  const [what, setWhat] = useState("");
  const [client, setClient] = useState<PickedClient>();
  const [dueOn, setDueOn] = useState("");
  const [to, setTo] = useState("");
  return (
    <Form
      label="Write a task down"
      fields={["what", "due_on", "offer_to"]}
      refusal={add.error}
      onSubmit={() =>
        add.mutate(
          {
            what,
            ...(client === undefined ? {} : { client: client.id }),
            ...(dueOn === "" ? {} : { due_on: dueOn }),
            ...(to === "" ? {} : { offer_to: to }),
          },
          { onSuccess: () => (say(to === "" ? "Written down" : "Written down; your colleague is asked to take it"), onDone()) },
        )
      }
    >
      <Field label="What is to be done" name="what" value={what} onChange={setWhat} autoFocus />
      <ClientField label="About whom (optional)" value={client} error={undefined} onChange={setClient} />
      <DateField label="Until" name="due_on" optional value={dueOn} onChange={setDueOn} />
      <Select
        label="For a colleague"
        name="offer_to"
        optional
        help="It stays yours until they take it."
        placeholder="For myself"
        value={to}
        options={colleagues}
        onChange={setTo}
      />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={what.trim() === "" ? "Say what is to be done." : undefined} whyShown="elsewhere">
          Write it down
        </Button>
      </DialogActions>
    </Form>
  );
}

/** Another wording, day or client; or it is taken away, which can be undone. */
export function ChangeTaskForm({ task, onDone }: { task: Todo; onDone: () => void }) {
  const change = useOp("task.change");
  const takeAway = useOp("task.void");
  const [what, setWhat] = useState(task.what);
  const [client, setClient] = useState<PickedClient | undefined>(
    task.client === undefined ? undefined : { id: task.client.id, name: clientWords(task.client) },
  );
  const [dueOn, setDueOn] = useState(task.due_on ?? "");
  const at = { id: task.id, rev: task.rev };
  const drop = () =>
    takeAway.mutate(at, {
      onSuccess: ({ id, rev }) => (say("Taken away", { undo: () => act("task.restore", { id, rev }) }), onDone()),
    });
  return (
    <Form
      label="Change this task"
      fields={["what", "due_on"]}
      refusal={change.error ?? takeAway.error}
      onSubmit={() =>
        change.mutate(
          { ...at, what, ...(client === undefined ? {} : { client: client.id }), ...(dueOn === "" ? {} : { due_on: dueOn }) },
          { onSuccess: () => (say("Kept"), onDone()) },
        )
      }
    >
      <Field label="What is to be done" name="what" value={what} onChange={setWhat} autoFocus />
      <ClientField label="About whom (optional)" value={client} error={undefined} onChange={setClient} />
      {client === undefined ? null : (
        <div>
          <Button size="sm" kind="quiet" onPress={() => setClient(undefined)}>
            About nobody
          </Button>
        </div>
      )}
      <DateField label="Until" name="due_on" optional value={dueOn} onChange={setDueOn} />
      <DialogActions>
        <EarlierVersions of="task" id={task.id} what="the task" />
        <Button kind="quiet" pending={takeAway.isPending} onPress={drop}>
          Take it away
        </Button>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending} why={what.trim() === "" ? "Say what is to be done." : undefined} whyShown="elsewhere">
          Keep
        </Button>
      </DialogActions>
    </Form>
  );
}

export function OfferForm({ task, onDone }: { task: Todo; onDone: () => void }) {
  const colleagues = useColleagues();
  const offer = useOp("task.offer");
  const [to, setTo] = useState("");
  const [words, setWords] = useState("");
  return (
    <Form
      label="Hand this task over"
      fields={["to", "words"]}
      refusal={offer.error}
      onSubmit={() => {
        if (to === "") return;
        offer.mutate({ id: task.id, rev: task.rev, to, words }, { onSuccess: () => (say("Your colleague is asked to take it"), onDone()) });
      }}
    >
      <p className="strong">{task.what}</p>
      <Select label="Colleague" name="to" value={to} options={colleagues} onChange={setTo} />
      <Field label="A word with it" name="words" optional value={words} onChange={setWords} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={offer.isPending} why={to === "" ? "Choose a colleague." : undefined} whyShown="elsewhere">
          Hand over
        </Button>
      </DialogActions>
    </Form>
  );
}

export function GiveBackForm({ task, onDone }: { task: Todo; onDone: () => void }) {
  const back = useOp("task.give_back");
  const [words, setWords] = useState("");
  const mine = task.kind === "waiting";
  return (
    <Form
      label="Give this task back"
      fields={["words"]}
      refusal={back.error}
      onSubmit={() => back.mutate({ id: task.id, rev: task.rev, words }, { onSuccess: () => (say(mine ? "It is yours again" : "Given back"), onDone()) })}
    >
      <p className="strong">{task.what}</p>
      <Field label="A word with it" name="words" optional value={words} onChange={setWords} autoFocus />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={back.isPending}>
          {mine ? "Take it back" : "Give it back"}
        </Button>
      </DialogActions>
    </Form>
  );
}
