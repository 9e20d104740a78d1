//! Topics of the curricula that a client missed and has heard nowhere since.

import { useCall } from "../../ipc/door.ts";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";

export function MissedTopics({ client }: { client: string }) {
  const { today } = usePractice();
  const missed = useCall("attendance.missed_topics", { client });
  if (missed.data === undefined || missed.data.length === 0) return null;
  return (
    <Section title="Topics missed" aside="heard nowhere since">
      <Table
        label="Topics missed"
        rows={missed.data}
        idOf={(row) => row.lesson}
        textOf={(row) => row.topic}
        columns={[
          { id: "topic", title: "Topic", cell: (row) => `${String(row.number)}. ${row.topic}` },
          { id: "curriculum", title: "Curriculum", cell: (row) => row.curriculum },
          { id: "group", title: "Group", cell: (row) => row.group },
          { id: "on", title: "Missed", cell: (row) => date(row.on_date, today) },
        ]}
      />
    </Section>
  );
}
