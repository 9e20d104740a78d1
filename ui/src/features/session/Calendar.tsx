//! Sessions in a grid of time. Up and down go through the hours and blocks of a column; Enter opens a session, or plans one in a free hour.

import { useNavigate } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import type { BookedTwice, SessionLine } from "../../ipc/generated/calls.ts";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { wallOf, wallSpan, wallTime } from "../../lib/duration.ts";
import { longDate } from "../../lib/time.ts";
import { useNow } from "../../lib/useNow.ts";
import { hoursShown, twiceWords } from "./calendar.ts";
import type { Block, Column } from "./calendar.ts";
import { weekday } from "./days.ts";
import { headcount, standing } from "./standing.ts";
import styles from "./Calendar.module.css";

/** Where in the grid somebody is: what planning begins with. */
export interface Spot {
  on: string;
  starts: string;
  room: string;
}

interface CalendarProps {
  label: string;
  columns: readonly Column[];
  sessions: readonly SessionLine[];
  twice: readonly BookedTwice[];
  today: string;
  byRoom: boolean;
  closed: ReadonlyMap<string, string>;
  onSpot: (spot: Spot) => void;
  /** Absent for who may not plan. */
  onPlan?: ((spot: Spot) => void) | undefined;
  /** Days to go on or back. */
  onMove: (keys: "day" | "week", by: 1 | -1) => void;
}

export function Calendar({ label, columns, sessions, twice, today, byRoom, closed, onSpot, onPlan, onMove }: CalendarProps) {
  const [first, last] = hoursShown(sessions);
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  const words = twiceWords(twice);
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = event.key === "ArrowRight" || event.key === "PageDown" ? 1 : -1;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") onMove("day", by);
    else if (event.key === "PageDown" || event.key === "PageUp") onMove("week", by);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.target, event.key === "ArrowDown");
    else return;
    event.preventDefault();
  };
  // Columns are known by their place, so that the focus stays where it was when the days go on.
  const placed = columns.map((column, place) => ({ column, place: String(place) }));
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={styles.scroll} role="group" aria-label={label} onKeyDown={keys}>
      <div className={styles.grid} ref={vars({ "--columns": columns.length, "--hours": hours.length })}>
        <div className={styles.corner} />
        {placed.map(({ column: { on, room }, place }) => (
          <div key={place} className={styles.head} data-today={on === today || undefined}>
            <span>{byRoom ? room || "No room" : `${weekday(on).slice(0, 3)} ${String(Number(on.slice(8)))}`}</span>
            {closed.has(on) ? <span className="muted small">{closed.get(on)}</span> : null}
          </div>
        ))}
        <div className={styles.hours} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour}>{wallTime(wallOf(hour * 60)).replace(":00", "")}</span>
          ))}
        </div>
        {placed.map(({ column, place }) => (
          <div key={place} className={styles.column} data-today={column.on === today || undefined}>
            {inOrder(hours, column).map((item) =>
              typeof item === "number" ? (
                <Hour key={item} hour={item} first={first} column={column} onSpot={onSpot} onPlan={onPlan} />
              ) : (
                <SessionBlock key={item.session.id} block={item} first={first} twice={words.get(item.session.id)} onSpot={onSpot} />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Hours and blocks of a column as the arrows go through them. */
function inOrder(hours: readonly number[], { blocks }: Column): (number | Block)[] {
  const from = (item: number | Block) => (typeof item === "number" ? item * 60 : item.from + 0.5);
  return [...hours, ...blocks].toSorted((one, other) => from(one) - from(other));
}

/** Sets variables of the stylesheet from the script: an attribute is what the policy of the window refuses. */
function vars(named: Record<`--${string}`, number>) {
  return (element: HTMLElement | null) => {
    for (const [name, value] of Object.entries(named)) element?.style.setProperty(name, String(value));
  };
}

function step(target: EventTarget, down: boolean): void {
  if (!(target instanceof HTMLElement)) return;
  const next = down ? target.nextElementSibling : target.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}

interface HourProps {
  hour: number;
  first: number;
  column: Column;
  onSpot: (spot: Spot) => void;
  onPlan: ((spot: Spot) => void) | undefined;
}

function Hour({ hour, first, column, onSpot, onPlan }: HourProps) {
  const spot = { on: column.on, starts: wallOf(hour * 60), room: column.room };
  return (
    <button
      type="button"
      className={styles.hour}
      ref={vars({ "--from": (hour - first) * 60, "--minutes": 60 })}
      tabIndex={hour === first ? 0 : -1}
      aria-label={`${longDate(column.on)}, ${wallTime(spot.starts)}${column.room === "" ? "" : `, ${column.room}`}`}
      onFocus={() => onSpot(spot)}
      onClick={() => onPlan?.(spot)}
    />
  );
}

interface SessionBlockProps {
  block: Block;
  first: number;
  twice: string | undefined;
  onSpot: (spot: Spot) => void;
}

function SessionBlock({ block: { session, from, until, lane, lanes }, first, twice, onSpot }: SessionBlockProps) {
  const navigate = useNavigate();
  const { text, icon } = standing(session, useNow());
  const name = session.client_name?.text ?? session.title;
  const leader = session.substitute_name || session.staff_name;
  const when = wallSpan(session.starts, session.minutes);
  const words = [name, when, session.room, leader, text, headcount(session), twice].filter((part) => part !== undefined && part !== "").join(", ");
  return (
    <button
      type="button"
      className={styles.block}
      data-cancelled={session.state === "cancelled" || undefined}
      data-twice={twice === undefined ? undefined : true}
      ref={vars({ "--from": from - first * 60, "--minutes": until - from, "--lane": lane, "--lanes": lanes })}
      title={words}
      onFocus={() => onSpot({ on: session.on_date, starts: session.starts, room: session.room })}
      onClick={() => void navigate({ to: "/session/$id", params: { id: session.id } })}
    >
      <span className={styles.name}>
        <Icon name={twice === undefined ? icon : "caution"} size="sm" />
        <span>{name}</span>
      </span>
      <span>{twice ?? when}</span>
      <span>{[session.room, leader].filter((part) => part !== "").join(", ")}</span>
    </button>
  );
}
