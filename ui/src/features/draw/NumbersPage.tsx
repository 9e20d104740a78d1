//! Random tests in numbers over a span of dates: a bar a day, and tables by day, tier and person.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { DayCounts, DrawNumbers, PersonCounts } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { countColumns } from "./DayReport.tsx";
import { BARS_HEIGHT, BARS_WIDTH, barsOf, dayAfter, rate } from "./words.ts";
import styles from "./DrawPage.module.css";

export function NumbersPage() {
  const { today } = usePractice();
  const [from, setFrom] = useState(dayAfter(today, -27));
  const [until, setUntil] = useState(today);
  const numbers = useCall("draw.numbers", { from, until }, { keep: true });
  const print = useOp("draw.print_numbers");
  const save = () => print.mutate({ from, until, copies: 1 }, { onSuccess: () => say("Numbers saved and recorded") });
  useCommands([{ id: "numbers.print", title: "Print these numbers", group: "Here", icon: "print", keys: "P", run: save }]);
  return (
    <>
      <PageHead
        title="Random tests in numbers"
        actions={
          <Button icon="print" keys="P" pending={print.isPending} onPress={save}>
            Print
          </Button>
        }
      >
        {numbers.data?.compliance_thousandths === undefined ? "Nobody had to come in this span" : `${rate(numbers.data.compliance_thousandths)} compliance`}
      </PageHead>
      <PageBody>
        <FieldRow>
          <DateField label="From" name="from" value={from} onChange={setFrom} />
          <DateField label="Through" name="until" value={until} onChange={setUntil} />
        </FieldRow>
        {print.error ? <RefusedBanner refusal={print.error} /> : null}
        <Answered query={numbers} what="the numbers">
          {(answer) =>
            answer.days.length === 0 ? (
              <EmptyState title="No names were known in this span">Choose other dates, or set a draw.</EmptyState>
            ) : (
              <Whole numbers={answer} />
            )
          }
        </Answered>
      </PageBody>
    </>
  );
}

function Whole({ numbers }: { numbers: DrawNumbers }) {
  const { today } = usePractice();
  const navigate = useNavigate();
  const tiers = numbers.tiers.map((tier) => ({ id: `${tier.program_name}/${tier.tier_name}`, name: `${tier.program_name}, ${tier.tier_name}`, counts: tier.counts }));
  tiers.push({ id: "all", name: "All", counts: numbers.all });
  return (
    <>
      <Section title="By tier" aside={numbers.rule}>
        <Table
          label="Numbers by tier"
          rows={tiers}
          idOf={(row) => row.id}
          textOf={(row) => row.name}
          columns={[{ id: "name", title: "Tier", cell: (row) => row.name }, ...countColumns<(typeof tiers)[number]>()]}
        />
      </Section>
      <Section title="By person" aside={plural(numbers.people.length, "person", "people")}>
        <Table
          label="Numbers by person"
          rows={numbers.people}
          idOf={(row) => row.number}
          textOf={(row) => row.name ?? row.number}
          onOpen={(row) => {
            if (row.client !== undefined) void navigate({ to: "/client/$id/{-$tab}", params: { id: row.client, tab: "tests" } });
          }}
          columns={[
            { id: "name", title: "Client", cell: (row) => row.name ?? row.number },
            {
              id: "rate",
              title: "Compliance",
              align: "end",
              cell: (row) => (row.compliance_thousandths === undefined ? <span className="muted">–</span> : rate(row.compliance_thousandths)),
            },
            ...countColumns<PersonCounts>().slice(1),
          ]}
        />
      </Section>
      <Section title="By day" aside={`${date(numbers.from, today)} to ${date(numbers.until, today)}`}>
        <Bars days={numbers.days} />
        <Table
          label="Numbers by day"
          rows={numbers.days.toReversed()}
          idOf={(row) => row.on}
          textOf={(row) => row.on}
          onOpen={(row) => void navigate({ to: "/draws/day/$on", params: { on: row.on } })}
          columns={[
            { id: "on", title: "Day", cell: (row) => <span className="nowrap">{date(row.on, today)}</span> },
            ...countColumns<DayCounts>(),
          ]}
        />
      </Section>
    </>
  );
}

function Bars({ days }: { days: readonly DayCounts[] }) {
  const bars = barsOf(days);
  return (
    <>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${String(BARS_WIDTH)} ${String(BARS_HEIGHT)}`}
        role="img"
        aria-label={`Drawn people of ${plural(days.length, "day")}: collected, pending, not given. The table below has them`}
      >
        {bars.flatMap((bar) =>
          bar.parts.map((part) => (
            <rect key={`${bar.on}${part.kind}`} className={styles.part} data-kind={part.kind} x={bar.x} y={part.y} width={bar.width} height={part.height} />
          )),
        )}
        <line className={styles.base} x1="0" x2={BARS_WIDTH} y1={BARS_HEIGHT - 1} y2={BARS_HEIGHT - 1} />
      </svg>
      <p className="muted small">From below: collected (filled), pending or excused (pale), missed, refused or unable (edged).</p>
    </>
  );
}
