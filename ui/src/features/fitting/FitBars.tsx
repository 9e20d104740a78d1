//! The weeks of one combination as bars on the scale of all: solid is attended, the stroke is what the week owes. Its words stand in the table.

import type { FitAnswer, FitOption } from "../../ipc/generated/calls.ts";
import { hours } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { scale, weekWords } from "./fitting.ts";
import drawn from "../attendance/Bars.module.css";

const STEP = 72;
const BAR = 30;
const HEIGHT = 64;

export function FitBars({ option, answer }: { option: FitOption; answer: FitAnswer }) {
  const { today } = usePractice();
  const most = scale(answer);
  const up = (minutes: number) => HEIGHT - (minutes / most) * (HEIGHT - 16);
  const width = option.weeks.length * STEP;
  return (
    <div className={drawn.scroll}>
      <svg
        className={drawn.chart}
        width={width}
        height={HEIGHT + 34}
        role="img"
        aria-label={`Hours of ${String(option.weeks.length)} weeks. The same stands in the table.`}
      >
        <path className={drawn.rule} d={`M0 ${String(HEIGHT + 0.5)}H${String(width)}`} />
        {option.weeks.map((week, index) => {
          const x = index * STEP + (STEP - BAR) / 2;
          const middle = x + BAR / 2;
          const top = up(week.minutes);
          const goal = week.minimum === undefined ? undefined : up(week.minimum);
          // A number never stands on the line of the goal.
          const label = goal !== undefined && top >= goal && top - goal < 18 ? goal : top;
          return (
            <g key={week.start}>
              <title>{`Week of ${date(week.start, today)}: ${weekWords(week)}`}</title>
              {week.minutes > 0 ? <rect className={drawn.done} x={x} y={top} width={BAR} height={HEIGHT - top} /> : null}
              {goal === undefined ? null : (
                <path className={drawn.goal} d={`M${String(x - 8)} ${String(goal)}h${String(BAR + 16)}`} />
              )}
              <text className={drawn.ink} x={middle} y={label - 5} textAnchor="middle">
                {hours(week.minutes)}
              </text>
              <text x={middle} y={HEIGHT + 15} textAnchor="middle">
                {date(week.start, today).replace(/, \d{4}$/, "")}
              </text>
              {week.lacks > 0 ? (
                <text className={drawn.short} x={middle} y={HEIGHT + 30} textAnchor="middle">
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
