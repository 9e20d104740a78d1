//! What a file would do: to each test, by each line; and the files that came in before.

import { Link, useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { ResultLine, ResultTest } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { LABORATORY, READINGS } from "../drug_test/words.ts";
import { lookFirst, testWords } from "./words.ts";

export function Tests({ tests }: { tests: readonly ResultTest[] }) {
  const { today } = usePractice();
  const navigate = useNavigate();
  return (
    <Table
      label="What would be written"
      rows={tests}
      idOf={(row) => row.id}
      textOf={(row) => row.client_name}
      onOpen={(row) => void navigate({ to: "/tests/$id", params: { id: row.id } })}
      empty={<p className="muted">Nothing: no line of this file can be taken.</p>}
      columns={[
        {
          id: "number",
          title: "Test",
          cell: (row) => (
            <Link to="/tests/$id" params={{ id: row.id }}>
              {row.number}
            </Link>
          ),
        },
        { id: "client", title: "Client", cell: (row) => row.client_name },
        { id: "on", title: "Collected", cell: (row) => date(row.on, today) },
        {
          id: "result",
          title: "Laboratory",
          cell: (row) =>
            row.result === undefined ? <span className="muted">no word for the whole yet</span> : LABORATORY[row.result],
        },
        { id: "detected", title: "Confirmed", cell: (row) => row.detected.join(", ") || <span className="muted">–</span> },
        { id: "pending", title: "Pending", cell: (row) => row.pending.join(", ") || <span className="muted">–</span> },
        { id: "what", title: "Written as", cell: (row) => <span className="muted">{testWords(row)}</span> },
      ]}
    />
  );
}

export function Lines({ lines }: { lines: readonly ResultLine[] }) {
  return (
    <Table
      label="Lines of the file"
      rows={lookFirst(lines)}
      idOf={(row) => String(row.line)}
      textOf={(row) => row.analyte}
      columns={[
        { id: "line", title: "Line", cell: (row) => String(row.line) },
        { id: "specimen", title: "Specimen", cell: (row) => <span className="nowrap">{row.specimen || "–"}</span> },
        { id: "analyte", title: "Substance", cell: (row) => row.analyte || <span className="muted">–</span> },
        {
          id: "result",
          title: "Would say",
          cell: (row) =>
            row.result === undefined ? (
              <span className="muted">–</span>
            ) : (
              <>
                {`${READINGS[row.result]}${row.phase === "screen" ? " (presumptive)" : ""}${row.reported === "" ? "" : `, ${row.reported}`}`}
                {row.note === "" ? null : <p className="muted small">{row.note}</p>}
              </>
            ),
        },
        {
          id: "state",
          title: "Taken",
          cell: (row) =>
            row.why === undefined ? (
              <State tone="positive" icon="check">
                Yes
              </State>
            ) : (
              <State tone="caution" icon="caution">
                {row.reason}
              </State>
            ),
        },
      ]}
    />
  );
}

export function Files() {
  const { today, zone } = usePractice();
  const files = useCall("result_file.files", {});
  if (files.data === undefined || files.data.length === 0) return null;
  return (
    <Section title="Files that were taken">
      <Table
        label="Files that were taken"
        rows={files.data}
        idOf={(row) => row.id}
        textOf={(row) => row.laboratory}
        columns={[
          { id: "at", title: "Taken", cell: (row) => moment(row.at, today, zone) },
          { id: "by", title: "By", cell: (row) => row.by },
          { id: "laboratory", title: "Laboratory", cell: (row) => row.laboratory },
          { id: "tests", title: "Reports", align: "end", cell: (row) => String(row.tests) },
          { id: "left", title: "Lines left out", align: "end", cell: (row) => String(row.left_out) },
          { id: "digest", title: "SHA-256 begins with", cell: (row) => <code>{row.digest.slice(0, 12)}</code> },
        ]}
      />
    </Section>
  );
}
