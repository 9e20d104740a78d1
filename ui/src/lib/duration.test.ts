import { describe, expect, it } from "vitest";
import { hours, minuteOf, typedTime, wallSpan, wallTime } from "./duration.ts";

describe("durations and wall times", () => {
  it.each([
    [0, "0:00"],
    [168, "2:48"],
    [540, "9:00"],
    [-5, "0:00"],
  ])("%i minutes are %s", (minutes, expected) => expect(hours(minutes)).toBe(expected));

  it.each([
    ["17:30", 60, "5:30 – 6:30\u00a0PM"],
    ["11:30", 60, "11:30\u00a0AM – 12:30\u00a0PM"],
    ["23:30", 60, "11:30\u00a0PM – 12:30\u00a0AM"],
    ["00:05", 10, "12:05 – 12:15\u00a0AM"],
  ])("%s for %i minutes is %s", (starts, minutes, expected) => expect(wallSpan(starts, minutes)).toBe(expected));

  it.each([
    ["17:30", "12:00", "17:30"],
    ["5:46", "17:30", "17:46"],
    ["546", "17:30", "17:46"],
    ["5:46", "07:00", "05:46"],
    ["9", "10:00", "09:00"],
    ["12:10", "11:30", "12:10"],
    ["12:10", "23:30", "00:10"],
    ["5p", "07:00", "17:00"],
    ["5:30 am", "17:30", "05:30"],
    ["0:15", "23:30", "00:15"],
    ["24:00", "12:00", undefined],
    ["5:60", "12:00", undefined],
    ["13 pm", "12:00", undefined],
    ["soon", "12:00", undefined],
  ])("%s typed near %s is %s", (text, near, expected) => expect(typedTime(text, near)).toBe(expected));

  it("takes no half time for a time", () => {
    expect(minuteOf("25:00")).toBeUndefined();
    expect(wallTime("later")).toBe("later");
  });
});
