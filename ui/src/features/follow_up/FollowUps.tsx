//! What a client's tests and check-ins ask for next. A notice that no consent covers says so; nothing is sent from here.

import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { FollowUpRow } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { STEP_ICONS, answerOf, noteOf, whatOf } from "./words.ts";

/** Of a client, or of one test. Nothing is shown where nothing follows. */
export function FollowUps({ client, test }: { client: string; test?: string }) {
  const list = useCall("follow_up.list", test === undefined ? { client } : { client, test });
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const [past, setPast] = useState(false);
  const rows = list.data ?? [];
  const open = rows.filter((row) => row.state === "open");
  const answered = rows.filter((row) => row.state !== "open");
  const first = open.find((row) => row.may_answer);
  useCommands(
    first === undefined
      ? []
      : [{ id: "follow_up.answer", title: `Answer: ${whatOf(first)}`, group: "Here", icon: "check", keys: "F", run: () => setAsked(first.id) }],
  );
  const one = open.find((row) => row.id === asked);
  if (list.error) return <RefusedBanner refusal={list.error} />;
  if (rows.length === 0) return null;
  return (
    <Section
      title="Follow-ups"
      aside={open.length === 0 ? "all answered" : plural(open.length, "open follow-up")}
      action={
        answered.length === 0 ? null : (
          <Button size="sm" kind="quiet" onPress={() => setPast(!past)}>
            {past ? "Hide what was answered" : `Show ${plural(answered.length, "answer")}`}
          </Button>
        )
      }
    >
      <OpenOnes rows={open} first={first} onAnswer={setAsked} />
      {past ? <Answered rows={answered} /> : null}
      {one === undefined ? null : <AnswerDialog row={one} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

function OpenOnes({ rows, first, onAnswer }: { rows: FollowUpRow[]; first: FollowUpRow | undefined; onAnswer: (id: string) => void }) {
  const clock = usePractice();
  if (rows.length === 0) return null;
  return (
    <Todo
      label="Open follow-ups"
      items={rows.map((row) => ({
        id: row.id,
        icon: row.blocked ? "stop" : STEP_ICONS[row.step],
        ...(row.overdue || row.blocked ? { tone: "caution" as const } : {}),
        what: whatOf(row),
        note: (
          <>
            {noteOf(row, clock)}
            {row.blocked ? (
              <>
                {" · "}
                <State icon="stop" tone="caution">
                  {`Blocked: ${row.lacking_words}`}
                </State>
              </>
            ) : null}
          </>
        ),
        way: <Way row={row} isFirst={row === first} onAnswer={() => onAnswer(row.id)} />,
      }))}
    />
  );
}

function Way({ row, isFirst, onAnswer }: { row: FollowUpRow; isFirst: boolean; onAnswer: () => void }) {
  const navigate = useNavigate();
  const recollect = useOp("drug_test.recollect");
  if (!row.may_answer) return null;
  return (
    <span className="cluster">
      {recollect.error ? <RefusedBanner refusal={recollect.error} /> : null}
      {row.step === "notify" ? <Link to="/releases">Release desk</Link> : null}
      {row.blocked ? (
        <Link to="/client/$id/{-$tab}" params={{ id: row.client, tab: "plan" }}>
          Consents
        </Link>
      ) : null}
      {row.step === "recollect_observed" && row.test !== undefined ? (
        <Button
          size="sm"
          icon="vial"
          pending={recollect.isPending}
          onPress={() =>
            recollect.mutate(
              { follow_up: row.id, rev: row.rev },
              {
                onSuccess: (test) => {
                  say(`${test.number} is ordered, to be observed`);
                  void navigate({ to: "/tests/$id", params: { id: test.id } });
                },
              },
            )
          }
        >
          Order it
        </Button>
      ) : null}
      <Button size="sm" onPress={onAnswer} {...(isFirst ? { keys: "F" } : {})}>
        Answer …
      </Button>
    </span>
  );
}

function AnswerDialog({ row, onClose }: { row: FollowUpRow; onClose: () => void }) {
  const clock = usePractice();
  const answer = useOp("follow_up.answer");
  const reopen = useOp("follow_up.reopen");
  const [words, setWords] = useState("");
  const give = (state: "done" | "not_needed") =>
    answer.mutate(
      { id: row.id, rev: row.rev, state, answer: words },
      {
        onSuccess: (saved) => {
          say(state === "done" ? "Follow-up done" : "Follow-up not needed", { undo: () => reopen.mutate(saved) });
          onClose();
        },
      },
    );
  return (
    <Dialog title={whatOf(row)} isOpen onClose={onClose} busy={answer.isPending}>
      <p className="muted">{noteOf(row, clock)}</p>
      <Form label="Answer a follow-up" onSubmit={() => give(row.step === "notify" ? "not_needed" : "done")} refusal={answer.error} fields={["answer"]}>
        <Field label="What was done, or why nothing needs to be" name="answer" value={words} onChange={setWords} isRequired autoFocus />
        <DialogActions>
          <Button onPress={onClose}>Not yet</Button>
          <Button pending={answer.isPending} onPress={() => give("not_needed")}>
            Not needed
          </Button>
          <Button
            type="submit"
            kind="primary"
            pending={answer.isPending}
            why={row.step === "notify" ? "A notice is done by the record of what was told. Record it at the release desk, or say why it is not needed." : undefined}
          >
            Done
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function Answered({ rows }: { rows: FollowUpRow[] }) {
  const { today, zone } = usePractice();
  const reopen = useOp("follow_up.reopen");
  return (
    <>
      {reopen.error ? <RefusedBanner refusal={reopen.error} /> : null}
      <Table
        label="Answered follow-ups"
        rows={rows}
        idOf={(row) => row.id}
        textOf={whatOf}
        columns={[
          { id: "what", title: "Follow-up", cell: whatOf },
          { id: "of", title: "Of", cell: (row) => `${row.event_label}, ${row.of}` },
          { id: "answer", title: "Answer", cell: answerOf },
          {
            id: "at",
            title: "When",
            cell: (row) => <span className="nowrap">{row.answered_at === undefined ? "" : moment(row.answered_at, today, zone)}</span>,
          },
          {
            id: "way",
            title: "Change",
            cell: (row) =>
              row.may_answer && !(row.step === "notify" && row.state === "done") ? (
                <Button size="sm" kind="quiet" onPress={() => reopen.mutate({ id: row.id, rev: row.rev })}>
                  Open again
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  );
}
