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
