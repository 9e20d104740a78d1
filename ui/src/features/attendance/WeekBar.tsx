//! The hours of a program week as a bar: solid is attended, hatched is planned, the stroke is what the level of care asks for. Its words say the same.

import { useId } from "react";
import { State } from "../../kit/Badge/Badge.tsx";
import { hours } from "../../lib/duration.ts";
import type { WeekView } from "./sheet.ts";
import styles from "./WeekBar.module.css";
import drawn from "./Bars.module.css";

const WIDTH = 64;

/** "6:00 of 9:00, 3:00 short" */
export function weekWords({ done, planned, minimum, short }: WeekView): string {
  const sum = hours(done + planned);
  if (minimum === undefined) return `${sum}, no hours owed`;
  return `${sum} of ${hours(minimum)}, ${short > 0 ? `${hours(short)} short` : "on track"}`;
}

export function WeekBar({ week }: { week: WeekView }) {
  const hatch = useId();
  const { done, planned, minimum, short } = week;
  const most = Math.max(minimum ?? 0, done + planned, 60) * 1.08;
  const at = (minutes: number) => (minutes / most) * WIDTH;
  return (
    <span className={styles.week}>
      <svg className={styles.chart} width={WIDTH} height="14" aria-hidden="true" focusable="false">
        <pattern
          id={hatch}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
          className={drawn.hatch}
        >
          <path d="M0 0V5" />
        </pattern>
        <path className={drawn.rule} d={`M0 13.5H${String(WIDTH)}`} />
        {done > 0 ? <rect className={drawn.done} x="0" y="3" width={at(done)} height="8" /> : null}
        {planned > 0 ? (
          <rect
            className={drawn.planned}
            fill={`url(#${hatch})`}
            x={at(done) + 0.5}
            y="3.5"
            width={Math.max(1, at(planned) - 1)}
            height="7"
          />
        ) : null}
        {minimum === undefined ? null : <path className={drawn.goal} d={`M${String(at(minimum))} 0V14`} />}
      </svg>
      <span className={styles.sum}>{hours(done + planned)}</span>
      {minimum === undefined ? null : short > 0 ? (
        <State tone="caution" icon="clock">
          {hours(short)} short
        </State>
      ) : (
        <State tone="positive" icon="check">
          on track
        </State>
      )}
    </span>
  );
}
