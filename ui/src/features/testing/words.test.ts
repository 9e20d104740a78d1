import { expect, test } from "vitest";
import { millionthsOf, pauseWords, percent, weekdayWords } from "./words.ts";

test("a chance reads as a percentage", () => {
  for (const [millionths, words] of [
    [142_466, "14.2 %"],
    [1_000_000, "100 %"],
    [5_000, "0.50 %"],
    [10_000, "1.0 %"],
  ] as const) {
    expect(percent(millionths)).toBe(words);
  }
});

test("a typed percentage is read whole or not at all", () => {
  for (const [text, millionths] of [
    ["1", 10_000],
    [" 0.5 ", 5_000],
    ["100", 1_000_000],
    ["0", 0],
    ["", undefined],
    ["one", undefined],
    ["1,5", undefined],
  ] as const) {
    expect(millionthsOf(text)).toBe(millionths);
  }
});

test("weekdays read as people say them", () => {
  expect(weekdayWords("1111111")).toBe("Every day, weekends too");
  expect(weekdayWords("1111100")).toBe("Monday to Friday");
  expect(weekdayWords("1010001")).toBe("Mon, Wed, Sun");
});

test("a pause says until when and where", () => {
  const pause = { id: "p", kind: "vacation", site: "Bar Harbor", because: "", from: "2026-11-24", rev: 1 } as const;
  expect(pauseWords(pause, "2026-11-24")).toContain("until it is ended, collected at Bar Harbor");
});
