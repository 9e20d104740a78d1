//! Who came and waits to be named: found among those in treatment, or dismissed with a reason. Nothing counts before that.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { Sheet, UnknownLine } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { wallTime } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { useCommands } from "../palette/commands.ts";
import { CameDialog } from "./CameDialog.tsx";
import type { Coming } from "./CameDialog.tsx";
import { WalkInPicker } from "./WalkInPicker.tsx";

/** Keeps that somebody came. Taking it back dismisses the name. */
export async function keepUnknown(session: string, called: string): Promise<void> {
  try {
    const { id, rev } = await act("attendance.add_unknown", { session, called });
    const undo = () => {
      act("attendance.dismiss_unknown", { id, rev, reason: "Added by mistake" }).catch((thrown: unknown) => say(refused(thrown).message, { icon: "stop" }));
    };
    say(`“${called}” is kept, to be named later`, { undo });
  } catch (thrown) {
    say(refused(thrown).message, { icon: "stop" });
  }
}

interface UnknownPeopleProps {
  sheet: Sheet;
}

export function UnknownPeople({ sheet }: UnknownPeopleProps) {
  const { session, unknown, rows } = sheet;
  const { today } = usePractice();
  const [naming, setNaming] = useState<UnknownLine>();
  const [dismissing, setDismissing] = useState<UnknownLine>();
  const [coming, setComing] = useState<Coming>();
  const [first] = unknown;
  const recorded = session.state === "recorded";
  useCommands(
    first !== undefined && session.may_record && recorded
      ? [{ id: "attendance.name", title: `Name “${first.called}”`, group: "Here", icon: "client", keys: "U", run: () => setNaming(first) }]
      : [],
  );
  if (first === undefined) return null;
  return (
    <Section title="Came without a name" aside={recorded ? "no hours until somebody says who it was" : "to be named once attendance is recorded"}>
      <Todo
        label="Came without a name"
        items={unknown.map((line) => ({
          id: line.id,
          icon: "info" as const,
          what: `“${line.called}”`,
          ...(line.heard === undefined ? {} : { note: `kept at ${wallTime(line.heard)}` }),
          way: session.may_record ? (
            <span className="cluster">
              {recorded ? (
                <Button size="sm" {...(line === first ? { keys: "U" } : {})} onPress={() => setNaming(line)}>
                  Say who it was
                </Button>
              ) : null}
              <Button size="sm" kind="quiet" onPress={() => setDismissing(line)}>
                Dismiss
              </Button>
            </span>
          ) : null,
        }))}
      />
      <WalkInPicker
        label={naming === undefined ? "" : `Who was “${naming.called}”?`}
        session={session.id}
        today={today}
        taken={rows.map((row) => row.client)}
        isOpen={naming !== undefined}
        onClose={() => setNaming(undefined)}
        onPick={(walkIn) => setComing({ walkIn, unknown: naming })}
      />
      <Dialog title={dismissing === undefined ? "" : `“${dismissing.called}”`} isOpen={dismissing !== undefined} onClose={() => setDismissing(undefined)}>
        {dismissing === undefined ? null : <Dismissing line={dismissing} onClose={() => setDismissing(undefined)} />}
      </Dialog>
      <CameDialog session={session} coming={coming} onClose={() => setComing(undefined)} />
    </Section>
  );
}

function Dismissing({ line, onClose }: { line: UnknownLine; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const dismiss = useOp("attendance.dismiss_unknown");
  const missing = reason.trim() === "" ? "Say why, in a few words." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    dismiss.mutate({ id: line.id, rev: line.rev, reason: reason.trim() }, { onSuccess: () => (say("Dismissed; the name and the reason are kept"), onClose()) });
  };
  return (
    <Form label="Dismiss" onSubmit={submit} refusal={dismiss.error} fields={["reason"]}>
      <Field label="Why it is nobody’s attendance" name="reason" value={reason} onChange={setReason} help="Such as: a visitor who left before the group began." autoFocus />
      <DialogActions>
        <Button onPress={onClose}>Not now</Button>
        <Button type="submit" kind="primary" pending={dismiss.isPending} why={missing}>
          Dismiss
        </Button>
      </DialogActions>
    </Form>
  );
}
