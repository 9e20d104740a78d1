//! The outcomes of a client: each instrument over time, as a picture and as a table, and the way to give one.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { LevelChange, Measurement, Outcomes, Series } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { GiveForm } from "./GiveForm.tsx";
import { SafetyForm } from "./SafetyForm.tsx";
import { TakeBack } from "./TakeBack.tsx";
import { placeOf, points, scoreWords } from "./answers.ts";
import styles from "./Instrument.module.css";

export function OutcomesTab({ client }: { client: string }) {
  const outcomes = useCall("instrument.outcomes", { client });
  return (
    <Answered query={outcomes} what="the outcomes">
      {(answer) => (
        <>
          {open(answer).map((one) => (
            <SafetyForm key={one.id} client={client} measurement={one} mayAnswer={answer.may_record} />
          ))}
          {answer.may_record ? <Give client={client} /> : null}
          {answer.series.length === 0 ? (
            <EmptyState title="No instrument was given yet">
              Scores appear here as a line over time, with the changes of the level of care.
            </EmptyState>
          ) : (
            answer.series.map((series) => <SeriesSection key={series.code} series={series} levels={answer.levels} may={answer.may_record} />)
          )}
        </>
      )}
    </Answered>
  );
}

/** Alerts nobody has answered. */
function open({ series }: Outcomes): Measurement[] {
  return series.flatMap(({ measurements }) => measurements).filter(({ alert, safety }) => alert && safety === undefined);
}

function Give({ client }: { client: string }) {
  const list = useCall("instrument.list", {});
  const [code, setCode] = useState("");
  const [giving, setGiving] = useState(false);
  const hand = useOp("instrument.hand");
  const chosen = list.data?.find((one) => one.code === code);
  const none = chosen === undefined ? "Choose an instrument first." : undefined;
  const observed = chosen?.by_clinician === true ? "A clinician observes and rates this one." : none;
  const give = () => setGiving(chosen !== undefined);
  const handOver = () => {
    if (chosen !== undefined && !chosen.by_clinician) hand.mutate({ client, code });
  };
  useCommands([
    { id: "instrument.give", title: "Give an instrument", group: "Here", icon: "draft", keys: "E", run: give },
    { id: "instrument.hand", title: "Hand the screen to the client", group: "Here", icon: "lock", keys: "H", run: handOver },
  ]);
  if (giving && chosen !== undefined) {
    return <GiveForm client={client} code={chosen.code} onDone={() => setGiving(false)} />;
  }
  return (
    <Section title="Give an instrument">
      {hand.error ? <RefusedBanner refusal={hand.error} /> : null}
      <div className={styles.form}>
        <Select
          label="Instrument"
          value={code}
          onChange={setCode}
          options={(list.data ?? []).map((one) => ({ value: one.code, label: `${one.abbrev}, ${one.name}` }))}
        />
        <div className="cluster">
          <Button icon="draft" keys="E" why={none} onPress={give}>
            Ask and record
          </Button>
          <Button icon="lock" keys="H" why={observed} pending={hand.isPending} onPress={handOver}>
            Hand the screen to the client
          </Button>
        </div>
        {chosen === undefined ? null : <p className="muted small">{`${chosen.citation} ${chosen.license}`}</p>}
      </div>
    </Section>
  );
}

function SeriesSection({ series, levels, may }: { series: Series; levels: readonly LevelChange[]; may: boolean }) {
  const { today } = usePractice();
  const { measurements } = series;
  return (
    <Section title={series.abbrev} aside={`${series.name} · ${plural(measurements.length, "time")}`}>
      {points(measurements).length > 1 ? <Trend series={series} levels={levels} /> : null}
      <Table
        label={`${series.abbrev} over time`}
        columns={[
          { id: "on", title: "Day", cell: (one) => date(one.given_on, today) },
          { id: "score", title: "Score", cell: scoreWords },
          { id: "band", title: "Band", cell: (one) => [one.score.band, ...one.score.flags].filter(Boolean).join("; ") },
          { id: "how", title: "Given", cell: (one) => (one.mode === "client" ? "by the client, alone" : `by ${one.given_by}`) },
          { id: "safety", title: "Safety", cell: (one) => <Safety measurement={one} /> },
          { id: "do", title: "", align: "end", cell: (one) => (may ? <TakeBack measurement={one} /> : null) },
        ]}
        rows={measurements.toReversed()}
        idOf={(one) => one.id}
        textOf={(one) => one.given_on}
      />
    </Section>
  );
}

function Safety({ measurement: { alert, safety } }: { measurement: Measurement }) {
  if (!alert) return null;
  return safety === undefined ? (
    <State tone="critical" icon="caution">
      to answer
    </State>
  ) : (
    <State tone="positive" icon="check">
      {`answered by ${safety.by}`}
    </State>
  );
}

/** The line; the table below says the same in words. */
function Trend({ series, levels }: { series: Series; levels: readonly LevelChange[] }) {
  const line = points(series.measurements);
  const most = series.measurements.find(({ score }) => score.most !== null)?.score.most ?? 0;
  const marks = levels.flatMap(({ level, on }) => {
    const x = placeOf(Date.parse(`${on}T12:00:00Z`), series.measurements);
    return x === undefined ? [] : [{ level, on, x }];
  });
  return (
    <svg className={styles.trend} viewBox="0 0 600 132" role="img" aria-label={`${series.abbrev}, totals over time; the table below has them`}>
      <line className={styles.axis} x1="0" x2="600" y1="110" y2="110" />
      <line className={styles.axis} x1="0" x2="600" y1="10" y2="10" />
      <text className={styles.word} x="600" y="6" textAnchor="end">{String(most)}</text>
      <text className={styles.word} x="600" y="124" textAnchor="end">0</text>
      {marks.map(({ level, on, x }) => (
        <g key={on}>
          <line className={styles.level} x1={x} x2={x} y1="10" y2="110" />
          <text className={styles.word} x={x} y="124" textAnchor="middle">{`level ${level}`}</text>
        </g>
      ))}
      <polyline className={styles.line} points={line.map(({ x, y }) => `${String(x)},${String(y)}`).join(" ")} />
      {line.map(({ id, x, y }) => (
        <circle key={id} className={styles.point} cx={x} cy={y} r="3.5" />
      ))}
    </svg>
  );
}
