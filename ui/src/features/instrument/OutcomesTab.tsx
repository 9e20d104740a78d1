//! The outcomes of a client: each instrument over time, as a picture and as a table, and the way to give one.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { LevelChange, Measurement, Outcomes, Series } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
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
import { MeasurementDialog } from "./MeasurementDialog.tsx";
import { SafetyForm } from "./SafetyForm.tsx";
import { TakeBack } from "./TakeBack.tsx";
import { scoreWords } from "./answers.ts";
import { BOX, levelOn, linesOf, trendOf } from "./trend.ts";
import type { TrendLine } from "./trend.ts";
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
  const drafts = useCall("draft.list", {});
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
  const begun = (list.data ?? []).filter((one) => drafts.data?.some(({ form, subject }) => form === "instrument.record" && subject === `${client}/${one.code}`));
  return (
    <Section title="Give an instrument">
      {begun.map((one) => (
        <Banner
          key={one.code}
          tone="caution"
          icon="draft"
          title={`Answers to the ${one.abbrev} are not recorded yet`}
          action={<Button onPress={() => (setCode(one.code), setGiving(true))}>Read them</Button>}
        >
          They were begun and not handed in. They count as answered once they are recorded; what calls for a safety step waits for you already.
        </Banner>
      ))}
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
  const [read, setRead] = useState<Measurement>();
  const { measurements } = series;
  return (
    <Section title={series.abbrev} aside={`${series.name} · ${plural(measurements.length, "time")}`}>
      {linesOf(series).map((line) => (
        <Trend key={line.label} line={line} levels={levels} />
      ))}
      <Table
        label={`${series.abbrev} over time`}
        columns={[
          { id: "on", title: "Day", cell: (one) => date(one.given_on, today) },
          { id: "level", title: "Level", cell: (one) => levelOn(levels, one.given_on) ?? "" },
          { id: "score", title: "Score", cell: scoreWords },
          { id: "band", title: "Band", cell: (one) => [one.score.band, ...one.score.flags].filter(Boolean).join("; ") },
          { id: "how", title: "Given", cell: (one) => (one.mode === "client" ? "by the client, alone" : `by ${one.given_by}`) },
          { id: "safety", title: "Safety", cell: (one) => <Safety measurement={one} /> },
          {
            id: "do",
            title: "",
            align: "end",
            cell: (one) => (
              <span className="cluster">
                <Button size="sm" kind="quiet" label={`Read the ${one.abbrev} of ${date(one.given_on, today)}`} onPress={() => setRead(one)}>
                  Read
                </Button>
                {may ? <TakeBack measurement={one} /> : null}
              </span>
            ),
          },
        ]}
        rows={measurements.toReversed()}
        idOf={(one) => one.id}
        textOf={(one) => one.given_on}
        onOpen={setRead}
      />
      <MeasurementDialog measurement={read} onClose={() => setRead(undefined)} />
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
function Trend({ line, levels }: { line: TrendLine; levels: readonly LevelChange[] }) {
  const { today } = usePractice();
  const trend = trendOf(line, levels);
  if (trend === undefined) return null;
  const { left, right, top, bottom, width, height } = BOX;
  return (
    <svg className={styles.trend} viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={`${line.label} over time; the table below has it`}>
      {line.bands.length === 0 ? (
        <text className={styles.word} x={0} y={(top + bottom) / 2}>
          {line.label}
        </text>
      ) : null}
      <line className={styles.axis} x1={left} x2={right} y1={bottom} y2={bottom} />
      {trend.bands.map(({ label, y, middle, told }, index) => (
        <g key={label}>
          {index === 0 ? null : <line className={styles.band} x1={left} x2={right} y1={y} y2={y} />}
          {told ? (
            <text className={styles.word} x={0} y={middle + 4}>
              {label}
            </text>
          ) : null}
        </g>
      ))}
      {trend.levels.map(({ level, x }) => (
        <g key={x}>
          <line className={styles.level} x1={x} x2={x} y1={top - 6} y2={bottom} />
          <text className={styles.word} x={x} y={top - 10} textAnchor="middle">{`level ${level}`}</text>
        </g>
      ))}
      <polyline className={styles.line} points={trend.points.map(({ x, y }) => `${String(x)},${String(y)}`).join(" ")} />
      {trend.points.map(({ id, x, y, total, on, told }) => (
        <g key={id}>
          <circle className={styles.point} cx={x} cy={y} r="4" />
          {told ? (
            <>
              <text className={styles.total} x={x} y={y - 9} textAnchor="middle">
                {total}
              </text>
              <text className={styles.word} x={x} y={bottom + 20} textAnchor="middle">
                {date(on, today)}
              </text>
            </>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
