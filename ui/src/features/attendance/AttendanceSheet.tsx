//! The attendance of one session: marked in a draft, then recorded in one explicit step; afterwards read, corrected, or taken back for a while.

import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { act, useCall } from "../../ipc/door.ts";
import type { Sheet } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import type { Refused } from "../../ipc/refused.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered, Loading } from "../../kit/Loading/Loading.tsx";
import { Key } from "../../kit/Keys/Keys.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment, plural } from "../../lib/time.ts";
import { useNow } from "../../lib/useNow.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { TogetherIn } from "../apart/Together.tsx";
import { useCommands } from "../palette/commands.ts";
import { AttendanceGrid } from "./AttendanceGrid.tsx";
import { CameDialog } from "./CameDialog.tsx";
import { CorrectDialog } from "./CorrectDialog.tsx";
import { MarkForm } from "./MarkForm.tsx";
import { SessionTimes } from "./SessionTimes.tsx";
import { UnknownPeople, keepUnknown } from "./UnknownPeople.tsx";
import { WalkInPicker } from "./WalkInPicker.tsx";
import { readMark } from "./marks.ts";
import { beganAt, carriedIn, gridRows, marksOf, notYet, recordRequest, spanOfDraft, summary, untouched } from "./sheet.ts";
import type { GridRow, SheetDraft, WalkInDraft } from "./sheet.ts";
import styles from "./AttendanceSheet.module.css";

export function AttendanceSheet({ session }: { session: string }) {
  const sheet = useCall("attendance.sheet", { session });
  return (
    <Answered query={sheet} what="the attendance">
      {(found) =>
        found.session.state === "planned" ? (
          <Marking key={found.session.id} sheet={found} />
        ) : found.session.state === "recorded" ? (
          <Recorded sheet={found} />
        ) : (
          <Banner icon="absent" title="This session was cancelled">
            {found.session.cancel_reason}
          </Banner>
        )
      }
    </Answered>
  );
}

function Marking({ sheet }: { sheet: Sheet }) {
  const { session } = sheet;
  const { today } = usePractice();
  const now = useNow();
  const draft = useDraft<SheetDraft>("attendance", session.id, untouched);
  // Not a mutation of this component: once recorded, another one stands in its place before the answer is here.
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [open, setOpen] = useState<GridRow>();
  const [adding, setAdding] = useState(false);
  const rows = gridRows(sheet, draft.value);
  const span = spanOfDraft(sheet, draft.value);
  const marks = marksOf(sheet, draft.value);
  const carried = carriedIn(sheet, draft.value);
  const navigate = useNavigate();
  const mayWrite = session.mine && session.group !== undefined;
  const missing = notYet(sheet, rows, Object.keys(problems).length, beganAt(sheet, draft.value), now);
  const send = async (then?: "write") => {
    if (missing !== undefined || pending) return;
    setPending(true);
    setRefusal(undefined);
    const marked = draft.value;
    try {
      const { rev, recorded } = await act("attendance.record", recordRequest(sheet, marked));
      await draft.done();
      say(`Recorded ${plural(recorded, "person", "people")}`, { undo: () => void takeBack(session.id, rev, marked) });
      if (then === "write") void navigate({ to: "/session/$id/note/{-$client}", params: { id: session.id } });
    } catch (thrown) {
      setRefusal(refused(thrown));
    } finally {
      setPending(false);
    }
  };
  useCommands(
    session.may_record
      ? [
          { id: "attendance.walk_in", title: "Add a walk-in", group: "Here", icon: "plus", keys: "+", run: () => setAdding(true) },
          {
            id: "attendance.record",
            title: "Record attendance",
            group: "Here",
            icon: "check",
            keys: "Ctrl+Enter",
            inText: true,
            run: () => void send(),
          },
          ...(mayWrite
            ? [
                {
                  id: "attendance.record_and_write",
                  title: "Record attendance and write the group note",
                  group: "Here" as const,
                  icon: "draft" as const,
                  keys: "Ctrl+Shift+Enter",
                  inText: true,
                  run: () => void send("write"),
                },
              ]
            : []),
        ]
      : [],
  );
  const write = (row: GridRow, text: string) => {
    const { [row.client]: _gone, ...others } = problems;
    const read = readMark(text, session.starts, marks[row.client]);
    if ("problem" in read) return setProblems({ ...others, [row.client]: read.problem });
    setProblems(others);
    draft.change({ marks: { ...draft.value.marks, [row.client]: read.mark } });
  };
  if (!draft.ready) return <Loading what="your marks" />;
  return (
    <div className={styles.sheet}>
      {refusal ? <RefusedBanner refusal={refusal} known={[]} /> : null}
      {refusal?.rule === "apart.together" || draft.value.apart !== undefined ? (
        <Field
          label="Why it is right all the same"
          name="apart_reason"
          value={draft.value.apart ?? ""}
          onChange={(apart) => draft.change({ apart })}
        />
      ) : null}
      <TogetherIn session={sheet.session.id} />
      {rows.length === 0 ? (
        <EmptyState title="Nobody is expected">
          Who is on the roster on this date stands here. Somebody who came anyway is a walk-in.
        </EmptyState>
      ) : (
        <AttendanceGrid
          sheet={sheet}
          rows={rows}
          marks={marks}
          carried={carried}
          problems={problems}
          span={span}
          onWrite={write}
          onOpen={(row) => (session.may_record ? setOpen(row) : undefined)}
        />
      )}
      {session.may_record ? (
        <>
          <div className={styles.below}>
            <SessionTimes sheet={sheet} draft={draft.value} onChange={draft.change} />
            <Button icon="plus" keys="+" onPress={() => setAdding(true)}>
              Walk-in
            </Button>
          </div>
          <UnknownPeople sheet={sheet} />
          <DraftLine draft={draft} />
          <div className={styles.finish}>
            <p>{missing ?? `${summary(rows, marks)}. Nothing counts before it is recorded.`}</p>
            {mayWrite ? (
              <Button keys="Ctrl+Shift+Enter" pending={pending} why={missing} whyShown="elsewhere" onPress={() => void send("write")}>
                Record and write
              </Button>
            ) : null}
            <Button kind="primary" keys="Ctrl+Enter" pending={pending} why={missing} whyShown="elsewhere" onPress={() => void send()}>
              Record attendance
            </Button>
          </div>
        </>
      ) : (
        <p className="muted small">Whoever leads this session records its attendance.</p>
      )}
      <WalkInPicker
        session={session.id}
        today={today}
        taken={rows.map((row) => row.client)}
        isOpen={adding}
        onClose={() => setAdding(false)}
        onPick={(walkIn) => draft.change({ walkIns: [...draft.value.walkIns, walkIn] })}
        onUnknown={(called) => void keepUnknown(session.id, called)}
      />
      <Dialog title={open?.name.text ?? ""} isOpen={open !== undefined} onClose={() => setOpen(undefined)}>
        {open ? (
          <MarkForm
            mark={marks[open.client] ?? {}}
            starts={session.starts}
            action="Keep this"
            onCancel={() => setOpen(undefined)}
            onDone={(mark) => {
              const { [open.client]: _gone, ...others } = problems;
              setProblems(others);
              draft.change({ marks: { ...draft.value.marks, [open.client]: mark } });
              setOpen(undefined);
            }}
          />
        ) : null}
        {open?.walkIn ? (
          <Button
            kind="quiet"
            icon="close"
            onPress={() => {
              draft.change({ walkIns: draft.value.walkIns.filter(({ client }) => client !== open.client) });
              setOpen(undefined);
            }}
          >
            Take this walk-in out again
          </Button>
        ) : null}
      </Dialog>
    </div>
  );
}

/** Takes a record back. The marks become the draft again first, so that the sheet opens with them. */
async function takeBack(session: string, rev: number, marked?: SheetDraft): Promise<void> {
  const draft = { form: "attendance", subject: session };
  try {
    if (marked) await act("draft.save", { ...draft, body: marked, typed: true, rev: 0 });
    await act("attendance.take_back", { session, rev });
    say(marked ? "Attendance is not recorded any more; the marks are kept" : "Attendance is not recorded any more");
  } catch (thrown) {
    if (marked) await act("draft.discard", draft).catch(() => undefined);
    say(refused(thrown).message, { icon: "stop" });
  }
}

function Recorded({ sheet }: { sheet: Sheet }) {
  const { session } = sheet;
  const { today, zone } = usePractice();
  const [open, setOpen] = useState<GridRow>();
  const [adding, setAdding] = useState(false);
  const [left, setLeft] = useState<WalkInDraft>();
  const rows = gridRows(sheet, untouched);
  const back = () => void takeBack(session.id, session.rev);
  const navigate = useNavigate();
  const mayWrite = session.mine && session.group !== undefined;
  const addsLate = session.may_record
    ? [{ id: "attendance.walk_in", title: "Add a walk-in", group: "Here" as const, icon: "plus" as const, keys: "+", run: () => setAdding(true) }]
    : [];
  useCommands(
    mayWrite
      ? [
          ...addsLate,
          {
            id: "attendance.group_note",
            title: "Write the group note",
            group: "Here",
            icon: "draft",
            keys: "W",
            run: () => void navigate({ to: "/session/$id/note/{-$client}", params: { id: session.id } }),
          },
        ]
      : addsLate,
  );
  const at = session.recorded_at === undefined ? "" : moment(session.recorded_at, today, zone);
  return (
    <div className={styles.sheet}>
      <AttendanceGrid
        sheet={sheet}
        rows={rows}
        marks={{}}
        carried={[]}
        problems={{}}
        span={spanOfDraft(sheet, untouched)}
        onWrite={() => undefined}
        onOpen={setOpen}
      />
      <div className={styles.finish}>
        <p>
          Recorded {at}
          {session.late_entry ? `, as a late entry of ${date(session.on_date, today)}` : ""}
          {session.notes > 0 ? ` · ${String(session.signed)} of ${plural(session.notes, "note")} signed` : ""}
        </p>
        {session.may_record ? (
          <Button icon="plus" keys="+" onPress={() => setAdding(true)}>
            Walk-in
          </Button>
        ) : null}
        {sheet.may_take_back ? (
          <Button icon="undo" onPress={back}>
            Take back
          </Button>
        ) : null}
        {mayWrite ? (
          <span className="cluster">
            <Link to="/session/$id/note/{-$client}" params={{ id: session.id }} className={styles.next}>
              Write the group note
            </Link>
            <Key of="W" />
          </span>
        ) : null}
      </div>
      <UnknownPeople sheet={sheet} />
      {session.may_record ? (
        <WalkInPicker
          label="Somebody came who is not on the list"
          session={session.id}
          today={today}
          taken={rows.map((row) => row.client)}
          isOpen={adding}
          onClose={() => setAdding(false)}
          onPick={setLeft}
          onUnknown={(called) => void keepUnknown(session.id, called)}
        />
      ) : null}
      <CameDialog session={session} coming={left === undefined ? undefined : { walkIn: left }} onClose={() => setLeft(undefined)} />
      <CorrectDialog
        line={open?.row?.recorded}
        title={open?.name.text ?? ""}
        starts={session.starts}
        onClose={() => setOpen(undefined)}
      />
    </div>
  );
}
