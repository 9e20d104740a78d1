//! The picture of an instrument over time: totals on the scale of the instrument, its bands, and the days on which the level of care changed. Pure.

import type { Band, LevelChange, Series } from "../../ipc/generated/calls.ts";

/** The picture's size, and the plot inside it: bands are named on its left, days below it. */
export const BOX = { width: 720, height: 164, left: 150, right: 704, top: 22, bottom: 134 };
/** Nearer than this, two days would run into each other, and two names of bands. */
const DAY_ROOM = 64;
const NAME_ROOM = 13;

/** One score over time: the total, or a part where the instrument has no total. */
export interface TrendLine {
  label: string;
  /** The highest score there is. */
  most: number;
  bands: readonly Band[];
  scores: readonly { id: string; at: number; on: string; value: number }[];
}

/** What is drawn of an instrument. A score that is missing leaves no point. */
export function linesOf({ abbrev, bands, measurements }: Pick<Series, "abbrev" | "bands" | "measurements">): TrendLine[] {
  const total = measurements.find(({ score }) => score.most !== null)?.score.most ?? undefined;
  const scores = (of: (one: Series["measurements"][number]) => number | null | undefined) =>
    measurements.flatMap((one) => {
      const value = of(one) ?? undefined;
      return value === undefined ? [] : [{ id: one.id, at: one.given_at, on: one.given_on, value }];
    });
  if (total !== undefined) return [{ label: abbrev, most: total, bands, scores: scores(({ score }) => score.total) }];
  return (measurements.at(-1)?.score.parts ?? []).map(({ id, label, most }) => ({
    label,
    most,
    bands: [],
    scores: scores(({ score }) => score.parts.find((part) => part.id === id)?.score),
  }));
}

/** The level of care on a day, for the table beside the picture. */
export function levelOn(levels: readonly LevelChange[], day: string): string | undefined {
  return levels.filter(({ on }) => on <= day).reduce<LevelChange | undefined>((last, one) => (last === undefined || one.on > last.on ? one : last), undefined)?.level;
}

interface Point {
  id: string;
  x: number;
  y: number;
  total: number;
  on: string;
  /** Its day is written below. */
  told: boolean;
}

interface Trend {
  points: Point[];
  /** Each band with the line on which it begins; the lowest begins at the bottom. */
  bands: { label: string; y: number; middle: number; told: boolean }[];
  levels: { level: string; x: number }[];
}

/** With fewer than two scores there is no picture. */
export function trendOf({ scores, bands, most }: TrendLine, levels: readonly LevelChange[]): Trend | undefined {
  const [first, last] = [scores[0]?.at, scores.at(-1)?.at];
  if (first === undefined || last === undefined || first === last) return undefined;
  // A scale that begins above 0, as one of ten items from 1 on, is drawn from there.
  const least = Math.min(bands[0]?.min ?? 0, ...scores.map(({ value }) => value));
  const across = (at: number) => Math.round(BOX.left + ((BOX.right - BOX.left) * (at - first)) / (last - first));
  const up = (value: number) => Math.round(BOX.bottom - ((BOX.bottom - BOX.top) * (value - least)) / Math.max(most - least, 1));
  let told = Number.NEGATIVE_INFINITY;
  const points = scores.map(({ id, at, on, value }) => {
    const x = across(at);
    const room = x - told >= DAY_ROOM;
    if (room) told = x;
    return { id, x, y: up(value), total: value, on, told: room };
  });
  return {
    points,
    bands: bands.map(({ min, max, label }, index) => {
      const [from, until] = [index === 0 ? BOX.bottom : up(min - 0.5), index === bands.length - 1 ? BOX.top : up(max + 0.5)];
      return { label, y: from, middle: Math.round((from + until) / 2), told: from - until >= NAME_ROOM };
    }),
    levels: levels.flatMap(({ level, on }) => {
      const at = Date.parse(`${on}T12:00:00Z`);
      return at < first || at > last ? [] : [{ level, x: across(at) }];
    }),
  };
}
