//! The front-desk board: everybody expected today, where, and how they stand. Enter marks the next step, here or gone; a call is one dialog.

import { useState } from "react";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { BoardLine, BoardState } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { wallSpan, wallTime } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { longDate } from "../../lib/time.ts";
import { nextMark } from "./board.ts";

const STATES: Record<BoardState, { icon: IconName; tone: Tone }> = {
  expected: { icon: "clock", tone: "muted" },
  late: { icon: "late", tone: "caution" },
  not_coming: { icon: "absent", tone: "caution" },
  here: { icon: "check-circle", tone: "positive" },
  gone: { icon: "check", tone: "muted" },
};

/** A mark made at another workstation's minute is not missed for longer than this. */
const EVERY = 60_000;

export function BoardPage() {
  const { today } = usePractice();
  const board = useCall("arrival.board", {}, { every: EVERY });
  const mark = useOp("arrival.mark");
  const [calls, setCalls] = useState<BoardLine>();
  const lines = board.data?.lines ?? [];
  const here = lines.filter(({ state }) => state === "here").length;
  const step = (line: BoardLine) => {
    const next = nextMark(line);
    if (next === undefined) return;
    mark.mutate(
      { client: line.client, mark: next, reason: "" },
      {
        onSuccess: ({ id, rev }) =>
          say(`${line.name.text}: ${next}`, { undo: () => void act("arrival.take_back", { id, rev }) }),
      },
    );
  };
  return (
    <>
      <PageHead title="Arrivals">
        {longDate(today)}
        {lines.length === 0 ? "" : ` · ${String(here)} of ${String(lines.length)} here`}
      </PageHead>
      <PageBody>
        {mark.error ? <RefusedBanner refusal={mark.error} /> : null}
        <Answered query={board} what="the board">
          {() =>
            lines.length === 0 ? (
              <EmptyState title="Nobody is expected today">Members of today’s groups and today’s appointments stand here.</EmptyState>
            ) : (
              <>
                <Table
                  label="Expected today"
                  rows={lines}
                  idOf={({ client }) => client}
                  textOf={({ name }) => name.text}
                  onOpen={step}
                  columns={[
                    { id: "who", title: "Client", cell: ({ name }) => name.text },
                    { id: "where", title: "Expected", cell: (line) => <Where line={line} /> },
                    { id: "state", title: "State", cell: (line) => <Standing line={line} /> },
                    {
                      id: "do",
                      title: "Mark",
                      cell: (line) => <Marks line={line} onStep={() => step(line)} onCall={() => setCalls(line)} />,
                    },
                  ]}
                />
                <KeyList
                  keys={[
                    ["Enter", "here, then gone"],
                    ["Ctrl+Z", "take it back"],
                  ]}
                />
              </>
            )
          }
        </Answered>
      </PageBody>
      <Dialog title={`${calls?.name.text ?? ""} called`} isOpen={calls !== undefined} onClose={() => setCalls(undefined)}>
        {calls === undefined ? null : <CallForm line={calls} onDone={() => setCalls(undefined)} />}
      </Dialog>
    </>
  );
}

function Where({ line }: { line: BoardLine }) {
  return (
    <>
      {line.sessions.map((session) => (
        <div key={session.session}>
          {wallSpan(session.starts, session.minutes)} {session.title}
          {session.room === "" ? "" : `, ${session.room}`}
        </div>
      ))}
    </>
  );
}

function Standing({ line }: { line: BoardLine }) {
  const { icon, tone } = STATES[line.state];
  return (
    <>
      <State tone={tone} icon={icon}>
        {line.words === "" ? "Expected" : line.words}
      </State>
      {line.reason === "" ? null : <div className="muted small">{line.reason}</div>}
    </>
  );
}

function Marks({ line, onStep, onCall }: { line: BoardLine; onStep: () => void; onCall: () => void }) {
  const next = nextMark(line);
  if (next === undefined) return null;
  const { mark, mark_rev: rev } = line;
  return (
    <span className="cluster">
      <Button onPress={onStep}>{next === "here" ? "Here" : "Gone"}</Button>
      {line.state === "here" ? null : <Button kind="quiet" onPress={onCall}>Called</Button>}
      {mark === undefined || rev === undefined ? null : (
        <Button kind="quiet" onPress={() => void act("arrival.take_back", { id: mark, rev })}>
          Take back
        </Button>
      )}
    </span>
  );
}

function CallForm({ line, onDone }: { line: BoardLine; onDone: () => void }) {
  const mark = useOp("arrival.mark");
  const planned = line.sessions.filter(({ state }) => state === "planned");
  const [kind, setKind] = useState<"late" | "not_coming">("late");
  const [session, setSession] = useState<string>(planned[0]?.session ?? "");
  const [minutes, setMinutes] = useState("");
  const [reason, setReason] = useState("");
  const late = kind === "late";
  const missing = late
    ? session === ""
      ? "Every session of today is recorded."
      : /^\d{1,3}$/.test(minutes.trim())
        ? undefined
        : "Type how many minutes late."
    : reason.trim() === ""
      ? "Type what was said."
      : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    mark.mutate(
      { client: line.client, mark: kind, reason: reason.trim(), ...(late ? { session, minutes: Number(minutes) } : {}) },
      {
        onSuccess: ({ id, rev }) => {
          say("Noted for the facilitator", { undo: () => void act("arrival.take_back", { id, rev }) });
          onDone();
        },
      },
    );
  };
  return (
    <Form label="Called" onSubmit={submit} refusal={mark.error} fields={["minutes", "session", "reason"]}>
      <Segments
        label="What was said"
        value={kind}
        onChange={setKind}
        options={[
          { value: "late", label: "Will be late" },
          { value: "not_coming", label: "Does not come today" },
        ]}
      />
      {late ? (
        <>
          <Select
            label="To"
            name="session"
            value={session}
            onChange={setSession}
            options={planned.map((one) => ({ value: one.session, label: `${wallTime(one.starts)} ${one.title}` }))}
          />
          <Field label="Minutes late" name="minutes" value={minutes} onChange={setMinutes} inputMode="numeric" width="short" autoFocus />
        </>
      ) : null}
      <Field label="Reason" name="reason" value={reason} onChange={setReason} help="As it was said, such as: shift moved" optional={late} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={mark.isPending} why={missing}>
          Note the call
        </Button>
      </DialogActions>
    </Form>
  );
}
