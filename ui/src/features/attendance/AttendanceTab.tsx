//! The attendance of one client: hours by program week against what the level of care asks for, as bars and as a table, and every session.

import { useId, useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { AttendanceHistory, HistoryLine, Hours } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { hours, wallTime } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { PrintAttendanceDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import { weekday } from "../session/days.ts";
import { MissedTopics } from "./MissedTopics.tsx";
import { CorrectDialog } from "./CorrectDialog.tsx";
import { bars, ruleWords, weekState } from "./hoursChart.ts";
import { recordedWords } from "./recorded.ts";
import styles from "./AttendanceTab.module.css";
import drawn from "./Bars.module.css";

export function AttendanceTab({ client }: { client: string }) {
  const found = useCall("attendance.hours", { client, weeks: 12 });
  const [printing, setPrinting] = useState(false);
  const print = () => setPrinting(true);
  useCommands([{ id: "attendance.print", title: "Print attendance and hours", group: "Here", icon: "print", keys: "P", run: print }]);
  return (
    <div className={styles.tab}>
      <Answered query={found} what="the hours">
        {(answer) => <HoursSection hours={answer} onPrint={print} />}
      </Answered>
      {printing ? <PrintAttendanceDialog id={client} onClose={() => setPrinting(false)} /> : null}
      <MissedTopics client={client} />
      <HistorySection client={client} />
    </div>
  );
}

type Shape = "bars" | "table";

function HoursSection({ hours: answer, onPrint }: { hours: Hours; onPrint: () => void }) {
  const [shape, setShape] = useState<Shape>("bars");
  return (
    <Section
      title="Hours by program week"
      aside={`a billable day is ${hours(answer.billable_day)}`}
      action={
        <div className="cluster">
          <Button size="sm" icon="print" keys="P" onPress={onPrint}>
            Print
          </Button>
          <Segments
            label="Shown as"
            labelShown={false}
            value={shape}
            onChange={setShape}
            options={[
              { value: "bars", label: "As bars" },
              { value: "table", label: "As a table" },
            ]}
          />
        </div>
      }
    >
      {shape === "bars" ? <WeekBars answer={answer} /> : <WeekTable answer={answer} />}
      <p className="muted small">
        Attended minutes of counting sessions, breaks taken out, overlaps counted once. Which kinds count, what a week
        owes in which the stay begins or ends or the level changes, and since when, stand in the rules of the settings.
      </p>
    </Section>
  );
}

const HEIGHT = 120;
const STEP = 64;
const BAR = 30;

function WeekBars({ answer }: { answer: Hours }) {
  const { today } = usePractice();
  const hatch = useId();
  const list = bars(answer);
  const up = (part: number) => HEIGHT - part * (HEIGHT - 18);
  const width = list.length * STEP;
  return (
    <div className={drawn.scroll}>
      <svg
        className={drawn.chart}
        width={width}
        height={HEIGHT + 40}
        role="img"
        aria-label={`Hours of ${String(list.length)} weeks. The same stands in the table.`}
      >
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" className={drawn.hatch}>
          <path d="M0 0V5" />
        </pattern>
        <path className={drawn.rule} d={`M0 ${String(HEIGHT + 0.5)}H${String(width)}`} />
        {list.map(({ week, done, planned, goal }, index) => {
          const x = index * STEP + (STEP - BAR) / 2;
          const top = up(done + planned);
          // A number never stands on the line of the goal.
          const label = goal !== undefined && top >= up(goal) && top - up(goal) < 18 ? up(goal) : top;
          const { text } = weekState(week, index === list.length - 1 ? answer.planned : 0);
          return (
            <g key={week.start}>
              <title>{`Week to ${date(week.last, today)}: ${hours(week.minutes)}, ${[text, ...week.rules.length === 0 ? [] : [ruleWords(week)]].join(", ")}`}</title>
              {done > 0 ? (
                <rect className={drawn.done} x={x} y={up(done)} width={BAR} height={HEIGHT - up(done)} />
              ) : null}
              {planned > 0 ? (
                <rect
                  className={drawn.planned}
                  fill={`url(#${hatch})`}
                  x={x + 0.5}
                  y={top + 0.5}
                  width={BAR - 1}
                  height={Math.max(1, up(done) - top - 1)}
                />
              ) : null}
              {goal === undefined ? null : (
                <path className={drawn.goal} d={`M${String(x - 8)} ${String(up(goal))}h${String(BAR + 16)}`} />
              )}
              <text className={drawn.ink} x={x + BAR / 2} y={label - 5} textAnchor="middle">
                {hours(week.minutes)}
              </text>
              <text x={x + BAR / 2} y={HEIGHT + 16} textAnchor="middle">
                {date(week.start, today)}
              </text>
              {week.lacks > 0 && week.state === "short" ? (
                <text className={drawn.short} x={x + BAR / 2} y={HEIGHT + 32} textAnchor="middle">
                  {`−${hours(week.lacks)}`}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function WeekTable({ answer }: { answer: Hours }) {
  const { today } = usePractice();
  const [newest] = answer.weeks;
  const days = newest?.days.map((day) => weekday(day.on).slice(0, 3)) ?? [];
  return (
    <Table
      label="Hours by program week"
      rows={answer.weeks}
      idOf={(week) => week.start}
      textOf={(week) => week.start}
      columns={[
        {
          id: "week",
          title: "Week",
          cell: (week) => `${date(week.start, today)} to ${date(week.last, today)}`,
        },
        ...days.map((title, index) => ({
          id: `day${String(index)}`,
          title,
          align: "end" as const,
          cell: (week: Hours["weeks"][number]) => <Day day={week.days[index]} />,
        })),
        { id: "sum", title: "Sum", align: "end", cell: (week) => hours(week.minutes) },
        {
          id: "needs",
          title: "Needs",
          align: "end",
          cell: (week) => (week.minimum === undefined ? <span className="muted">none</span> : hours(week.minimum)),
        },
        { id: "level", title: "Level", cell: (week) => week.level ?? <span className="muted">none</span> },
        {
          id: "state",
          title: "State",
          cell: (week) => {
            const { text, icon, tone } = weekState(week, week === newest ? answer.planned : 0);
            return (
              <>
                <State tone={tone} icon={icon}>
                  {text}
                </State>
                {week.rules.length === 0 ? null : <span className="muted small">{` ${ruleWords(week)}`}</span>}
              </>
            );
          },
        },
      ]}
    />
  );
}

function Day({ day }: { day: Hours["weeks"][number]["days"][number] | undefined }) {
  if (day === undefined || day.minutes === 0) return <span className="muted">–</span>;
  return (
    <span className={day.short_day ? drawn.lack : undefined} title={day.short_day ? "Less than a billable day" : undefined}>
      {hours(day.minutes)}
      {day.short_day ? <span className="spoken">, less than a billable day</span> : null}
    </span>
  );
}

function HistorySection({ client }: { client: string }) {
  const [before, setBefore] = useState<readonly string[]>([]);
  const at = before.at(-1);
  const found = useCall("attendance.history", at === undefined ? { client } : { client, before: at }, { keep: true });
  return (
    <Section title="Sessions">
      <Answered query={found} what="the sessions">
        {(history) => (
          <>
            <HistoryTable history={history} />
            {at === undefined && !history.more ? null : (
              <div className="cluster">
                <Button
                  icon="up-arrow"
                  why={at === undefined ? "This is the newest page." : undefined}
                  whyShown="elsewhere"
                  onPress={() => setBefore(before.slice(0, -1))}
                >
                  Newer
                </Button>
                <Button
                  icon="down-arrow"
                  why={history.more ? undefined : "This is the oldest page."}
                  whyShown="elsewhere"
                  onPress={() => setBefore([...before, history.lines.at(-1)?.on_date ?? ""])}
                >
                  Older
                </Button>
              </div>
            )}
          </>
        )}
      </Answered>
    </Section>
  );
}

function HistoryTable({ history }: { history: AttendanceHistory }) {
  const { today } = usePractice();
  const navigate = useNavigate();
  const [open, setOpen] = useState<HistoryLine>();
  const press = (line: HistoryLine) =>
    history.may_correct ? setOpen(line) : void navigate({ to: "/session/$id", params: { id: line.session } });
  return (
    <>
      <Table
        label="Sessions"
        rows={history.lines}
        idOf={(line) => line.attendance.id}
        textOf={(line) => line.title}
        onOpen={press}
        empty={
          <EmptyState title="No session recorded yet">Sessions stand here once their attendance is recorded.</EmptyState>
        }
        fixed
        columns={[
          { id: "title", title: "Session", cell: (line) => line.title },
          {
            id: "when",
            title: "When",
            width: "m",
            cell: (line) => `${date(line.on_date, today)}, ${wallTime(line.starts)}`,
          },
          { id: "here", title: "Here", width: "l", cell: (line) => <Here line={line} /> },
          { id: "minutes", title: "Min", width: "s", align: "end", cell: (line) => String(line.attendance.minutes) },
          { id: "note", title: "Remarks", cell: (line) => <Remarks line={line} /> },
        ]}
      />
      {history.lines.length === 0 ? null : (
        <KeyList
          keys={[
            ["Up or Down", "session"],
            ["Enter", history.may_correct ? "correct" : "open"],
          ]}
        />
      )}
      <CorrectDialog
        line={open?.attendance}
        title={open ? `${open.title}, ${date(open.on_date, today)}` : ""}
        starts={open?.starts ?? "12:00"}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}

function Here({ line }: { line: HistoryLine }) {
  const { text, icon } = recordedWords(line.attendance);
  return (
    <State tone={line.attendance.state === "present" ? "positive" : "muted"} icon={icon}>
      {text}
    </State>
  );
}

function Remarks({ line }: { line: HistoryLine }) {
  const { today, zone } = usePractice();
  const { attendance } = line;
  const words = [
    attendance.makes_up ? "make-up" : attendance.expected ? "" : "walk-in",
    line.late_entry ? (line.entered_at === undefined ? "late entry" : `late entry of ${moment(line.entered_at, today, zone)}`) : "",
    attendance.source === "imported" ? "imported" : "",
    attendance.source === "paper" ? "from paper" : "",
    attendance.corrected_because === "" ? "" : `corrected: ${attendance.corrected_because}`,
    attendance.under_signed_note ? "under a signed note" : "",
  ].filter((word) => word !== "");
  return <span className="muted small">{words.join(" · ")}</span>;
}
