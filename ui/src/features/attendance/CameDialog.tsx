//! Somebody comes onto the list of a recorded session: who waited to be named, or who was left out. From when to when is asked, for nothing after the
//! fact is "the whole session" unless somebody says so.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { Sheet, UnknownLine } from "../../ipc/generated/calls.ts";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { wallSpan, wallTime } from "../../lib/duration.ts";
import { MarkForm } from "./MarkForm.tsx";
import { asFields } from "./marks.ts";
import type { Mark } from "./marks.ts";
import type { WalkInDraft } from "./sheet.ts";

export interface Coming {
  walkIn: WalkInDraft;
  /** Whom this names; nobody where somebody was left out. */
  unknown?: UnknownLine | undefined;
}

interface CameDialogProps {
  session: Sheet["session"];
  coming: Coming | undefined;
  onClose: () => void;
}

export function CameDialog({ session, coming, onClose }: CameDialogProps) {
  return (
    <Dialog title={coming === undefined ? "" : titleOf(coming)} isOpen={coming !== undefined} onClose={onClose}>
      {coming === undefined ? null : <CameForm key={coming.walkIn.client} session={session} coming={coming} onClose={onClose} />}
    </Dialog>
  );
}

function titleOf({ walkIn, unknown }: Coming): string {
  return unknown === undefined ? walkIn.name.text : `“${unknown.called}” was ${walkIn.name.text}`;
}

function CameForm({ session, coming, onClose }: { session: Sheet["session"]; coming: Coming; onClose: () => void }) {
  const { walkIn, unknown } = coming;
  const heard = unknown?.heard;
  const [apart, setApart] = useState("");
  const add = useOp("attendance.add_walk_in");
  const resolve = useOp("attendance.resolve_unknown");
  const { error, isPending } = unknown === undefined ? add : resolve;
  // Once it was asked for, the reason is asked for until it is given.
  const asksApart = error?.rule === "apart.together";
  const send = (mark: Mark) => {
    const came = {
      client: walkIn.client,
      what: asFields(mark),
      ...(walkIn.makes_up === undefined ? {} : { makes_up: walkIn.makes_up }),
      ...(apart.trim() === "" ? {} : { apart_reason: apart.trim() }),
    };
    const onSuccess = () => (say(`${walkIn.name.text} is on the list, as a late entry`), onClose());
    if (unknown === undefined) add.mutate({ session: session.id, came }, { onSuccess });
    else resolve.mutate({ id: unknown.id, rev: unknown.rev, came }, { onSuccess });
  };
  return (
    <>
      <p className="muted">
        {session.title} {wallSpan(session.starts, session.minutes)}
        {walkIn.missed === undefined ? "" : `, making up ${walkIn.missed}`}.{" "}
        {heard === undefined ? "With both times empty, the whole session counts." : `Kept at ${wallTime(heard)}, which is offered as when they came.`} It stays
        labeled a late entry.
      </p>
      <MarkForm
        mark={heard === undefined ? {} : { arrived: heard }}
        starts={session.starts}
        action="Put on the list"
        here
        at="came."
        refusal={error}
        pending={isPending}
        onCancel={onClose}
        onDone={send}
        also={asksApart && apart.trim() === "" ? "Say why it is right all the same." : undefined}
        alsoFields={["came.apart_reason"]}
      >
        {asksApart || apart !== "" ? (
          <Field label="Why it is right all the same" name="came.apart_reason" value={apart} onChange={setApart} help="Kept with the pair, with your name." />
        ) : null}
      </MarkForm>
    </>
  );
}
