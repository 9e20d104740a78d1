//! Notes that are not finished, the oldest first: one's own, and for who supervises or directs those of everybody. A draft of somebody else is a line without its text.

import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { UnsignedNote } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment, plural } from "../../lib/time.ts";
import { NoteStateBadge } from "./NoteState.tsx";
import { clientWords } from "./body.ts";
import styles from "./note.module.css";

export function UnsignedPage() {
  const list = useCall("note.unsigned", {});
  const [whose, setWhose] = useState<"all" | "mine">("all");
  const all = list.data?.rows ?? [];
  const overdue = all.filter((row) => row.note.overdue).length;
  return (
    <>
      <PageHead title="Unsigned notes">
        {list.data === undefined ? "" : `${plural(all.length, "note")}, ${String(overdue)} past their time, the oldest first`}
      </PageHead>
      <PageBody>
        <Answered query={list} what="the notes">
          {({ rows, more, everybody }) =>
            rows.length === 0 ? (
              <EmptyState title="Every note is signed">Drafts, returned notes and those that wait for a cosignature appear here by age.</EmptyState>
            ) : (
              <>
                {everybody ? (
                  <Segments
                    label="Whose"
                    labelShown={false}
                    value={whose}
                    options={[
                      { value: "all", label: "Everybody's" },
                      { value: "mine", label: "Mine" },
                    ]}
                    onChange={setWhose}
                  />
                ) : null}
                <Rows rows={whose === "all" ? rows : rows.filter((row) => row.mine)} />
                {more ? <p className="muted">These are the 500 oldest. The others follow when some of these are signed.</p> : null}
              </>
            )
          }
        </Answered>
      </PageBody>
    </>
  );
}

function Rows({ rows }: { rows: readonly UnsignedNote[] }) {
  const { today } = usePractice();
  const navigate = useNavigate();
  return (
    <Table
      label="Unsigned notes"
      rows={rows}
      idOf={(row) => row.note.id}
      textOf={(row) => clientWords(row.note.client)}
      onOpen={(row) => {
        if (row.may_open) void navigate({ to: "/note/$id", params: { id: row.note.id } });
      }}
      empty={<EmptyState title="None of yours">Yours are all signed.</EmptyState>}
      columns={[
        {
          id: "client",
          title: "Client",
          cell: (row) =>
            row.may_open ? (
              <Link to="/note/$id" params={{ id: row.note.id }}>
                {clientWords(row.note.client)}
              </Link>
            ) : (
              clientWords(row.note.client)
            ),
        },
        { id: "kind", title: "Note", cell: (row) => `${row.note.kind_label}, ${date(row.note.service_on, today)}` },
        { id: "author", title: "Author", cell: (row) => row.note.author },
        { id: "state", title: "State", cell: (row) => <NoteStateBadge state={row.note.state} /> },
        { id: "age", title: "Age", align: "end", cell: (row) => <span className={styles.nowrap}>{plural(row.age_days, "day")}</span> },
        { id: "due", title: "Due", cell: (row) => <Due row={row} /> },
      ]}
    />
  );
}

function Due({ row }: { row: UnsignedNote }) {
  const { today, zone } = usePractice();
  return (
    <State tone={row.note.overdue ? "caution" : "muted"} icon={row.note.overdue ? "clock" : "calendar"}>
      {row.note.overdue ? "Overdue since " : ""}
      {moment(row.note.due_at, today, zone)}
    </State>
  );
}
