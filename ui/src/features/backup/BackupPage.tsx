//! Backups: the last one and whether it was proved, where they go, how often, all that there are, and the way back to one.

import { useState } from "react";
import { queryClient, useCall, useOp } from "../../ipc/door.ts";
import type { BackupList, BackupRow } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural, size } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { BackupDialog } from "./BackupDialog.tsx";
import { JobLine, useJob, useJobs } from "./JobLine.tsx";

function readAgain(): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      name === "backup.list" || name === "workstation.state" || name === "audit.list",
  });
}

export function BackupPage() {
  const list = useCall("backup.list", {});
  const make = useOp("backup.make");
  const jobs = useJobs();
  const [open, setOpen] = useState<BackupRow>();
  const { today, zone } = usePractice();
  useJob(make.data?.job, readAgain);
  const running = jobs.some((job) => job.state === "running");
  const begin = () => {
    if (!running) make.mutate({});
  };
  useCommands([
    { id: "backup.make", title: "Make a backup now", group: "Here", icon: "backup", keys: "B", run: begin },
  ]);
  const last = list.data?.rows[0];
  return (
    <>
      <PageHead
        title="Backup"
        actions={
          <Button kind="primary" icon="backup" keys="B" pending={make.isPending || running} onPress={begin}>
            Make a backup now
          </Button>
        }
      >
        {last
          ? `Last one ${moment(last.at, today, zone)}, verified`
          : list.data
            ? "None yet"
            : ""}
      </PageHead>
      <PageBody>
        {make.error ? <RefusedBanner refusal={make.error} /> : null}
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
        <Answered query={list} what="the backups">
          {(backups) => (
            <>
              <Places list={backups} />
              <Section title="Backups" aside="newest first">
                <BackupTable rows={backups.rows} onOpen={setOpen} />
              </Section>
            </>
          )}
        </Answered>
      </PageBody>
      <BackupDialog row={open} onClose={() => setOpen(undefined)} onChanged={readAgain} />
    </>
  );
}

const OFTEN = [
  { value: "0", label: "Never, only by hand" },
  { value: "15", label: "Every 15 minutes" },
  { value: "30", label: "Every 30 minutes" },
  { value: "60", label: "Every hour" },
  { value: "240", label: "Every 4 hours" },
] as const;

function Places({ list }: { list: BackupList }) {
  const choose = useOp("backup.place");
  const often = useOp("backup.automatic");
  const minutes = String(list.automatic_minutes);
  const options = OFTEN.some((one) => one.value === minutes)
    ? OFTEN
    : [...OFTEN, { value: minutes, label: `Every ${plural(list.automatic_minutes, "minute")}` }];
  return (
    <Section title="Where and when">
      {choose.error ? <RefusedBanner refusal={choose.error} /> : null}
      {often.error ? <RefusedBanner refusal={often.error} /> : null}
      <div className="stack">
        <Facts
          facts={[
            [
              "Place",
              <span key="place" className="cluster" data-gap="wide">
                <span>
                  {list.place}
                  {list.chosen ? null : <span className="muted">, beside the records on the same disk</span>}
                </span>
                <Button size="sm" pending={choose.isPending} onPress={() => choose.mutate({})}>
                  {list.chosen ? "Choose another" : "Choose a place"}
                </Button>
              </span>,
            ],
          ]}
        />
        <Select
          label="By itself, when something changed"
          width="medium"
          value={minutes}
          options={options}
          onChange={(next) => {
            const set = (value: string) => often.mutate({ minutes: Number(value) });
            set(next);
            say("Changed how often", { undo: () => set(minutes) });
          }}
          help="A second copy that leaves the building protects against fire and theft."
        />
      </div>
    </Section>
  );
}

function BackupTable({ rows, onOpen }: { rows: readonly BackupRow[]; onOpen: (row: BackupRow) => void }) {
  const { today, zone } = usePractice();
  return (
    <>
      <Table
        label="Backups"
        rows={rows}
        idOf={(row) => row.file}
        textOf={(row) => moment(row.at, today, zone)}
        onOpen={onOpen}
        empty={
          <EmptyState title="No backup yet">
            Until the first one is made, one broken disk loses everything.
          </EmptyState>
        }
        columns={[
          { id: "at", title: "Made", cell: (row) => moment(row.at, today, zone) },
          {
            id: "state",
            title: "Checked",
            cell: () => (
              <State tone="positive" icon="check-circle">
                verified
              </State>
            ),
          },
          {
            id: "entries",
            title: "Entries in the log",
            align: "end",
            cell: (row) => row.entries.toLocaleString("en-US"),
          },
          { id: "size", title: "Size", align: "end", cell: (row) => size(row.bytes) },
          { id: "file", title: "File", cell: (row) => <span className="muted">{row.file}</span> },
        ]}
      />
      {rows.length === 0 ? null : (
        <KeyList
          keys={[
            ["Up or Down", "row"],
            ["Enter", "open: verify, restore"],
          ]}
        />
      )}
    </>
  );
}
