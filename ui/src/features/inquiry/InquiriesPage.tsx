//! Inquiries: who waits for whose step, the most urgent and then the longest first; and how far those of the last 90 days came.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { InquiryRow, Reached } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Name } from "../../kit/Name/Name.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { InquiryDialog } from "./InquiryDialog.tsx";
import { URGENCIES, age, ageTone, callerWords, stateIcon } from "./inquiry.ts";
import styles from "./Inquiry.module.css";

type Which = "open" | "over";

export function InquiriesPage() {
  const [which, setWhich] = useState<Which>("open");
  const [open, setOpen] = useState<string>();
  const list = useCall("inquiry.list", { over: which === "over" }, { keep: true });
  const { person, today } = usePractice();
  const navigate = useNavigate();
  const may = holds(person, "counselor", "director", "front_desk");
  const add = () => void navigate({ to: "/inquiries/new" });
  useCommands(
    may ? [{ id: "inquiry.add", title: "Take an inquiry", group: "Here", icon: "plus", keys: "N", run: add }] : [],
  );
  const row = list.data?.rows.find((one) => one.id === open);
  return (
    <>
      <PageHead
        title="Inquiries"
        actions={
          may ? (
            <Button icon="plus" keys="N" onPress={add}>
              Take an inquiry
            </Button>
          ) : null
        }
      >
        {list.data === undefined ? "" : `Since ${date(list.data.since, today)}: ${far(list.data.reached)}`}
      </PageHead>
      <PageBody>
        <Segments<Which>
          label="Which inquiries"
          labelShown={false}
          value={which}
          onChange={setWhich}
          options={[
            { value: "open", label: "Waiting for a step" },
            { value: "over", label: "Over" },
          ]}
        />
        <Answered query={list} what="the inquiries">
          {(answer) => <Rows rows={answer.rows} which={which} onOpen={(one) => setOpen(one.id)} onAdd={may ? add : undefined} />}
        </Answered>
        <KeyList
          keys={[
            ["Up or Down", "row"],
            ["Enter", "open, and take the next step"],
          ]}
        />
      </PageBody>
      {row ? <InquiryDialog row={row} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

const COUNTED: ReadonlySet<Reached["state"]> = new Set(["asked", "assessed", "admitted", "referred_out", "declined"]);

/** "14 inquiries, 9 assessed, 6 admitted, 2 referred out, 1 declined". */
function far(reached: readonly Reached[]): string {
  return reached
    .filter((one) => COUNTED.has(one.state))
    .map((one) =>
      one.state === "asked"
        ? `${String(one.count)} ${one.count === 1 ? "inquiry" : "inquiries"}`
        : `${String(one.count)} ${one.label.toLowerCase()}`,
    )
    .join(", ");
}

interface RowsProps {
  rows: readonly InquiryRow[];
  which: Which;
  onOpen: (row: InquiryRow) => void;
  onAdd: (() => void) | undefined;
}

function Rows({ rows, which, onOpen, onAdd }: RowsProps) {
  const { today } = usePractice();
  return (
    <Table
      label="Inquiries"
      rows={rows}
      idOf={(row) => row.id}
      textOf={(row) => `${row.family_name} ${row.given_name}`}
      onOpen={onOpen}
      empty={
        <EmptyState
          title={which === "open" ? "Nobody waits for a step" : "No inquiry is over yet"}
          action={which === "open" && onAdd ? <Button onPress={onAdd}>Take an inquiry</Button> : null}
        >
          An inquiry begins with a call and ends in an admission, on the waitlist, or with somebody else.
        </EmptyState>
      }
      columns={[
        {
          id: "name",
          title: "Name",
          cell: (row) => (
            <span className={styles.who}>
              <Name family={row.family_name} given={row.given_name} />
              <span className={styles.profession}>{row.profession}</span>
            </span>
          ),
        },
        {
          id: "state",
          title: "Stands at",
          cell: (row) => (
            <span className="nowrap">
              <State tone={row.state === "admitted" ? "positive" : "muted"} icon={stateIcon(row.state)}>
                {row.state_label}
              </State>
            </span>
          ),
        },
        { id: "age", title: "For", cell: (row) => <Age row={row} /> },
        {
          id: "soon",
          title: "How soon",
          cell: (row) =>
            row.urgency === "routine" ? (
              <span className="muted">routine</span>
            ) : (
              <State tone="caution" icon="clock">
                {URGENCIES[row.urgency].toLowerCase()}
              </State>
            ),
        },
        { id: "caller", title: "Who called", cell: (row) => callerWords(row) },
        {
          id: "again",
          title: "Call again",
          cell: (row) =>
            row.follow_up_on === undefined ? "" : (
              <span className={row.follow_up_on <= today ? "strong" : ""}>{date(row.follow_up_on, today)}</span>
            ),
        },
        {
          id: "about",
          title: which === "over" ? "Why" : "What they asked",
          cell: (row) => <span className={styles.about}>{which === "over" ? row.reason : row.about}</span>,
        },
      ]}
    />
  );
}

function Age({ row }: { row: InquiryRow }) {
  const tone = row.next.some((step) => step.to === "asked") || row.state === "admitted" ? undefined : ageTone(row.days, row.urgency);
  return tone === undefined ? (
    <span className="nowrap">{age(row.days)}</span>
  ) : (
    <span className="nowrap">
      <State tone={tone} icon="clock">
        {age(row.days)}
      </State>
    </span>
  );
}
