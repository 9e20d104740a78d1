import { expect, test } from "vitest";
import type { Snippet } from "../../ipc/generated/calls.ts";
import { askedAt, expanded, meant, placeAfter } from "./expand.ts";

const snippet = (word: string, words: string, shared = false): Snippet => ({
  id: `${word}${String(shared)}`,
  word,
  words,
  shared,
  by: "Marisol Quiñones",
  may_change: true,
  rev: 1,
});

test("a slash asks at the beginning of a word only", () => {
  for (const [text, expected] of [
    ["/", { from: 0, word: "" }],
    ["Slept. /sle", { from: 7, word: "sle" }],
    ["\n/Đặ", { from: 1, word: "Đặ" }],
    ["and/or", undefined],
    ["11/24", undefined],
    ["/two words", undefined],
  ] as const) {
    expect(askedAt(text, text.length), text).toEqual(expected);
  }
});

test("one's own goes before a shared one with the same word", () => {
  const all = [snippet("sleep", "Mine."), snippet("sleep", "Theirs.", true), snippet("sponsor", "Called her sponsor."), snippet("x", "About sleep.", true)];
  expect(meant(all, "s").map((one) => one.words)).toEqual(["Mine.", "Called her sponsor."]);
  expect(meant(all, "sle").map((one) => one.words)).toEqual(["Mine.", "About sleep."]);
});

test("the first place to fill in is selected, and Tab finds the next", () => {
  const done = expanded("Yes. /sl and more", { from: 5, word: "sl" }, 8, "Slept [hours] hours, woke [times] times.");
  expect(done.text).toBe("Yes. Slept [hours] hours, woke [times] times. and more");
  expect(done.text.slice(...done.selects)).toBe("[hours]");
  const next = placeAfter(done.text, done.selects[1]);
  expect(next === undefined ? "" : done.text.slice(...next)).toBe("[times]");
  expect(placeAfter(done.text, next?.[1] ?? 0)).toBeUndefined();
  const plain = expanded("/a", { from: 0, word: "a" }, 2, "Above.");
  expect(plain.selects).toEqual([6, 6]);
});
