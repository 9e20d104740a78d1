import { describe, expect, it } from "vitest";
import { ACCEPTED, asFields, markWords, minutesOf, readMark, spanOf, typing } from "./marks.ts";

describe("typing a mark", () => {
  it.each(["p", "P", "l", "L12", "l5:46", "E10", "e6:", "l12e5", "x", "xs", "XN"])("the cell takes %s", (text) =>
    expect(ACCEPTED.test(text)).toBe(true),
  );
  it.each(["q", "12", "pp", "l1234", "xz", "xss", "l12x"])("the cell does not take %s", (text) =>
    expect(ACCEPTED.test(text)).toBe(false),
  );
  it.each([
    ["l12", "Late 12"],
    ["e10", "Left early 10"],
    ["l12e5", "Late 12, left early 5"],
    ["x", "Absent, "],
    ["xs", "Absent, shift moved"],
    ["p", "Present"],
  ])("%s reads %s", (text, expected) => expect(typing(text)).toBe(expected));
});

describe("reading a mark", () => {
  it.each([
    ["p", {}],
    ["l12", { late: 12 }],
    ["E10", { early: 10 }],
    ["l12e5", { late: 12, early: 5 }],
    ["l5:46", { arrived: "17:46" }],
    ["e6:15", { left: "18:15" }],
    ["xs", { absent: { excused: true, reason: "Shift moved" } }],
    ["xn", { absent: { excused: false, reason: "" } }],
  ])("%s is %o", (text, mark) => expect(readMark(text, "17:30")).toEqual({ mark }));
  it.each(["l", "e", "x", "l0", "l5:", "e9:9"])("%s alone says what is missing", (text) =>
    expect(readMark(text, "17:30")).toHaveProperty("problem"),
  );
  it("keeps that somebody takes part by video", () =>
    expect(readMark("l5", "17:30", { video: "Worcester" })).toEqual({ mark: { late: 5, video: "Worcester" } }));
});

describe("a mark", () => {
  it.each([
    [{}, "Present", "check"],
    [{ video: "Worcester" }, "Present, video", "check"],
    [{ late: 12 }, "Late 12", "late"],
    [{ early: 10 }, "Left early 10", "late"],
    [{ arrived: "17:46" }, "Came 5:46\u00a0PM", "late"],
    [{ absent: { excused: true, reason: "Shift moved" } }, "Excused: shift moved", "absent"],
    [{ absent: { excused: false, reason: "" } }, "Absent, unexcused", "absent"],
  ])("%o reads %s", (mark, text, icon) => expect(markWords(mark)).toEqual({ text, icon }));

  it("goes to the core with nothing but what differs", () =>
    expect(asFields({ late: 12, video: "Worcester" })).toEqual({ late_minutes: 12, video: { location: "Worcester" } }));
});

describe("the preview of minutes", () => {
  const plain = spanOf("17:30", "18:30", []);
  const paused = spanOf("17:30", "20:30", [
    { from: "18:20", until: "18:30" },
    { from: "19:20", until: "19:30" },
  ]);
  const night = spanOf("23:30", "00:30", []);
  it.each([
    [{}, plain, 60],
    [{ late: 12 }, plain, 48],
    [{ arrived: "17:42" }, plain, 48],
    [{ late: 12, early: 5 }, plain, 43],
    [{ late: 90 }, plain, 0],
    [{ absent: { excused: true, reason: "Ill" } }, plain, 0],
    [{}, paused, 160],
    [{ arrived: "18:25" }, paused, 110],
    [{}, night, 60],
    [{ arrived: "00:10" }, night, 20],
  ])("%o comes to its minutes", (mark, span, expected) => expect(minutesOf(mark, span)).toBe(expected));
});
