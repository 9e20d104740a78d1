//! The picture of an instrument over time: totals on the scale of the instrument, its bands, and the days on which the level of care changed. Pure.

import type { LevelChange, Series } from "../../ipc/generated/calls.ts";

/** The picture's size, and the plot inside it: bands are named on its left, days below it. */
export const BOX = { width: 720, height: 164, left: 150, right: 704, top: 22, bottom: 134 };
/** Nearer than this, two days would run into each other, and two names of bands. */
const DAY_ROOM = 64;
const NAME_ROOM = 13;

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

/** Measurements without a total are not drawn; with fewer than two others there is no picture. */
export function trendOf({ measurements, bands }: Pick<Series, "measurements" | "bands">, levels: readonly LevelChange[]): Trend | undefined {
  const scored = measurements.filter(({ score }) => score.total !== null);
  const [first, last] = [scored[0]?.given_at, scored.at(-1)?.given_at];
  const most = scored.find(({ score }) => score.most !== null)?.score.most ?? undefined;
  if (first === undefined || last === undefined || first === last || most === undefined) return undefined;
  // A scale that begins above 0, as one of ten items from 1 on, is drawn from there.
  const least = Math.min(bands[0]?.min ?? 0, ...scored.map(({ score }) => score.total ?? 0));
  const across = (at: number) => Math.round(BOX.left + ((BOX.right - BOX.left) * (at - first)) / (last - first));
  const up = (value: number) => Math.round(BOX.bottom - ((BOX.bottom - BOX.top) * (value - least)) / Math.max(most - least, 1));
  let told = Number.NEGATIVE_INFINITY;
  const points = scored.map(({ id, given_at, given_on, score }) => {
    const x = across(given_at);
    const room = x - told >= DAY_ROOM;
    if (room) told = x;
    return { id, x, y: up(score.total ?? 0), total: score.total ?? 0, on: given_on, told: room };
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
