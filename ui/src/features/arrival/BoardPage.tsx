//! The front-desk board: everybody expected today, where, and how they stand. Enter marks the next step, here or gone; a call is one dialog, and the last
//! mark is taken back with a key. The keys speak of the row that has the focus.

import { useRef, useState } from "react";
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
import type { Column } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { wallSpan, wallTime } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { longDate } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import type { Command } from "../palette/commands.ts";
import { countsOf, named, nextMark } from "./board.ts";

const STATES: Record<BoardState, { icon: IconName; tone: Tone }> = {
  expected: { icon: "clock", tone: "muted" },
  late: { icon: "late", tone: "caution" },
  not_coming: { icon: "absent", tone: "caution" },
  here: { icon: "check-circle", tone: "positive" },
  gone: { icon: "check", tone: "muted" },
};

const MARK_KEYS = [
  ["Enter", "here, then gone"],
  ["L", "called, late"],
  ["X", "called, not coming"],
  ["B", "take back"],
] as const;

/** A mark made at another workstation's minute is not missed for longer than this. */
const EVERY = 60_000;

type Call = { line: BoardLine; kind: CallKind };
type CallKind = "late" | "not_coming";

/** What is marked on a line, each with its way back. */
function useMarks() {
  const mark = useOp("arrival.mark");
  const back = useOp("arrival.take_back");
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
  const takeBack = (line: BoardLine) => {
    const { mark: id, mark_rev: rev } = line;
    if (line.may_mark && id !== undefined && rev !== undefined)
      back.mutate({ id, rev }, { onSuccess: () => say(`${line.name.text}: taken back`) });
  };
  return { step, takeBack, error: mark.error ?? back.error };
}

export function BoardPage() {
  const { today } = usePractice();
  const board = useCall("arrival.board", {}, { every: EVERY });
  const marks = useMarks();
  const [calls, setCalls] = useState<Call>();
  const lines = board.data?.lines ?? [];
  const call = (line: BoardLine, kind: CallKind) => {
    if (mayCall(line)) setCalls({ line, kind });
  };
  return (
    <>
      <PageHead title="Arrivals">
        {longDate(today)}
        {lines.length === 0 ? "" : ` · ${countsOf(lines)}`}
      </PageHead>
      <PageBody>
        {marks.error ? <RefusedBanner refusal={marks.error} /> : null}
        <Answered query={board} what="the board">
          {() =>
            lines.length === 0 ? (
              <EmptyState title="Nobody is expected today">Members of today’s groups and today’s appointments stand here.</EmptyState>
            ) : (
              <Lines lines={lines} onStep={marks.step} onCall={call} onBack={marks.takeBack} />
            )
          }
        </Answered>
      </PageBody>
      <Dialog title={`${calls?.line.name.text ?? ""} called`} isOpen={calls !== undefined} onClose={() => setCalls(undefined)}>
        {calls === undefined ? null : <CallForm line={calls.line} begin={calls.kind} onDone={() => setCalls(undefined)} />}
      </Dialog>
    </>
  );
}

interface LinesProps {
  lines: readonly BoardLine[];
  onStep: (line: BoardLine) => void;
  onCall: (line: BoardLine, kind: CallKind) => void;
  onBack: (line: BoardLine) => void;
}

function Lines({ lines, onStep, onCall, onBack }: LinesProps) {
  const [typed, setTyped] = useState("");
  const find = useRef<HTMLInputElement>(null);
  const found = named(lines, typed);
  const marks = lines.some(({ may_mark }) => may_mark);
  /** Does something with the row that has the focus, or says how to get there. */
  const onRow = (run: (line: BoardLine) => void) => () => {
    const key = document.activeElement?.closest<HTMLElement>("[role='row'][data-key]")?.dataset["key"];
    const line = found.find(({ client }) => client === key) ?? (found.length === 1 ? found[0] : undefined);
    if (line === undefined) say("Choose a client in the list first", { icon: "info" });
    else run(line);
  };
  const rowKeys: Command[] = [
    { id: "board.late", title: "Called: will be late", group: "Here", icon: "late", keys: "L", run: onRow((line) => onCall(line, "late")) },
    { id: "board.not_coming", title: "Called: does not come today", group: "Here", icon: "absent", keys: "X", run: onRow((line) => onCall(line, "not_coming")) },
    { id: "board.back", title: "Take the last mark back", group: "Here", icon: "undo", keys: "B", run: onRow(onBack) },
  ];
  useCommands([
    { id: "board.find", title: "Find by name", group: "Here", icon: "search", keys: "F", run: () => find.current?.focus() },
    ...(marks ? rowKeys : []),
  ]);
  const columns: [Column<BoardLine>, ...Column<BoardLine>[]] = [
    { id: "who", title: "Client", cell: ({ name }) => name.text },
    { id: "where", title: "Expected", cell: (line) => <Where line={line} /> },
    { id: "state", title: "State", cell: (line) => <Standing line={line} /> },
  ];
  const own = (line: BoardLine) => <Marks line={line} onStep={() => onStep(line)} onCall={() => onCall(line, "late")} onBack={() => onBack(line)} />;
  return (
    <>
      <Field
        label="Find by name"
        name="find"
        value={typed}
        onChange={setTyped}
        inputRef={find}
        width="medium"
        placeholder="Any name, any part"
        onKeyDown={(event) => {
          const [only] = found;
          if (event.key === "Enter" && found.length === 1 && only) onStep(only);
          // Ready for the next one at the door; a second Enter marks nobody as gone.
          if (event.key === "Escape" || (event.key === "Enter" && found.length === 1)) setTyped("");
        }}
      />
      <Table
        label="Expected today"
        rows={found}
        idOf={({ client }) => client}
        textOf={({ name }) => name.text}
        onOpen={onStep}
        empty={<EmptyState title="Nobody of that name is expected today">Esc shows everybody again.</EmptyState>}
        columns={marks ? [...columns, { id: "do", title: "Mark", cell: own }] : columns}
      />
      <KeyList keys={[["F", "find"], ...(marks ? MARK_KEYS : [])]} />
    </>
  );
}

/** Who is here does not call. */
function mayCall({ may_mark, state }: BoardLine): boolean {
  return may_mark && state !== "here";
}

function Where({ line }: { line: BoardLine }) {
  return (
    <>
      {line.sessions.map((session) => (
        <div key={session.session}>
          {wallSpan(session.starts, session.minutes)} {session.title} with {session.led_by}
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

interface MarksProps {
  line: BoardLine;
  onStep: () => void;
  onCall: () => void;
  onBack: () => void;
}

function Marks({ line, onStep, onCall, onBack }: MarksProps) {
  const next = nextMark(line);
  if (next === undefined) return null;
  return (
    <span className="cluster">
      <Button size="sm" onPress={onStep}>
        {next === "here" ? "Here" : "Gone"}
      </Button>
      {mayCall(line) ? (
        <Button kind="quiet" size="sm" onPress={onCall}>
          Called
        </Button>
      ) : null}
      {line.mark === undefined ? null : (
        <Button kind="quiet" size="sm" onPress={onBack}>
          Take back
        </Button>
      )}
    </span>
  );
}

function CallForm({ line, begin, onDone }: { line: BoardLine; begin: CallKind; onDone: () => void }) {
  const mark = useOp("arrival.mark");
  const planned = line.sessions.filter(({ state }) => state === "planned");
  const [kind, setKind] = useState<CallKind>(begin);
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
          <Field label="Minutes late" name="minutes" value={minutes} onChange={setMinutes} inputMode="numeric" width="short" autoFocus={begin === "late"} />
        </>
      ) : null}
      <Field label="Reason" name="reason" value={reason} onChange={setReason} help="As it was said, such as: shift moved" optional={late} autoFocus={begin === "not_coming"} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={mark.isPending} why={missing}>
          Note the call
        </Button>
      </DialogActions>
    </Form>
  );
}
