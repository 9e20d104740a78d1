//! The staff: who works here, as what, and whose credential runs out.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { StaffRow } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { ExpiryState } from "./ExpiryState.tsx";
import { mostUrgent } from "./credential.ts";
import { roleWords } from "./roles.ts";

type Shown = "active" | "former";

export function StaffPage() {
  const staff = useCall("staff.list", {});
  const { person } = usePractice();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>("active");
  const may = holds(person, "director");
  const add = () => void navigate({ to: "/staff/new" });
  useCommands(
    may
      ? [{ id: "staff.add", title: "Add a person to the staff", group: "Here", icon: "plus", keys: "N", run: add }]
      : [],
  );
  const count = staff.data?.filter((row) => row.active).length;
  return (
    <>
      <PageHead
        title="Staff"
        actions={
          may ? (
            <Button icon="plus" keys="N" onPress={add}>
              Add a person
            </Button>
          ) : null
        }
      >
        {count === undefined ? "" : `${plural(count, "person", "people")} at work`}
      </PageHead>
      <PageBody>
        <Answered query={staff} what="the staff">
          {(rows) => (
            <>
              {rows.some((row) => !row.active) ? (
                <Segments
                  label="Which staff"
                  labelShown={false}
                  value={shown}
                  onChange={setShown}
                  options={[
                    { value: "active", label: "At work" },
                    { value: "former", label: "Deactivated" },
                  ]}
                />
              ) : null}
              <StaffTable
                rows={rows.filter((row) => row.active === (shown === "active"))}
                onOpen={(row) => void navigate({ to: "/staff/$id", params: { id: row.id } })}
              />
              <KeyList
                keys={[
                  ["Up or Down", "row"],
                  ["Enter", "open"],
                ]}
              />
            </>
          )}
        </Answered>
      </PageBody>
    </>
  );
}

function StaffTable({ rows, onOpen }: { rows: readonly StaffRow[]; onOpen: (row: StaffRow) => void }) {
  const { today, zone } = usePractice();
  return (
    <Table
      label="Staff"
      rows={rows}
      idOf={(row) => row.id}
      textOf={(row) => `${row.family_name} ${row.given_name}`}
      onOpen={onOpen}
      columns={[
        { id: "name", title: "Name", cell: (row) => (row.self ? `${row.name} (you)` : row.name) },
        { id: "roles", title: "Roles", cell: (row) => roleWords(row.roles) },
        {
          id: "credential",
          title: "Credential",
          cell: (row) => {
            const urgent = mostUrgent(row, today);
            return urgent ? (
              <ExpiryState credential={urgent.credential} expiry={urgent.expiry} />
            ) : (
              <span className="muted">not recorded</span>
            );
          },
        },
        {
          id: "supervisor",
          title: "Supervisor",
          cell: (row) => row.supervisor?.name ?? <span className="muted">none</span>,
        },
        { id: "seen", title: "Last signed in", cell: (row) => <LastSeen row={row} today={today} zone={zone} /> },
      ]}
    />
  );
}

function LastSeen({ row, today, zone }: { row: StaffRow; today: string; zone: string | undefined }) {
  if (row.must_renew) {
    return (
      <State tone="muted" icon="awaiting">
        has a temporary passphrase
      </State>
    );
  }
  return row.last_seen === undefined ? <span className="muted">never</span> : moment(row.last_seen, today, zone);
}
