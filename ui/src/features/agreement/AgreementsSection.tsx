//! What a client agreed with a monitoring program, a board, an employer or a court: what each asks for, and what is in the way.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { AgreementHint, AgreementRow, Agreements } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import type { TodoItem } from "../../kit/Todo/Todo.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { EarlierVersions } from "../timeline/EarlierVersions.tsx";
import { AgreementForm } from "./AgreementForm.tsx";
import styles from "./Agreement.module.css";
import { STANDINGS, askedWords, blank, bodyOf, spanWords } from "./words.ts";

/** A row to change, a hint to begin from, or neither: a new one. */
type Open = { row?: AgreementRow; hint?: AgreementHint } | undefined;

export function AgreementsSection({ client }: { client: string }) {
  const agreements = useCall("agreement.list", { client });
  const [open, setOpen] = useState<Open>(undefined);
  const may = agreements.data?.may_change === true;
  const add = () => setOpen({});
  useCommands(may ? [{ id: "agreement.add", title: "Record an agreement", group: "Here", icon: "plus", keys: "M", run: add }] : []);
  return (
    <Answered query={agreements} what="the agreements">
      {(all) => (
        <Section
          title="Agreements"
          action={
            may ? (
              <Button size="sm" icon="plus" keys="M" onPress={add}>
                Record an agreement
              </Button>
            ) : null
          }
        >
          <Rows all={all} onOpen={setOpen} />
          {open === undefined ? null : <AgreementDialog client={client} all={all} open={open} onClose={() => setOpen(undefined)} />}
        </Section>
      )}
    </Answered>
  );
}

function Rows({ all, onOpen }: { all: Agreements; onOpen: (open: Open) => void }) {
  const { today } = usePractice();
  if (all.rows.length === 0 && all.hints.length === 0) {
    return (
      <EmptyState title="No agreement yet">
        With a monitoring program, a board, an employer or a court: how many tests it asks for, and what is owed to whom.
      </EmptyState>
    );
  }
  const hints: TodoItem[] = all.hints.map((hint) => ({
    id: `hint ${hint.kind}`,
    icon: "flag",
    tone: "caution",
    what: `${hint.kind_label}${hint.party === "" ? "" : `: ${hint.party}`}`,
    note: "A license names it; what was agreed is not recorded. Until then the shipped rules hold.",
    way: all.may_change ? (
      <Button size="sm" onPress={() => onOpen({ hint })}>
        Record it …
      </Button>
    ) : null,
  }));
  return <Todo label="Agreements" items={[...hints, ...all.rows.map((row) => itemOf(row, today, all.may_change, onOpen))]} />;
}

function itemOf(row: AgreementRow, today: string, may: boolean, onOpen: (open: Open) => void): TodoItem {
  const look = STANDINGS[row.standing];
  const stands = row.standing !== "ended";
  const late = row.next_report_on !== undefined && row.next_report_on < today;
  const troubled = stands && (row.lacking !== undefined || row.testing_words !== "" || late);
  return {
    id: row.id,
    icon: "paper",
    ...(troubled ? { tone: "caution" as const } : {}),
    what: (
      <>
        <span className="strong">{row.fields.party}</span> <span className="muted">{row.kind_label}</span>{" "}
        <State tone={look.tone} icon={look.icon}>
          {look.words}
        </State>
      </>
    ),
    note: (
      <>
        {[spanWords(row.fields, today), askedWords(row)].filter((part) => part !== "").join(" · ")}
        {row.fields.terms === "" ? null : <span className={styles.line}>{row.fields.terms}</span>}
        {stands ? <Standing row={row} late={late} today={today} /> : null}
      </>
    ),
    way: (
      <span className="cluster">
        {row.rev > 1 ? <EarlierVersions of="agreement" id={row.id} what={row.fields.party} /> : null}
        {may ? (
          <Button size="sm" kind="quiet" label={`Change the agreement with ${row.fields.party}`} onPress={() => onOpen({ row })}>
            Change
          </Button>
        ) : null}
      </span>
    ),
  };
}

function Standing({ row, late, today }: { row: AgreementRow; late: boolean; today: string }) {
  return (
    <span className={styles.line}>
      <span className="cluster" data-gap="wide">
      {row.lacking === undefined ? (
        <State tone="positive" icon="check-circle">
          Consent in order
        </State>
      ) : (
        <State tone="caution" icon="stop">
          {row.lacking_words}
        </State>
      )}
      {row.next_report_on === undefined ? null : (
        <State tone={late ? "caution" : "muted"} icon={late ? "late" : "clock"}>
          {late ? `Report was due ${date(row.next_report_on, today)}` : `Next report ${date(row.next_report_on, today)}`}
        </State>
      )}
      {row.testing_words === "" ? null : (
        <State tone="caution" icon="down-arrow">
          {row.testing_words}
        </State>
      )}
      </span>
    </span>
  );
}

interface AgreementDialogProps {
  client: string;
  all: Agreements;
  open: NonNullable<Open>;
  onClose: () => void;
}

function AgreementDialog({ client, all, open, onClose }: AgreementDialogProps) {
  const { today } = usePractice();
  const [taking, setTaking] = useState(false);
  const { row, hint } = open;
  return (
    <Dialog title={row === undefined ? "Record an agreement" : "Change the agreement"} isOpen onClose={onClose} wide>
      {taking && row !== undefined ? (
        <TakeBack row={row} onClose={onClose} />
      ) : (
        <AgreementForm
          client={client}
          all={all}
          row={row}
          initial={row === undefined ? blank(today, hint) : bodyOf(row.fields)}
          onDone={onClose}
          onVoid={() => setTaking(true)}
        />
      )}
    </Dialog>
  );
}

function TakeBack({ row, onClose }: { row: AgreementRow; onClose: () => void }) {
  const op = useOp("agreement.void");
  const [reason, setReason] = useState("");
  const submit = () =>
    op.mutate({ id: row.id, rev: row.rev, reason }, { onSuccess: () => (say("Agreement taken back"), onClose()) });
  return (
    <Form label="Take back" onSubmit={submit} refusal={op.error} fields={["reason"]}>
      <p className="muted">One that was fulfilled or broken off is not taken back: give it its last day instead.</p>
      <Field label="Why it should not be here" name="reason" value={reason} onChange={setReason} isRequired autoFocus />
      <DialogActions>
        <Button onPress={onClose}>Not now</Button>
        <Button type="submit" kind="stop" pending={op.isPending}>
          Take it back
        </Button>
      </DialogActions>
    </Form>
  );
}
