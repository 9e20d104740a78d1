//! The substances of a version, and what differs between two versions.

import type { PanelDifference, SheetAnalyte } from "../../ipc/generated/calls.ts";
import { Table } from "../../kit/Table/Table.tsx";
import { CHANGES, cutoff } from "./words.ts";
import styles from "./Panel.module.css";

export function AnalyteTable({ analytes }: { analytes: readonly SheetAnalyte[] }) {
  return (
    <Table
      label="Substances"
      rows={analytes}
      idOf={(row) => row.key}
      textOf={(row) => row.name}
      columns={[
        {
          id: "name",
          title: "Substance",
          cell: (row) => (
            <>
              {row.name}
              {row.note === "" ? null : <span className={styles.note}>{row.note}</span>}
            </>
          ),
        },
        { id: "class", title: "Class", cell: (row) => <span className="muted">{row.drug_class.replaceAll("_", " ")}</span> },
        { id: "initial", title: "Screen", align: "end", cell: (row) => <Cutoff value={row.initial} unit={row.unit} /> },
        { id: "confirm", title: "Confirmation", align: "end", cell: (row) => <Cutoff value={row.confirm} unit={row.unit} /> },
        { id: "detection", title: "Found for", cell: (row) => row.detection || <span className="muted">not given</span> },
        {
          id: "source",
          title: "Basis",
          cell: (row) => (row.verified ? "rule" : <span className="muted">typical</span>),
        },
      ]}
    />
  );
}

function Cutoff({ value, unit }: { value: string; unit: string }) {
  return <span className={value === "" ? "muted nowrap" : "nowrap"}>{cutoff(value, unit)}</span>;
}

export function DifferenceTable({ lines }: { lines: readonly PanelDifference[] }) {
  return (
    <Table
      label="What changed"
      rows={lines.map((line, place) => ({ ...line, place: String(place) }))}
      idOf={(row) => row.place}
      textOf={(row) => row.analyte}
      columns={[
        { id: "analyte", title: "Substance", cell: (row) => row.analyte },
        { id: "what", title: "What", cell: (row) => (row.what === "" ? CHANGES[row.change] : row.what) },
        { id: "before", title: "Before", cell: (row) => row.before || <span className="muted">–</span> },
        { id: "after", title: "After", cell: (row) => row.after || <span className="muted">–</span> },
      ]}
    />
  );
}
