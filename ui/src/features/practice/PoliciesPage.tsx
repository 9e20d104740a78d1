//! Hours and rules: every number the program works by, with its source, whether that source was checked, since when it holds, and what it was before.

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import type { Policy } from "../../ipc/generated/calls.ts";
import { State, Tag } from "../../kit/Badge/Badge.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { PolicyForm } from "./PolicyForm.tsx";
import { SettingsPage } from "./SettingsPage.tsx";
import styles from "./Settings.module.css";
import { grouped } from "./policy.ts";

export function PoliciesPage() {
  const policies = useCall("policy.list", {});
  const { person } = usePractice();
  const [open, setOpen] = useState<string>();
  const shown = policies.data?.find((policy) => policy.key === open);
  return (
    <SettingsPage>
      <p className="muted prose small">
        These are defaults with a source, not legal advice. A change holds from the day you name; what was counted
        before stays as it was.
      </p>
      <Answered query={policies} what="the rules">
        {(all) => (
          <div className={styles.group}>
            {grouped(all).map(({ group, policies: of }) => (
              <Section key={group} title={group}>
                <PolicyTable label={group} policies={of} onOpen={(policy) => setOpen(policy.key)} />
              </Section>
            ))}
          </div>
        )}
      </Answered>
      <KeyList
        keys={[
          ["Up or Down", "rule"],
          ["Enter", "open"],
        ]}
      />
      <Dialog title={shown?.label ?? ""} isOpen={shown !== undefined} onClose={() => setOpen(undefined)} wide>
        {shown ? (
          <PolicyForm policy={shown} may={holds(person, "director")} onDone={() => setOpen(undefined)} />
        ) : null}
      </Dialog>
    </SettingsPage>
  );
}

function PolicyTable({
  label,
  policies,
  onOpen,
}: {
  label: string;
  policies: readonly Policy[];
  onOpen: (policy: Policy) => void;
}) {
  const { today } = usePractice();
  return (
    <Table
      label={label}
      rows={policies}
      idOf={(policy) => policy.key}
      textOf={(policy) => policy.label}
      onOpen={onOpen}
      fixed
      columns={[
        { id: "label", title: "Rule", cell: (policy) => policy.label },
        {
          id: "value",
          title: "Value",
          align: "end",
          width: "m",
          cell: (policy) => (
            <span className={policy.value === policy.default ? undefined : styles.value}>
              {policy.value === policy.default ? null : <Tag>changed</Tag>} {policy.value} {policy.unit}
              {policy.payers.length === 0 ? null : <span className="muted small">{` +${plural(policy.payers.length, "payer")}`}</span>}
            </span>
          ),
        },
        {
          id: "default",
          title: "Default",
          align: "end",
          width: "s",
          cell: (policy) => <span className="muted">{`${policy.default} ${policy.unit}`}</span>,
        },
        { id: "since", title: "Holds since", width: "s", cell: (policy) => (policy.effective_on === undefined ? <span className="muted">the start</span> : date(policy.effective_on, today)) },
        { id: "source", title: "Source", width: "l", cell: (policy) => <Source policy={policy} /> },
      ]}
    />
  );
}

function Source({ policy }: { policy: Policy }) {
  return (
    <State tone={policy.verified ? "positive" : "muted"} icon={policy.verified ? "check-circle" : "not-collected"}>
      {policy.source} <span className="muted small">{policy.verified ? "verified" : "not verified"}</span>
    </State>
  );
}
