//! The day of random tests: in numbers by tier, by person, and the signed editions of it.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { DayEdition, DayPerson, DayReport as Report, DrawCounts } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import type { Column } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment, time } from "../../lib/time.ts";
import { SignDialog } from "../signature/SignDialog.tsx";
import { useCommands } from "../palette/commands.ts";
import { STANDS, rate } from "./words.ts";

export function DayReport({ on }: { on: string }) {
  const report = useCall("draw.report", { on });
  return (
    <Answered query={report} what="the day">
      {(day) => (
        <>
          <Numbers report={day} />
          <People report={day} />
          <Signed report={day} />
        </>
      )}
    </Answered>
  );
}

/** The counts as columns of a table. */
export function countColumns<Row extends { counts: DrawCounts }>(): Column<Row>[] {
  const count = (id: keyof DrawCounts, title: string): Column<Row> => ({ id, title, align: "end", cell: (row) => row.counts[id] });
  return [
    count("pool", "Pool"),
    count("drawn", "Drawn"),
    count("notified", "Told"),
    count("collected", "Collected"),
    count("missed", "Missed"),
    count("refused", "Refused"),
    count("unable", "Unable"),
    count("excused", "Excused"),
    count("pending", "Pending"),
    count("missed_check_ins", "No call"),
  ];
}

function Numbers({ report }: { report: Report }) {
  const { today } = usePractice();
  const rows = report.tiers.map((tier) => ({ id: `${tier.program_name}/${tier.tier_name}`, name: `${tier.program_name}, ${tier.tier_name}`, counts: tier.counts }));
  if (rows.length > 1) rows.push({ id: "all", name: "All", counts: report.all });
  return (
    <Section
      title={report.on === today ? "Today in numbers" : "By tier"}
      aside={
        report.compliance_thousandths === undefined
          ? "Nobody had to come yet"
          : `${rate(report.compliance_thousandths)} compliance${report.all.pending === 0 ? "" : ` so far, ${String(report.all.pending)} pending`} · ${report.rule}`
      }
    >
      <Table
        label="Numbers by tier"
        rows={rows}
        idOf={(row) => row.id}
        textOf={(row) => row.name}
        empty={<p className="muted">No names are known of this day.</p>}
        columns={[{ id: "name", title: "Tier", cell: (row) => row.name }, ...countColumns<(typeof rows)[number]>()]}
      />
    </Section>
  );
}

function People({ report }: { report: Report }) {
  const { zone } = usePractice();
  const navigate = useNavigate();
  const clock = (at: number | undefined) =>
    at === undefined ? <span className="muted">–</span> : <span className="nowrap">{time(at, zone)}</span>;
  if (report.people.length === 0) return null;
  return (
    <Section title="By person" aside="drawn, or no call in time">
      <Table
        label="By person"
        rows={report.people}
        idOf={(row) => `${row.number}/${row.program_name}`}
        textOf={(row) => row.name ?? row.number}
        onOpen={(row: DayPerson) => {
          if (row.test !== undefined) void navigate({ to: "/tests/$id", params: { id: row.test } });
        }}
        columns={[
          { id: "name", title: "Client", cell: (row) => row.name ?? row.number },
          { id: "tier", title: "Tier", cell: (row) => `${row.program_name}, ${row.tier_name}` },
          {
            id: "stands",
            title: "Stands",
            cell: (row) => (
              <State icon={STANDS[row.standing].icon} tone={STANDS[row.standing].tone}>
                {STANDS[row.standing].words}
              </State>
            ),
          },
          {
            id: "called",
            title: "Called",
            cell: (row) =>
              row.missed_check_in ? (
                <State icon="absent" tone="caution">
                  {row.called_at === undefined ? "No call" : `Late, ${time(row.called_at, zone)}`}
                </State>
              ) : (
                clock(row.called_at)
              ),
          },
          { id: "deadline", title: "Come by", cell: (row) => clock(row.deadline_at) },
          { id: "collected", title: "Collected", cell: (row) => clock(row.collected_at) },
          { id: "test", title: "Test", cell: (row) => <span className="nowrap">{row.test_number}</span> },
        ]}
      />
    </Section>
  );
}

function Signed({ report }: { report: Report }) {
  const { today, zone } = usePractice();
  const sign = useOp("draw.sign_day");
  const print = useOp("draw.print_signed_day");
  const [signing, setSigning] = useState(false);
  const last = report.editions.at(-1);
  const next = (last?.edition ?? 0) + 1;
  const begin = () => setSigning(true);
  const leave = (edition: DayEdition) =>
    print.mutate({ on: report.on, edition: edition.edition, copies: 1 }, { onSuccess: () => say("Signed day saved and recorded") });
  useCommands([
    ...(report.may_sign ? [{ id: "draws.sign", title: "Sign this day", group: "Here", icon: "signed", keys: "S", run: begin } as const] : []),
    ...(last === undefined
      ? []
      : [{ id: "draws.print_signed", title: "Print the signed day", group: "Here", icon: "print", keys: "Ctrl+P", inText: true, run: () => leave(last) } as const]),
  ]);
  if (report.draws.length === 0) return null;
  return (
    <Section
      title="Signed"
      action={
        report.may_sign ? (
          <Button kind="primary" icon="signed" keys="S" onPress={begin}>
            {next === 1 ? "Sign this day" : `Sign as edition ${String(next)}`}
          </Button>
        ) : null
      }
    >
      {print.error ? <RefusedBanner refusal={print.error} /> : null}
      {report.changed ? (
        <Banner tone="caution" icon="caution" title="Changed since it was signed">
          {`Edition ${String(last?.edition ?? 0)} stays as it is. Sign the day again to say what changed.`}
        </Banner>
      ) : null}
      {report.editions.length === 0 ? (
        <p className="muted">{report.why_not ?? "Nobody has signed this day yet."}</p>
      ) : (
        <Editions report={report} pending={print.isPending} onPrint={leave} today={today} zone={zone} />
      )}
      <SignDialog
        title={`Random tests of ${date(report.on, today)}`}
        action="Sign"
        isOpen={signing}
        pending={sign.isPending}
        refusal={sign.error}
        onClose={() => setSigning(false)}
        onSign={(proof) =>
          sign.mutate(
            { on: report.on, edition: next, proof },
            { onSuccess: () => (setSigning(false), say(next === 1 ? "The day is signed" : `Edition ${String(next)} is signed`)) },
          )
        }
      >
        <p>
          You sign what the page says now: every draw of the day, the discarded too, the numbers by tier, and how each person stands, by number. A
          later change shows, and can be signed as another edition.
        </p>
      </SignDialog>
    </Section>
  );
}

interface EditionsProps {
  report: Report;
  pending: boolean;
  onPrint: (edition: DayEdition) => void;
  today: string;
  zone: string | undefined;
}

function Editions({ report, pending, onPrint, today, zone }: EditionsProps) {
  return (
    <Table
      label="Signed editions"
      rows={report.editions.toReversed()}
      idOf={(row) => String(row.edition)}
      textOf={(row) => row.signed_by}
      columns={[
        { id: "edition", title: "Edition", align: "end", cell: (row) => row.edition },
        { id: "by", title: "Signed by", cell: (row) => row.signed_by },
        { id: "at", title: "When", cell: (row) => <span className="nowrap">{moment(row.signed_at, today, zone)}</span> },
        {
          id: "holds",
          title: "Signature",
          cell: (row) =>
            row.holds ? (
              <State icon="signed" tone="positive">
                holds
              </State>
            ) : (
              <State icon="caution" tone="critical">
                does not hold
              </State>
            ),
        },
        { id: "hash", title: "SHA-256", cell: (row) => <code>{row.hash.slice(0, 16)}</code> },
        {
          id: "print",
          title: "Paper",
          cell: (row) => (
            <Button size="sm" icon="print" pending={pending} onPress={() => onPrint(row)}>
              Print
            </Button>
          ),
        },
      ]}
    />
  );
}
