//! Whose plan needs something: overdue first, then what falls due; with views by what is needed.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { PlanNeed, PlanToDo } from "../../ipc/generated/calls.ts";
import { State, Tag } from "../../kit/Badge/Badge.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { NEEDS } from "./steps.ts";

type View = PlanNeed | "all";

const VIEWS: readonly { value: View; label: string }[] = [
  { value: "all", label: "Everything" },
  { value: "overdue", label: "Overdue" },
  { value: "soon", label: "Within 14 days" },
  { value: "first_plan", label: "No plan yet" },
  { value: "returned", label: "Returned" },
  { value: "approval", label: "To approve" },
  { value: "client_signature", label: "Client’s signature" },
];

export function PlansPage() {
  const plans = useCall("plan.due", {});
  const [view, setView] = useState<View>("all");
  const navigate = useNavigate();
  const rows = (plans.data ?? []).filter(({ needs }) => view === "all" || needs.includes(view));
  const late = (plans.data ?? []).filter(({ needs }) => needs.includes("overdue")).length;
  return (
    <>
      <PageHead title="Plans">{plans.data === undefined ? "" : late === 0 ? "none overdue" : `${plural(late, "plan")} overdue`}</PageHead>
      <PageBody>
        <Segments label="What they need" labelShown={false} value={view} options={VIEWS} onChange={setView} />
        <Answered query={plans} what="the plans">
          {() => (
            <Table
              label="Plans"
              rows={rows}
              idOf={(row) => row.client}
              textOf={(row) => row.name}
              onOpen={(row) => void navigate({ to: "/client/$id/{-$tab}", params: { id: row.client, tab: "plan" } })}
              empty={<EmptyState title="No plan needs this">Plans in order are found in their charts.</EmptyState>}
              columns={[
                { id: "client", title: "Client", cell: (row) => <Who row={row} /> },
                { id: "counselor", title: "Counselor", cell: (row) => row.counselor },
                { id: "version", title: "Version", align: "end", cell: (row) => row.version ?? "" },
                { id: "due", title: "Due", cell: (row) => <Due row={row} /> },
                { id: "needs", title: "Needs", cell: (row) => <Needs row={row} /> },
              ]}
            />
          )}
        </Answered>
      </PageBody>
    </>
  );
}

function Who({ row }: { row: PlanToDo }) {
  return (
    <span>
      {row.name} <span className="muted small">{row.number}</span>
    </span>
  );
}

function Due({ row: { due_on, days_overdue } }: { row: PlanToDo }) {
  const { today } = usePractice();
  if (due_on === undefined) return <span className="muted">no date</span>;
  const late = days_overdue ?? 0;
  return (
    <span className="nowrap">
      {date(due_on, today)} {late > 0 ? <span className="muted small">{`${plural(late, "day")} late`}</span> : null}
    </span>
  );
}

function Needs({ row }: { row: PlanToDo }) {
  return (
    <span className="cluster">
      {row.needs.map((need) => (
        <State key={need} tone={NEEDS[need].tone} icon={NEEDS[need].icon}>
          {NEEDS[need].words}
        </State>
      ))}
      {row.drafted ? <Tag>draft begun</Tag> : null}
    </span>
  );
}
