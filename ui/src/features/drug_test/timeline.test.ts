import { expect, test } from "vitest";
import type { TestTimeline } from "../../ipc/generated/calls.ts";
import { LEFT, WIDTH, courseOf, eventsOf, monthsOf, testWords } from "./timeline.ts";

const timeline: TestTimeline = {
  from: "2026-06-01",
  until: "2026-11-30",
  tests: [
    { id: "a", number: "S-26-0001", on: "2026-06-01", class: "presumptive", reason: "random", detected: ["Amphetamine"], confirmed: false },
    { id: "b", number: "S-26-0002", on: "2026-11-30", class: "unexpected", reason: "random", detected: ["EtG"], confirmed: true, validity: "dilute" },
  ],
  missed: [{ on: "2026-08-30", program_name: "Evening", late: false }],
  medications: [
    { words: "Buprenorphine 8 mg", until: "2026-07-01" },
    { words: "Naltrexone 50 mg", from: "2026-07-02" },
  ],
  levels: [{ words: "Level 2.1", from: "2026-05-01" }],
  pauses: [],
};

test("days lie on one scale from the first to the last", () => {
  const { lanes } = courseOf(timeline);
  const marks = lanes.find((lane) => lane.title === "Tests")?.marks ?? [];
  expect(marks.map((mark) => mark.x)).toEqual([LEFT, WIDTH - 8]);
  expect(marks.map((mark) => mark.shape)).toEqual(["presumptive", "unexpected"]);
  const level = lanes[0]?.bars[0];
  expect([level?.x, level?.width]).toEqual([LEFT, WIDTH - 8 - LEFT]);
});

test("a lane that holds nothing is left out, but the tests stay", () => {
  expect(courseOf(timeline).lanes.map((lane) => lane.title)).toEqual(["Level of care", "Medication", "", "Tests", "Missed check-ins"]);
  const empty = { ...timeline, tests: [], missed: [], medications: [], levels: [] };
  expect(courseOf(empty).lanes.map((lane) => lane.title)).toEqual(["Tests"]);
});

test("the table says all that the picture shows, the newest first", () => {
  expect(eventsOf(timeline).map(({ on, kind }) => `${on} ${kind}`)).toEqual([
    "2026-11-30 Test",
    "2026-08-30 Check-in",
    "2026-07-02 Medication",
    "2026-07-01 Medication",
    "2026-06-01 Test",
  ]);
});

test("what rests on a screen is never without the word", () => {
  expect(timeline.tests.map(testWords)).toEqual([
    "Presumptive, S-26-0001: Amphetamine detected (presumptive)",
    "Unexpected, S-26-0002: EtG detected, specimen dilute",
  ]);
});

test.each([
  ["2026-06-01", "2026-06-30", []],
  ["2026-11-15", "2027-02-01", ["2026-12-01", "2027-01-01", "2027-02-01"]],
])("months between %s and %s", (from, to, months) => expect(monthsOf(from, to)).toEqual(months));

test("three years have at most twelve names of months", () => {
  expect(monthsOf("2024-01-01", "2026-12-31").length).toBeLessThanOrEqual(12);
});
