//! What a test means against the medications of its day, and what is worth knowing before it is given a meaning.

import { useCall } from "../../ipc/door.ts";
import type { RemarkKind, TestAgainst, TestMeaning, TestTrend } from "../../ipc/generated/calls.ts";
import { Badge, State } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { AGAINST, ratio, tenths } from "./against.ts";

const REMARKS: Record<RemarkKind, IconName> = {
  critical: "caution",
  window: "clock",
  exposure: "info",
  basis: "info",
  band: "info",
  dilution: "vial",
  limit: "info",
};

export function MeaningSection({ test }: { test: string }) {
  const meaning = useCall("drug_test.meaning", { id: test });
  return (
    <Answered query={meaning} what="what the test means">
      {(answer) => <Meaning answer={answer} />}
    </Answered>
  );
}

function Meaning({ answer }: { answer: TestMeaning }) {
  const [critical, others] = [answer.remarks.filter((one) => one.kind === "critical"), answer.remarks.filter((one) => one.kind !== "critical")];
  return (
    <Section title="Against the medications" aside={<Against of={answer.class} presumptive={answer.presumptive} />}>
      <p>{answer.words}</p>
      {critical.map((one) => (
        <Banner key={one.words} tone="caution" icon="caution" title="Ask today">
          {one.words}
        </Banner>
      ))}
      {others.length === 0 ? null : (
        <Todo
          label="Worth knowing"
          items={others.map((one) => ({ id: one.words, icon: REMARKS[one.kind], what: one.words, note: one.source }))}
        />
      )}
      {answer.trends.map((trend) => (
        <Trend key={trend.analyte} trend={trend} />
      ))}
    </Section>
  );
}

/** The class as a word; dashed and called presumptive while it rests on a screen. */
export function Against({ of, presumptive }: { of: TestAgainst; presumptive: boolean }) {
  const look = AGAINST[of];
  if (presumptive) return <Badge state="presumptive">{`Presumptive: ${look.words.toLowerCase()}`}</Badge>;
  return (
    <State icon={look.icon} tone={look.tone}>
      {look.words}
    </State>
  );
}

/** Amounts divided by creatinine, the newest first. */
export function Trend({ trend }: { trend: TestTrend }) {
  const { today } = usePractice();
  return (
    <>
      <h3>{`${trend.name} by creatinine`}</h3>
      {trend.words === "" ? null : <p>{trend.words}</p>}
      <Table
        label={`${trend.name} by creatinine`}
        rows={trend.points.toReversed()}
        idOf={(point) => point.test}
        textOf={(point) => point.number}
        columns={[
          { id: "on", title: "Date", cell: (point) => <span className="nowrap">{date(point.on, today)}</span> },
          { id: "number", title: "No.", cell: (point) => <span className="nowrap">{point.number}</span> },
          { id: "quantity", title: "ng/mL", align: "end", cell: (point) => tenths(point.quantity_tenths) },
          { id: "creatinine", title: "Creatinine, mg/dL", align: "end", cell: (point) => tenths(point.creatinine_tenths) },
          {
            id: "per_mg",
            title: "ng per mg",
            align: "end",
            cell: (point) => (point.per_mg_tenths === undefined ? <span className="muted">too thin</span> : tenths(point.per_mg_tenths)),
          },
          {
            id: "ratio",
            title: "To the one before",
            align: "end",
            cell: (point) => (point.ratio_percent === undefined ? <span className="muted">–</span> : ratio(point.ratio_percent)),
          },
        ]}
      />
      <p className="muted small">{trend.limits}</p>
    </>
  );
}
