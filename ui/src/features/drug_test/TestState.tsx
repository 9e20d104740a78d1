//! Where a test stands, as icon and word; and a list of tests.

import type { TestClass, TestRow, Validity } from "../../ipc/generated/calls.ts";
import { Badge, State } from "../../kit/Badge/Badge.tsx";
import type { Column } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, time } from "../../lib/time.ts";
import { CLASSES, REASONS, SPECIMENS, VALIDITIES } from "./words.ts";

export function TestState({ of }: { of: TestClass }) {
  const look = CLASSES[of];
  return (
    <span className="nowrap">
      <State tone={look.tone} icon={look.icon}>
        {look.words}
      </State>
    </span>
  );
}

/** With an edge: dashed while presumptive, solid when final. */
export function TestBadge({ of }: { of: TestClass }) {
  switch (of) {
    case "presumptive":
      return <Badge state="presumptive">Presumptive</Badge>;
    case "expected":
      return <Badge state="expected">Expected</Badge>;
    case "unexpected":
      return <Badge state="unexpected">Unexpected</Badge>;
    case "confirmed":
      return <Badge state="awaiting">Laboratory answered</Badge>;
    default:
      return <TestState of={of} />;
  }
}

export function ValidityState({ of }: { of: Validity }) {
  const look = VALIDITIES[of];
  return (
    <State tone={look.tone} icon={look.icon}>
      {look.words}
    </State>
  );
}

/** The columns of a list of tests; the client's name only where the list has several. */
export function useTestColumns(shown: { client: boolean; day: boolean }): [Column<TestRow>, ...Column<TestRow>[]] {
  const { today, zone } = usePractice();
  const when: Column<TestRow> = {
    id: "on",
    title: shown.day ? "Date" : "Time",
    cell: (row) => {
      const clock = row.collected_at === undefined ? undefined : time(row.collected_at, zone);
      if (shown.day) return <span className="nowrap">{date(row.on, today)}</span>;
      if (clock !== undefined) return <span className="nowrap">{clock}</span>;
      return <span className="muted">{row.class === "ordered" ? "not yet" : "–"}</span>;
    },
  };
  const rest: Column<TestRow>[] = [
    { id: "class", title: "State", cell: (row) => <TestState of={row.class} /> },
    {
      id: "detected",
      title: "Detected",
      cell: (row) =>
        row.detected.length === 0 ? <span className="muted">–</span> : <span>{row.detected.join(", ")}</span>,
    },
    {
      id: "validity",
      title: "Specimen",
      cell: (row) =>
        row.validity === undefined ? (
          <span className="muted">{SPECIMENS[row.specimen]}</span>
        ) : (
          <ValidityState of={row.validity} />
        ),
    },
    { id: "reason", title: "Reason", cell: (row) => REASONS[row.reason] },
    { id: "number", title: "No.", cell: (row) => <span className="nowrap">{row.number}</span> },
  ];
  if (!shown.client) return [when, ...rest];
  return [{ id: "client", title: "Client", cell: (row) => row.client_name }, when, ...rest];
}
