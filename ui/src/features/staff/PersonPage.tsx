//! One person: account, roles, credentials, access. Only a director changes anything here; others read.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { StaffRow } from "../../ipc/generated/calls.ts";
import { Badge } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import { AccessActions } from "./AccessActions.tsx";
import { AccountForm } from "./AccountForm.tsx";
import { Credentials } from "./Credentials.tsx";
import { NamedCharts } from "./NamedCharts.tsx";
import { roleWords } from "./roles.ts";

export function PersonPage({ id }: { id: string }) {
  const staff = useCall("staff.list", {});
  const row = staff.data?.find((one) => one.id === id);
  return (
    <>
      <PageHead title={row?.name ?? "Staff"}>{row ? roleWords(row.roles) : null}</PageHead>
      <PageBody>
        <Answered query={staff} what="the person">
          {(rows) =>
            row ? (
              <Person row={row} staff={rows} />
            ) : (
              <EmptyState title="Nobody by that number" action={<Link to="/staff">All staff</Link>} />
            )
          }
        </Answered>
      </PageBody>
    </>
  );
}

function Person({ row, staff }: { row: StaffRow; staff: readonly StaffRow[] }) {
  const { person } = usePractice();
  const may = holds(person, "director");
  return (
    <>
      <Account row={row} staff={staff} may={may && row.active} />
      <Credentials row={row} may={may && row.active} />
      {row.roles.includes("auditor") ? <NamedCharts row={row} may={may && row.active} /> : null}
      {may ? <AccessActions row={row} /> : null}
    </>
  );
}

function ServiceBadge({ active }: { active: boolean }) {
  return active ? (
    <Badge state="active">At work</Badge>
  ) : (
    <Badge state="draft" icon="absent">
      Deactivated
    </Badge>
  );
}

function Account({ row, staff, may }: { row: StaffRow; staff: readonly StaffRow[]; may: boolean }) {
  const [changing, setChanging] = useState(false);
  const { today, zone } = usePractice();
  const change = may && !changing;
  return (
    <Section
      title="Account"
      action={
        change ? (
          <Button size="sm" icon="draft" onPress={() => setChanging(true)}>
            Change
          </Button>
        ) : null
      }
    >
      {changing ? (
        <AccountForm row={row} staff={staff} onDone={() => setChanging(false)} />
      ) : (
        <Facts
          facts={[
            ["State", <ServiceBadge key="state" active={row.active} />],
            ["Sign-in name", row.login],
            ["Roles", roleWords(row.roles)],
            ["Supervisor", row.supervisor?.name ?? "none"],
            ["Last signed in", row.last_seen === undefined ? "never" : moment(row.last_seen, today, zone)],
            ["Passphrase", row.must_renew ? "temporary, to be changed at the next sign-in" : "their own"],
          ]}
        />
      )}
    </Section>
  );
}
