//! The log: who did what to what, newest first, a page at a time, and the proof that nothing in it was changed or taken out.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { AuditPlace, AuditRow } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { date, localDate, timeToSecond } from "../../lib/time.ts";
import { JobLine, useJob } from "../backup/JobLine.tsx";
import { useCommands } from "../palette/commands.ts";
import { Signatures } from "./Signatures.tsx";

const PAGE = 100;

export function AuditPage() {
  const { person } = usePractice();
  const [before, setBefore] = useState<readonly AuditPlace[]>([]);
  const at = before.at(-1);
  const list = useCall("audit.list", at === undefined ? { limit: PAGE } : { before: at, limit: PAGE }, {
    keep: true,
  });
  const verify = useOp("audit.verify");
  const job = useJob(verify.data?.job);
  const whole = holds(person, "director", "privacy_officer", "auditor");
  const verifies = holds(person, "privacy_officer");
  const check = () => verify.mutate({});
  const [looking, setLooking] = useState(false);
  const look = () => setLooking(true);
  useCommands(
    verifies
      ? [
          { id: "audit.verify", title: "Verify the log", group: "Here", icon: "check", keys: "V", run: check },
          { id: "audit.signatures", title: "Verify what was signed", group: "Here", icon: "sealed", keys: "S", run: look },
        ]
      : [],
  );
  return (
    <>
      <PageHead
        title="Log"
        actions={
          verifies ? (
            <>
              <Button icon="sealed" keys="S" onPress={look}>
                Verify what was signed
              </Button>
              <Button icon="check" keys="V" pending={verify.isPending || job?.state === "running"} onPress={check}>
                Verify the log
              </Button>
            </>
          ) : null
        }
      >
        {whole
          ? "Everything that was opened, changed, printed or let out, newest first"
          : "What you did yourself, newest first"}
      </PageHead>
      <PageBody>
        {verify.error ? <RefusedBanner refusal={verify.error} /> : null}
        {job ? <JobLine job={job} /> : null}
        {looking ? <Signatures /> : null}
        <Answered query={list} what="the log">
          {({ rows, next }) => (
            <>
              <AuditTable rows={rows} />
              <div className="cluster">
                <Button
                  icon="up-arrow"
                  why={at === undefined ? "This is the newest page." : undefined}
                  whyShown="elsewhere"
                  onPress={() => setBefore(before.slice(0, -1))}
                >
                  Newer
                </Button>
                <Button
                  icon="down-arrow"
                  why={next === undefined ? "This is the oldest page." : undefined}
                  whyShown="elsewhere"
                  onPress={() => (next === undefined ? undefined : setBefore([...before, next]))}
                >
                  Older
                </Button>
              </div>
            </>
          )}
        </Answered>
      </PageBody>
    </>
  );
}

function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const { today, zone } = usePractice();
  return (
    <Table
      label="Log"
      rows={rows}
      idOf={(row) => String(row.seq)}
      textOf={(row) => `${row.label} ${row.who}`}
      empty={<EmptyState title="Nothing is logged yet" />}
      columns={[
        { id: "label", title: "What", cell: (row) => row.label },
        { id: "object", title: "Of", cell: (row) => row.object ?? <span className="muted">the practice</span> },
        { id: "who", title: "Who", cell: (row) => row.who },
        { id: "role", title: "As", cell: (row) => <span className="muted">{row.role.replaceAll("_", " ")}</span> },
        {
          id: "at",
          title: "When",
          cell: (row) => (
            <span className="nowrap">{`${date(localDate(row.at, zone), today)}, ${timeToSecond(row.at, zone)}`}</span>
          ),
        },
        { id: "seq", title: "No.", align: "end", cell: (row) => row.seq.toLocaleString("en-US") },
      ]}
    />
  );
}
