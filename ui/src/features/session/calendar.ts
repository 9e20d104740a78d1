//! Sessions as blocks in a grid of time: which column, which minutes, which lane beside those at the same time. Pure.
//! Nothing planned is ever covered: who overlaps stands side by side, and what is booked twice says so.

import type { BookedTwice, SessionLine } from "../../ipc/generated/calls.ts";
import { minuteOf } from "../../lib/duration.ts";

/** What the layout needs of a session. */
export type Placed = Pick<SessionLine, "id" | "on_date" | "starts" | "minutes" | "room">;

export interface Block<Of extends Placed = SessionLine> {
  session: Of;
  /** Minutes since midnight; a session past midnight ends with its day. */
  from: number;
  until: number;
  /** Its place among `lanes` side by side. */
  lane: number;
  lanes: number;
  /** Stands for all of these: no room beside the others was left for them. */
  folded?: Of[] | undefined;
}

export interface Column<Of extends Placed = SessionLine> {
  id: string;
  on: string;
  room: string;
  blocks: Block<Of>[];
}

/** The first and the last hour that a grid shows, widened by what lies outside. */
const OPENS = 9;
const CLOSES = 20;
const DAY = 1440;

function span({ starts, minutes }: Placed): [number, number] {
  const from = minuteOf(starts) ?? 0;
  return [from, Math.min(DAY, from + Math.max(minutes, 1))];
}

/** The blocks of one column, in order of time. */
export function blocksOf<Of extends Placed>(sessions: readonly Of[]): Block<Of>[] {
  const blocks = sessions.map((session) => {
    const [from, until] = span(session);
    return { session, from, until, lane: 0, lanes: 1 };
  });
  blocks.sort((one, other) => one.from - other.from || other.until - one.until || one.session.id.localeCompare(other.session.id));
  let bunch: Block<Of>[] = [];
  let end = 0;
  for (const block of blocks) {
    if (block.from >= end) bunch = [];
    const taken = new Set(bunch.filter(({ until }) => until > block.from).map(({ lane }) => lane));
    while (taken.has(block.lane)) block.lane += 1;
    bunch.push(block);
    end = Math.max(...bunch.map(({ until }) => until));
    const lanes = Math.max(...bunch.map(({ lane }) => lane)) + 1;
    for (const one of bunch) one.lanes = lanes;
  }
  return blocks;
}

/** At most so many lanes: of those that overlap more often, the rest stands folded in the last lane. Nobody is left out. */
export function fold<Of extends Placed>(blocks: readonly Block<Of>[], most: number): Block<Of>[] {
  const shown: Block<Of>[] = [];
  let rest: Block<Of> | undefined;
  for (const block of blocks) {
    if (block.lanes <= most) shown.push(block);
    else if (block.lane < most - 1) shown.push({ ...block, lanes: most });
    else if (rest?.folded !== undefined && block.from < rest.until) {
      rest.folded.push(block.session);
      rest.until = Math.max(rest.until, block.until);
    } else {
      rest = { ...block, lane: most - 1, lanes: most, folded: [block.session] };
      shown.push(rest);
    }
  }
  return shown.map((block) => (block.folded?.length === 1 ? { ...block, folded: undefined } : block));
}

/** The widths of the columns: one for a session is never narrower than a name, so many side by side make a column wide. */
export function template(columns: readonly Column<Placed>[]): string {
  const widths = columns.map(({ blocks }) => {
    const lanes = Math.max(1, ...blocks.map((block) => block.lanes));
    return lanes <= 2 ? "minmax(8rem, 1fr)" : `minmax(${String(lanes * 9)}rem, ${String(lanes)}fr)`;
  });
  return ["3.5rem", ...widths].join(" ");
}

export function dayColumns<Of extends Placed>(sessions: readonly Of[], dates: readonly string[]): Column<Of>[] {
  return dates.map((on) => ({ id: on, on, room: "", blocks: blocksOf(sessions.filter((session) => session.on_date === on)) }));
}

/** One column a room, by name; sessions without one stand last. */
export function roomColumns<Of extends Placed>(sessions: readonly Of[], on: string): Column<Of>[] {
  const byRoom = new Map<string, Of[]>();
  for (const session of sessions) {
    const room = session.room.trim();
    if (session.on_date === on) byRoom.set(room, [...(byRoom.get(room) ?? []), session]);
  }
  const names = [...byRoom.keys()].toSorted((one, other) => Number(one === "") - Number(other === "") || one.localeCompare(other));
  return names.map((room) => ({ id: `${on} ${room}`, on, room, blocks: blocksOf(byRoom.get(room) ?? []) }));
}

/** First and last whole hour to show. */
export function hoursShown(sessions: readonly Placed[]): [number, number] {
  let [first, last] = [OPENS, CLOSES];
  for (const session of sessions) {
    const [from, until] = span(session);
    first = Math.min(first, Math.floor(from / 60));
    last = Math.max(last, Math.ceil(until / 60));
  }
  return [first, last];
}

/** What is booked twice of each session that is, in words. */
export function twiceWords(twice: readonly BookedTwice[]): Map<string, string> {
  return new Map(twice.map(({ session, what }) => [session, `${what.toSorted().join(" and ")} booked twice`]));
}
