//! The course of a client's tests as a picture: lanes with bars and marks on one scale of days. Pure.

import type { TestTimeline, TimelineSpan } from "../../ipc/generated/calls.ts";
import { daysBetween } from "../../lib/time.ts";
import { CLASSES } from "./words.ts";

export const WIDTH = 960;
/** Where the scale of days begins: before it stand the names of the lanes. */
export const LEFT = 132;
const LANE = 26;
const TOP = 22;

export interface Bar {
  key: string;
  words: string;
  x: number;
  width: number;
}

export interface Mark {
  key: string;
  x: number;
  /** One shape a kind, so that no color is needed. */
  shape: "expected" | "unexpected" | "presumptive" | "open" | "not_collected" | "missed";
}

export interface Lane {
  title: string;
  y: number;
  bars: Bar[];
  marks: Mark[];
}

export interface Course {
  lanes: Lane[];
  height: number;
  /** First days of months within the span. */
  months: { x: number; on: string }[];
}

/** One line of the table that says the same. */
export interface Event {
  id: string;
  on: string;
  kind: string;
  words: string;
  test?: string;
}

function scale(from: string, to: string): (on: string) => number {
  const days = Math.max(1, daysBetween(from, to));
  return (on) => LEFT + (Math.min(Math.max(daysBetween(from, on), 0), days) / days) * (WIDTH - LEFT - 8);
}

function barsOf(spans: readonly TimelineSpan[], { from, until: to }: TestTimeline): Bar[] {
  const x = scale(from, to);
  return spans.map((span, place) => {
    const begins = x(span.from ?? from);
    return { key: `${span.words}${String(place)}`, words: span.words, x: begins, width: Math.max(3, x(span.until ?? to) - begins) };
  });
}

function shapeOf(test: TestTimeline["tests"][number]): Mark["shape"] {
  switch (test.class) {
    case "expected":
      return "expected";
    case "unexpected":
      return "unexpected";
    case "presumptive":
    case "confirmed":
    case "inconclusive":
      return "presumptive";
    case "ordered":
    case "collected":
      return "open";
    default:
      return "not_collected";
  }
}

export function courseOf(timeline: TestTimeline): Course {
  const { from, until: to } = timeline;
  const x = scale(from, to);
  const found: Omit<Lane, "y">[] = [
    { title: "Level of care", bars: barsOf(timeline.levels, timeline), marks: [] },
    ...timeline.medications.map((one) => ({ title: "Medication", bars: barsOf([one], timeline), marks: [] })),
    { title: "Away or paused", bars: barsOf(timeline.pauses, timeline), marks: [] },
    { title: "Tests", bars: [], marks: timeline.tests.map((test) => ({ key: test.id, x: x(test.on), shape: shapeOf(test) })) },
    {
      title: "Missed check-ins",
      bars: [],
      marks: timeline.missed.map((one, place) => ({ key: `${one.on}${String(place)}`, x: x(one.on), shape: "missed" as const })),
    },
  ];
  const shown = found.filter((lane) => lane.title === "Tests" || lane.bars.length + lane.marks.length > 0);
  const lanes = shown.map((lane, place) => ({
    ...lane,
    title: place > 0 && shown[place - 1]?.title === lane.title ? "" : lane.title,
    y: TOP + place * LANE,
  }));
  return { lanes, height: TOP + lanes.length * LANE + 4, months: monthsOf(from, to).map((on) => ({ on, x: x(on) })) };
}

/** The first days of months after the first day, thinned so that no two words touch. */
export function monthsOf(from: string, to: string): string[] {
  const [year = 0, month = 1] = from.split("-").map(Number);
  const months: string[] = [];
  for (let ahead = 1; ahead < 48; ahead += 1) {
    const index = month - 1 + ahead;
    const on = `${String(year + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}-01`;
    if (on > to) break;
    months.push(on);
  }
  const every = Math.max(1, Math.ceil(months.length / 12));
  return months.filter((_, place) => place % every === 0);
}

/** Everything of the picture as lines, the newest first. */
export function eventsOf(timeline: TestTimeline): Event[] {
  const spans = (kind: string, list: readonly TimelineSpan[]): Event[] =>
    list.flatMap((span, place) => [
      ...(span.from === undefined ? [] : [{ id: `${kind}${String(place)}from`, on: span.from, kind, words: `${span.words}, from this day` }]),
      ...(span.until === undefined ? [] : [{ id: `${kind}${String(place)}until`, on: span.until, kind, words: `${span.words}, until this day` }]),
    ]);
  const within = ({ on }: Event) => on >= timeline.from && on <= timeline.until;
  return [
    ...timeline.tests.map((test) => ({ id: test.id, on: test.on, kind: "Test", words: testWords(test), test: test.id })),
    ...timeline.missed.map((one, place) => ({
      id: `missed${String(place)}`,
      on: one.on,
      kind: "Check-in",
      words: one.late ? `Called late, ${one.program_name}` : `Did not call, ${one.program_name}`,
    })),
    ...spans("Level of care", timeline.levels),
    ...spans("Medication", timeline.medications),
    ...spans("Away or paused", timeline.pauses),
  ]
    .filter(within)
    .toSorted((a, b) => b.on.localeCompare(a.on));
}

/** "Presumptive, S-26-1187: Amphetamine detected". What rests on a screen is never without the word. */
export function testWords(test: TestTimeline["tests"][number]): string {
  const detected = test.detected.length === 0 ? "" : `: ${test.detected.join(", ")} detected${test.confirmed ? "" : " (presumptive)"}`;
  const validity = test.validity === undefined || test.validity === "valid" ? "" : `, specimen ${test.validity.replaceAll("_", " ")}`;
  return `${CLASSES[test.class].words}, ${test.number}${detected}${validity}`;
}
