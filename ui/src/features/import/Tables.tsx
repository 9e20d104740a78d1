//! The two tables of an import: counts by file, and the lines that cannot be taken.

import type { BadRow, FileCounts, ImportCounts } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Table } from "../../kit/Table/Table.tsx";

const count = (number: number) => (number === 0 ? <span className="muted">0</span> : number.toLocaleString("en-US"));

export function Counts({ counts, done }: { counts: ImportCounts; done: boolean }) {
  return (
    <Table<FileCounts>
      label="Lines by file"
      rows={counts.files}
      idOf={(row) => row.file}
      textOf={(row) => row.file}
      columns={[
        { id: "file", title: "File", cell: (row) => row.file },
        { id: "lines", title: "Lines", align: "end", cell: (row) => count(row.lines) },
        { id: "new", title: "New", align: "end", cell: (row) => count(row.new) },
        { id: "changed", title: "Changed", align: "end", cell: (row) => count(row.changed) },
        {
          id: "bad",
          title: done ? "Left out" : "Bad lines",
          align: "end",
          cell: (row) =>
            row.bad === 0 ? (
              count(0)
            ) : (
              <State tone="caution" icon="caution">
                {row.bad.toLocaleString("en-US")}
              </State>
            ),
        },
        { id: "same", title: "Here already", align: "end", cell: (row) => count(row.same) },
      ]}
    />
  );
}

export function BadRows({ counts }: { counts: ImportCounts }) {
  const unlisted = counts.bad_total - counts.bad_rows.length;
  return (
    <>
      <Table<BadRow>
        label="Lines that cannot be imported"
        rows={counts.bad_rows}
        idOf={(row) => `${row.file}:${row.line}`}
        textOf={(row) => `${row.file} ${row.line}`}
        columns={[
          { id: "file", title: "File", cell: (row) => row.file },
          { id: "line", title: "Line", align: "end", cell: (row) => row.line.toLocaleString("en-US") },
          { id: "reason", title: "What is wrong", cell: (row) => row.reason },
        ]}
      />
      {unlisted > 0 ? <p className="muted small">And {unlisted.toLocaleString("en-US")} more.</p> : null}
    </>
  );
}
