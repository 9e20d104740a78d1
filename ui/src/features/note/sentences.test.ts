import { expect, test } from "vitest";
import { placeOf, sentencesOf } from "./sentences.ts";

test("a text is cut into its sentences", () => {
  const text = "Slept five hours. Called “her sponsor.” Twice!\nPlan: calls";
  expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
    "Slept five hours.",
    "Called “her sponsor.”",
    "Twice!",
    "Plan: calls",
  ]);
  expect(sentencesOf(" \n ")).toEqual([]);
});

test("places count characters as the core does", () => {
  const text = "👍 Yes. Đặng called.";
  const second = sentencesOf(text)[1];
  expect(second).toEqual({ starts: 7, ends: 19, text: "Đặng called." });
  expect([...text].slice(second?.starts, second?.ends).join("")).toBe(second?.text);
});

test("a quote is found where it stood, and where it went", () => {
  for (const [text, quote, starts, expected] of [
    ["Yes. Yes.", "Yes.", 5, [5, 9]],
    ["New. Yes.", "Yes.", 0, [5, 9]],
    ["👍 Yes.", "Yes.", 2, [3, 7]],
    ["Gone.", "Yes.", 0, undefined],
    ["Yes.", "", 0, undefined],
  ] as const) {
    expect(placeOf(text, quote, starts), text).toEqual(expected);
  }
});
