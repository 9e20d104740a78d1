import { describe, expect, test } from "vitest";
import { moved, nextFrom, pieces, spokenCount } from "./marks.ts";

const words = (text: string, marks: readonly { starts: number; ends: number }[]) =>
  marks.map(({ starts, ends }) => text.slice(starts, ends));
const TEXT = "She recieved teh call.";
const MARKS = [
  { starts: 4, ends: 12 },
  { starts: 13, ends: 16 },
];

describe("marks move with what is typed", () => {
  test.each([
    ["nothing", TEXT, ["recieved", "teh"]],
    ["behind them", `${TEXT} Then`, ["recieved", "teh"]],
    ["before them", `Then ${TEXT}`, ["recieved", "teh"]],
    ["between them", "She recieved all teh call.", ["recieved", "teh"]],
    ["inside one", "She recXieved teh call.", ["teh"]],
    ["at the end of one", "She recievedx teh call.", ["teh"]],
    ["a mark behind one", "She recieved, teh call.", ["recieved", "teh"]],
    ["before the first letter of one", "She xrecieved teh call.", ["teh"]],
    ["one taken out", "She teh call.", ["teh"]],
    ["one replaced", "She received teh call.", ["teh"]],
    ["all of it", "", []],
  ])("%s", (_, after, expected) => {
    expect(words(after, moved(MARKS, TEXT, after))).toEqual(expected);
  });
});

test("a text falls into pieces that are it again", () => {
  const found = pieces(TEXT, MARKS);
  expect(found.map(({ text }) => text).join("")).toBe(TEXT);
  expect(found.filter(({ marked }) => marked).map(({ at, text }) => [at, text])).toEqual([
    [4, "recieved"],
    [13, "teh"],
  ]);
  expect(pieces("", [])).toEqual([]);
});

test("one goes from word to word, and behind the last there is none", () => {
  expect([0, 4, 5, 13, 14].map((caret) => nextFrom(MARKS, caret)?.starts)).toEqual([4, 4, 13, 13, undefined]);
  expect([spokenCount(1), spokenCount(2)]).toEqual(["1 word not known", "2 words not known"]);
});
