//! Sessions in a grid of time. Arrows go through the hours and blocks of a column and from column to column, past the edge to the days beside; Enter opens
//! a session, or plans one in a free hour.

import { useNavigate } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import type { BookedTwice, SessionLine } from "../../ipc/generated/calls.ts";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { wallOf, wallSpan, wallTime } from "../../lib/duration.ts";
import { longDate } from "../../lib/time.ts";
import { useNow } from "../../lib/useNow.ts";
import { hoursShown, template, twiceWords } from "./calendar.ts";
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
  /** Past the first or the last column. */
  onPast: (way: 1 | -1) => void;
  /** Shows all of a day, where some of it is folded. */
  onDay: (on: string) => void;
}

export function Calendar({ label, columns, sessions, twice, today, byRoom, closed, onSpot, onPlan, onPast, onDay }: CalendarProps) {
  const [first, last] = hoursShown(sessions);
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  const words = twiceWords(twice);
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const way = event.key === "ArrowRight" ? 1 : -1;
      if (!across(event.target, way)) onPast(way);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.target, event.key === "ArrowDown");
    else return;
    event.preventDefault();
  };
  // Columns are known by their place, so that the focus stays where it was when the days go on.
  const placed = columns.map((column, place) => ({ column, place: String(place) }));
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={styles.scroll} role="group" aria-label={label} data-arrows onKeyDown={keys}>
      <div className={styles.grid} ref={vars({ "--template": template(columns), "--hours": String(hours.length) })}>
        <div className={styles.corner} />
        {placed.map(({ column: { on, room }, place }) => (
          <div key={place} className={styles.head} data-today={(on === today && !byRoom) || undefined}>
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
          <div key={place} className={styles.column} data-column={place} data-today={column.on === today || undefined}>
            {inOrder(hours, column).map((item) =>
              typeof item === "number" ? (
                <Hour key={item} hour={item} first={first} column={column} onSpot={onSpot} onPlan={onPlan} />
              ) : item.folded === undefined ? (
                <SessionBlock key={item.session.id} block={item} first={first} twice={words.get(item.session.id)} onSpot={onSpot} />
              ) : (
                <FoldedBlock key={`${item.session.id} and more`} block={item} folded={item.folded} first={first} twice={words} onDay={onDay} />
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
function vars(named: Record<`--${string}`, string>) {
  return (element: HTMLElement | null) => {
    for (const [name, value] of Object.entries(named)) element?.style.setProperty(name, value);
  };
}

function span(block: Pick<Block, "from" | "until">, first: number, lane = 0, lanes = 1): Record<`--${string}`, string> {
  const minutes = block.until - block.from;
  return { "--from": String(block.from - first * 60), "--minutes": String(minutes), "--lane": String(lane), "--lanes": String(lanes) };
}

function step(target: EventTarget, down: boolean): void {
  if (!(target instanceof HTMLElement)) return;
  const next = down ? target.nextElementSibling : target.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}

/** To the next column: what begins within the same hour there, or that hour itself. False past the edge. */
function across(target: EventTarget, way: 1 | -1): boolean {
  const column = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-column]") : null;
  if (!(target instanceof HTMLElement) || column === null) return false;
  const beside = way === 1 ? column.nextElementSibling : column.previousElementSibling;
  if (!(beside instanceof HTMLElement) || beside.dataset["column"] === undefined) return false;
  const hour = Math.floor(Number(target.dataset["at"]) / 60);
  const there = [...beside.querySelectorAll<HTMLElement>("[data-at]")].filter(({ dataset }) => Math.floor(Number(dataset["at"]) / 60) === hour);
  (there.find(({ dataset }) => dataset["block"] !== undefined) ?? there[0])?.focus();
  return true;
}

/** Puts the focus into the grid: on today, or on its first day. */
export function enterCalendar(): void {
  const today = document.querySelector<HTMLElement>("[data-column][data-today] [data-at]");
  (today ?? document.querySelector<HTMLElement>("[data-column] [data-at]"))?.focus();
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
      data-at={hour * 60}
      ref={vars(span({ from: hour * 60, until: hour * 60 + 60 }, first))}
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

function SessionBlock({ block, first, twice, onSpot }: SessionBlockProps) {
  const navigate = useNavigate();
  const { session, from, lane, lanes } = block;
  const { text, icon } = standing(session, useNow());
  const name = session.client_name?.text ?? session.title;
  const leader = session.substitute_name || session.staff_name;
  const when = wallSpan(session.starts, session.minutes);
  const words = [name, when, session.room, leader, text, headcount(session), twice].filter((part) => part !== undefined && part !== "").join(", ");
  return (
    <button
      type="button"
      className={styles.block}
      data-at={from}
      data-block
      data-cancelled={session.state === "cancelled" || undefined}
      data-twice={twice === undefined ? undefined : true}
      ref={vars(span(block, first, lane, lanes))}
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

interface FoldedBlockProps {
  block: Block;
  folded: readonly SessionLine[];
  first: number;
  twice: ReadonlyMap<string, string>;
  onDay: (on: string) => void;
}

/** Sessions for which a week has no room side by side: their number, and the way to their day. */
function FoldedBlock({ block, folded, first, twice, onDay }: FoldedBlockProps) {
  const names = folded.map((session) => `${wallTime(session.starts)} ${session.client_name?.text ?? session.title}`);
  const doubled = folded.some(({ id }) => twice.has(id));
  return (
    <button
      type="button"
      className={styles.block}
      data-at={block.from}
      data-block
      data-folded
      data-twice={doubled || undefined}
      ref={vars(span(block, first, block.lane, block.lanes))}
      title={names.join(", ")}
      aria-label={`${String(folded.length)} more: ${names.join(", ")}${doubled ? ", booked twice" : ""}. Show the day`}
      onClick={() => onDay(block.session.on_date)}
    >
      <span className={styles.name}>
        {doubled ? <Icon name="caution" size="sm" /> : null}
        <span>+{folded.length}</span>
      </span>
      <span>more</span>
    </button>
  );
}
