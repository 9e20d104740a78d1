import { expect, test } from "vitest";
import { nextMark } from "./board.ts";

test.each([
  ["expected", true, "here"],
  ["late", true, "here"],
  ["not_coming", true, "here"],
  ["here", true, "gone"],
  ["gone", true, "here"],
  ["expected", false, undefined],
] as const)("%s, may mark %s: %s", (state, may_mark, expected) => {
  expect(nextMark({ state, may_mark })).toBe(expected);
});
