//! The release desk: what is owed to somebody outside, the nearest first, and what covers it or is missing. Nothing is sent from here; what was told
//! is made, sent by a person, and recorded.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { OwedRelease, OwedReleases } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { plural } from "../../lib/time.ts";
import { ReleaseDialog } from "./ReleaseDialog.tsx";
import { dueAt, readiness } from "./words.ts";
import type { Readiness } from "./words.ts";

const READY: Record<Readiness, { words: string; icon: IconName; tone: Tone }> = {
  blocked: { words: "Blocked", icon: "stop", tone: "caution" },
  made: { words: "Made, not sent", icon: "paper", tone: "info" },
  ready: { words: "Consent in order", icon: "check-circle", tone: "positive" },
};

export function ReleasesPage() {
  const owed = useCall("disclosure.owed", {});
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const rows = owed.data?.rows ?? [];
  const blocked = rows.filter((row) => row.basis === undefined).length;
  const row = rows.find((one) => one.key === asked);
  return (
    <>
      <PageHead title="Release desk">
        {rows.length === 0 ? "Nothing is sent from here by itself" : `${plural(rows.length, "release")} owed${blocked === 0 ? "" : `, ${String(blocked)} blocked`} · nothing is sent from here by itself`}
      </PageHead>
      <PageBody>
        <Answered query={owed} what="what is owed">{(all) => <Owed all={all} onOpen={(one) => setAsked(one.key)} />}</Answered>
        {row === undefined || owed.data === undefined ? null : <ReleaseDialog row={row} all={owed.data} onClose={() => setAsked(undefined)} />}
      </PageBody>
    </>
  );
}

function Owed({ all, onOpen }: { all: OwedReleases; onOpen: (row: OwedRelease) => void }) {
  const { today, zone } = usePractice();
  if (all.rows.length === 0) {
    return (
      <EmptyState title="Nothing is owed to anybody outside">
        Notices that follow on a test, and reports of agreements from two weeks before their day, stand here with the consent that covers them.
      </EmptyState>
    );
  }
  return (
    <>
      <Table
        label="Owed to somebody outside"
        rows={all.rows}
        idOf={(row) => row.key}
        textOf={(row) => `${row.recipient} ${row.client_name}`}
        onOpen={onOpen}
        columns={[
          { id: "to", title: "To", cell: (row) => <span className="strong">{row.recipient}</span> },
          { id: "what", title: "What", cell: (row) => <span className="nowrap">{row.what}</span> },
          { id: "ready", title: "Consent", cell: (row) => <Ready row={row} /> },
          {
            id: "due",
            title: "Due",
            cell: (row) => (
              <span className="nowrap">
                {row.overdue ? (
                  <State tone="caution" icon="late">
                    {dueAt(row, today, zone)}
                  </State>
                ) : (
                  dueAt(row, today, zone)
                )}
              </span>
            ),
          },
          {
            id: "client",
            title: "Of",
            cell: (row) => (
              <Link to="/client/$id/{-$tab}" params={{ id: row.client, tab: "plan" }}>
                {row.client_name}
              </Link>
            ),
          },
        ]}
      />
      <KeyList
        keys={[
          ["Letters", "recipient"],
          ["Enter", "make, send, record"],
        ]}
      />
    </>
  );
}

function Ready({ row }: { row: OwedRelease }) {
  const look = READY[readiness(row)];
  return (
    <>
      <State tone={look.tone} icon={look.icon}>
        {look.words}
      </State>
      {row.lacking_words === "" ? null : <div className="muted small">{row.lacking_words}</div>}
    </>
  );
}
