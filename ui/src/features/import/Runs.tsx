//! Imports of the past: when, by whom, and what was left out.

import { useCall } from "../../ipc/door.ts";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";

export function Runs() {
  const runs = useCall("import.runs", {});
  const { today, zone } = usePractice();
  if (!runs.data || runs.data.length === 0) return null;
  return (
    <Section title="Earlier imports" aside="newest first">
      <Table
        label="Earlier imports"
        rows={runs.data}
        idOf={(row) => row.id}
        textOf={(row) => moment(row.at, today, zone)}
        columns={[
          { id: "at", title: "When", cell: (row) => moment(row.at, today, zone) },
          { id: "by", title: "By", cell: (row) => row.by },
          { id: "files", title: "Files", align: "end", cell: (row) => row.files },
          { id: "new", title: "New", align: "end", cell: (row) => row.new.toLocaleString("en-US") },
          { id: "changed", title: "Changed", align: "end", cell: (row) => row.changed.toLocaleString("en-US") },
          { id: "left_out", title: "Left out", align: "end", cell: (row) => row.left_out.toLocaleString("en-US") },
        ]}
      />
    </Section>
  );
}
