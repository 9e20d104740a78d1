//! The consents of a client, each with its state of today. A consent is revoked or taken back, never changed.

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import type { ConsentList, ConsentRow } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { PrintConsentDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import { AddConsentDialog, ConsentDialog } from "./ConsentDialogs.tsx";
import { CONSENT_STATES, CONSENT_SUMMARIES } from "./words.ts";
import styles from "./Consent.module.css";

export function ConsentTab({ client }: { client: string }) {
  const consents = useCall("consent.list", { client });
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | undefined>(undefined);
  const may = consents.data?.may_obtain === true;
  useCommands(
    may
      ? [
          {
            id: "consent.add",
            title: "Add a consent",
            group: "Here",
            icon: "plus",
            keys: "C",
            run: () => setAdding(true),
          },
        ]
      : [],
  );
  const [printing, setPrinting] = useState<string | undefined>(undefined);
  const row = consents.data?.rows.find((one) => one.id === open);
  return (
    <>
      <Answered query={consents} what="the consents">
        {(list) => (
          <Section
            title="Consents"
            aside={<SummaryState list={list} />}
            action={
              may ? (
                <Button size="sm" icon="plus" keys="C" onPress={() => setAdding(true)}>
                  Add a consent
                </Button>
              ) : null
            }
          >
            <Consents rows={list.rows} onOpen={(one) => setOpen(one.id)} />
          </Section>
        )}
      </Answered>
      {adding ? <AddConsentDialog client={client} onClose={() => setAdding(false)} /> : null}
      {row ? (
        <ConsentDialog
          consent={row}
          mayChange={may}
          onClose={() => setOpen(undefined)}
          onPrint={() => (setPrinting(row.id), setOpen(undefined))}
        />
      ) : null}
      {printing === undefined ? null : <PrintConsentDialog id={printing} onClose={() => setPrinting(undefined)} />}
    </>
  );
}

function SummaryState({ list }: { list: ConsentList }) {
  const look = CONSENT_SUMMARIES[list.summary];
  return (
    <State tone={look.tone} icon={look.icon}>
      {look.words}
    </State>
  );
}

function Consents({
  rows,
  onOpen,
}: {
  rows: readonly ConsentRow[];
  onOpen: (row: ConsentRow) => void;
}) {
  const { today } = usePractice();
  return (
    <Table
      label="Consents"
      rows={rows}
      idOf={(row) => row.id}
      textOf={(row) => `${row.kind_words} ${row.recipient}`}
      onOpen={onOpen}
      empty={
        <EmptyState title="No consent yet">
          Nothing may be told to anybody outside the program until the client signs for it.
        </EmptyState>
      }
      columns={[
        {
          id: "kind",
          title: "Consent",
          cell: (row) => (row.recipient === "" ? row.kind_words : `${row.kind_words}: ${row.recipient}`),
        },
        {
          id: "state",
          title: "State",
          cell: (row) => {
            const look = CONSENT_STATES[row.state];
            return (
              <span className="nowrap">
                <State tone={look.tone} icon={look.icon}>
                  {look.words}
                </State>
              </span>
            );
          },
        },
        { id: "scope", title: "May be told", cell: (row) => <div className={styles.scope}>{row.scope}</div> },
        { id: "signed", title: "Signed", cell: (row) => <span className="nowrap">{date(row.signed_on, today)}</span> },
        { id: "ends", title: "Ends", cell: (row) => <Ends row={row} today={today} /> },
      ]}
    />
  );
}

function Ends({ row, today }: { row: ConsentRow; today: string }) {
  if (row.revoked_on !== undefined) return <span className="nowrap">revoked {date(row.revoked_on, today)}</span>;
  if (row.expires_on !== undefined) return <span className="nowrap">{date(row.expires_on, today)}</span>;
  return row.expires_event === "" ? <span className="muted">no end</span> : row.expires_event;
}
