//! The course of a client's tests beside medications, level of care and missed check-ins: a picture, and a table that says the same.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { TestTimeline } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { PrintCourseDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import { Trend } from "./MeaningSection.tsx";
import { WIDTH, courseOf, eventsOf } from "./timeline.ts";
import type { Lane, Mark } from "./timeline.ts";
import styles from "./Course.module.css";

type Span = "90" | "182" | "365";

const SPANS: readonly { value: Span; label: string }[] = [
  { value: "90", label: "Last three months" },
  { value: "182", label: "Last half year" },
  { value: "365", label: "Last year" },
];

function before(today: string, days: number): string {
  return new Date(Date.parse(`${today}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

export function Course({ client }: { client: string }) {
  const { today } = usePractice();
  const [span, setSpan] = useState<Span>("182");
  const [asTable, setAsTable] = useState(false);
  const timeline = useCall("drug_test.timeline", { client, from: before(today, Number(span)), until: today }, { keep: true });
  const turn = () => setAsTable(!asTable);
  const title = asTable ? "Show the picture" : "Show as a table";
  const [printing, setPrinting] = useState(false);
  useCommands([
    { id: "drug_test.course", title, group: "Here", icon: "show", keys: "V", run: turn },
    { id: "drug_test.print_course", title: "Print the course of tests", group: "Here", icon: "print", keys: "P", run: () => setPrinting(true) },
  ]);
  return (
    <Section
      title="Course"
      action={
        <span className="cluster">
          <Select inside label="Span" value={span} options={SPANS} onChange={setSpan} />
          <Button size="sm" keys="V" onPress={turn}>
            {title}
          </Button>
          <Button size="sm" icon="print" keys="P" onPress={() => setPrinting(true)}>
            Print …
          </Button>
        </span>
      }
    >
      <Answered query={timeline} what="the course">
        {(answer) => (asTable ? <AsTable timeline={answer} /> : <Picture timeline={answer} />)}
      </Answered>
      {printing ? <PrintCourseDialog id={client} from={before(today, Number(span))} until={today} onClose={() => setPrinting(false)} /> : null}
    </Section>
  );
}

function Picture({ timeline }: { timeline: TestTimeline }) {
  const { today } = usePractice();
  const course = courseOf(timeline);
  const words = `${plural(timeline.tests.length, "test")} and ${plural(timeline.missed.length, "missed check-in")} from ${date(timeline.from, today)} to ${date(timeline.until, today)}; the table has them all`;
  return (
    <>
      <svg className={styles.course} viewBox={`0 0 ${String(WIDTH)} ${String(course.height)}`} role="img" aria-label={words}>
        {course.months.map(({ x, on }) => (
          <g key={on}>
            <line className={styles.month} x1={x} x2={x} y1="14" y2={course.height} />
            <text className={styles.word} x={x + 4} y="11">
              {date(on, today)}
            </text>
          </g>
        ))}
        {course.lanes.map((lane) => (
          <LaneOf key={`${lane.title}${String(lane.y)}`} lane={lane} />
        ))}
      </svg>
      <Legend />
    </>
  );
}

function LaneOf({ lane }: { lane: Lane }) {
  const middle = lane.y + 13;
  return (
    <g>
      <text className={styles.lane} x="0" y={middle + 4}>
        {lane.title}
      </text>
      <line className={styles.rule} x1="0" x2={WIDTH} y1={lane.y} y2={lane.y} />
      {lane.bars.map((bar) => (
        <g key={bar.key}>
          <rect className={styles.bar} x={bar.x} y={lane.y + 5} width={bar.width} height="16" rx="2" />
          <text className={styles.word} x={Math.min(bar.x + 6, WIDTH - 150)} y={middle + 4}>
            {bar.words}
          </text>
        </g>
      ))}
      {lane.marks.map((mark) => (
        <MarkOf key={mark.key} mark={mark} y={middle} />
      ))}
    </g>
  );
}

/** Each kind has a shape of its own; the tone only repeats it. */
function MarkOf({ mark: { shape, x }, y }: { mark: Mark; y: number }) {
  const at = (dx: number, dy: number) => `${String(x + dx)},${String(y + dy)}`;
  switch (shape) {
    case "expected":
      return <circle className={styles.mark} data-shape={shape} cx={x} cy={y} r="5" />;
    case "presumptive":
      return <circle className={styles.mark} data-shape={shape} cx={x} cy={y} r="5" />;
    case "open":
      return <circle className={styles.mark} data-shape={shape} cx={x} cy={y} r="4" />;
    case "unexpected":
      return <polygon className={styles.mark} data-shape={shape} points={[at(0, -7), at(7, 0), at(0, 7), at(-7, 0)].join(" ")} />;
    case "not_collected":
      return <path className={styles.mark} data-shape={shape} d={`M${at(-5, -5)} L${at(5, 5)} M${at(-5, 5)} L${at(5, -5)}`} />;
    case "missed":
      return <polygon className={styles.mark} data-shape={shape} points={[at(-5, -5), at(5, -5), at(0, 5)].join(" ")} />;
  }
}

const LEGEND: readonly [Mark["shape"], string][] = [
  ["expected", "Expected"],
  ["unexpected", "Unexpected"],
  ["presumptive", "Presumptive, or not decided"],
  ["open", "Due, or not read"],
  ["not_collected", "Not collected"],
  ["missed", "Missed check-in"],
];

function Legend() {
  return (
    <ul className={styles.legend}>
      {LEGEND.map(([shape, words]) => (
        <li key={shape}>
          <svg className={styles.key} viewBox="0 0 16 16" aria-hidden="true">
            <MarkOf mark={{ key: shape, x: 8, shape }} y={8} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function AsTable({ timeline }: { timeline: TestTimeline }) {
  const { today } = usePractice();
  const navigate = useNavigate();
  return (
    <Table
      label="Course"
      rows={eventsOf(timeline)}
      idOf={(event) => event.id}
      textOf={(event) => event.words}
      onOpen={(event) => {
        if (event.test !== undefined) void navigate({ to: "/tests/$id", params: { id: event.test } });
      }}
      empty={<p className="muted">Nothing happened in this span.</p>}
      columns={[
        { id: "on", title: "Date", cell: (event) => <span className="nowrap">{date(event.on, today)}</span> },
        { id: "kind", title: "Kind", cell: (event) => event.kind },
        { id: "words", title: "What", cell: (event) => event.words },
      ]}
    />
  );
}

/** Amounts by creatinine and dilute specimens in a row, where there are any. */
export function Trends({ client }: { client: string }) {
  const found = useCall("drug_test.trends", { client });
  const trends = found.data?.trends ?? [];
  const streak = found.data?.dilute_streak ?? 0;
  const say = found.data !== undefined && streak >= found.data.dilute_from;
  if (trends.length === 0 && !say) return null;
  return (
    <Section title="Trends" aside={say ? `the last ${plural(streak, "specimen")} were dilute` : undefined}>
      {trends.map((trend) => (
        <Trend key={trend.analyte} trend={trend} />
      ))}
    </Section>
  );
}
