//! A chart's notes, the newest first, and the way to a new one.

import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { NoteKind, NotePlace, NoteRow } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { State } from "../../kit/Badge/Badge.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { date, localDate, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { NoteStateBadge } from "./NoteState.tsx";
import { inOneLine, wallTime } from "./body.ts";
import styles from "./note.module.css";

/** How long a contact takes that no session stands for. */
const USUAL_MINUTES = 15;

export function NotesTab({ client }: { client: string }) {
  const { person } = usePractice();
  const [pages, setPages] = useState<readonly (NotePlace | undefined)[]>([undefined]);
  const [adding, setAdding] = useState(false);
  const writes = holds(person, "counselor");
  useCommands(
    writes
      ? [{ id: "note.new", title: "Write a note", group: "Here", icon: "plus", keys: "N", run: () => setAdding(true) }]
      : [],
  );
  return (
    <Section
      title="Notes"
      aside="the newest first"
      action={
        writes ? (
          <Button size="sm" icon="plus" keys="N" onPress={() => setAdding(true)}>
            Write a note
          </Button>
        ) : null
      }
    >
      <div className={styles.list}>
        {pages.map((before, index) => (
          <Page
            key={before?.id ?? "first"}
            client={client}
            before={before}
            onMore={
              index === pages.length - 1 ? (next) => setPages((known) => [...known, next]) : undefined
            }
          />
        ))}
      </div>
      <Dialog title="Write a note" isOpen={adding} onClose={() => setAdding(false)}>
        <NewNote client={client} onCancel={() => setAdding(false)} />
      </Dialog>
    </Section>
  );
}

interface PageProps {
  client: string;
  before: NotePlace | undefined;
  onMore: ((next: NotePlace) => void) | undefined;
}

function Page({ client, before, onMore }: PageProps) {
  const page = useCall("note.chart", { client, ...(before === undefined ? {} : { before }) });
  return (
    <Answered query={page} what="the notes">
      {({ rows, next }) => (
        <>
          {rows.length === 0 && before === undefined ? (
            <EmptyState title="No notes yet">Notes of sessions and contacts appear here once they are written.</EmptyState>
          ) : null}
          {rows.map((row) => (
            <Entry key={row.id} row={row} />
          ))}
          {next && onMore ? (
            <div>
              <Button onPress={() => onMore(next)}>Earlier notes</Button>
            </div>
          ) : null}
        </>
      )}
    </Answered>
  );
}

function Entry({ row }: { row: NoteRow }) {
  const { today } = usePractice();
  return (
    <article className={styles.entry}>
      <header>
        <Link to="/note/$id" params={{ id: row.id }}>
          {row.kind_label}, {date(row.service_on, today)}
        </Link>
        <NoteStateBadge state={row.state} />
        {row.late_entry ? (
          <State tone="caution" icon="late">
            Late entry
          </State>
        ) : null}
        <span className="muted small">
          {row.author}
          {row.minutes > 0 ? `, ${String(row.minutes)} min` : ""}
          {row.addenda > 0 ? `, ${plural(row.addenda, "addendum", "addenda")}` : ""}
        </span>
      </header>
      {row.text === "" ? null : <p className={styles.two}>{inOneLine(row.text)}</p>}
    </article>
  );
}

function NewNote({ client, onCancel }: { client: string; onCancel: () => void }) {
  const { today, zone, practice } = usePractice();
  const navigate = useNavigate();
  const templates = useCall("note.templates", {});
  const start = useOp("note.start");
  const [kind, setKind] = useState<NoteKind>("collateral");
  // What is noted now has just ended.
  const began = (practice?.now ?? 0) - USUAL_MINUTES * 60_000;
  const [on, setOn] = useState(practice === undefined ? today : localDate(began, zone));
  const [starts, setStarts] = useState(wallTime(began, zone));
  const [minutes, setMinutes] = useState(String(USUAL_MINUTES));
  return (
    <Form
      label="Write a note"
      fields={["kind", "on", "starts", "minutes"]}
      refusal={start.error}
      onSubmit={() =>
        start.mutate(
          { client, kind, service: { on, starts, minutes: /^\d+$/.test(minutes) ? Number(minutes) : -1 } },
          { onSuccess: ({ id }) => void navigate({ to: "/note/$id", params: { id } }) },
        )
      }
    >
      <p className="muted">The note of a planned session begins from the session, in My day or Tonight.</p>
      <Select
        label="What about"
        name="kind"
        value={kind}
        options={(templates.data?.kinds ?? []).map(({ word, label }) => ({ value: word, label }))}
        onChange={setKind}
      />
      <FieldRow>
        <DateField label="On" name="on" value={on} onChange={setOn} />
        <Field label="From" name="starts" width="short" help="As 08:05" value={starts} onChange={setStarts} />
        <Field label="For" name="minutes" width="short" unit="min" value={minutes} onChange={setMinutes} />
      </FieldRow>
      <DialogActions>
        <Button onPress={onCancel}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={start.isPending}>
          Begin
        </Button>
      </DialogActions>
    </Form>
  );
}
