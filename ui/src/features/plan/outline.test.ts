//! Labels count through the whole plan, as the core counts them.

import { describe, expect, it } from "vitest";
import { NEW_GOAL, goalNumber, replaced, quoted } from "./outline.ts";

describe("the outline", () => {
  it("numbers goals through all problems", () => {
    const problems = [
      { words: "a", goals: [NEW_GOAL, NEW_GOAL] },
      { words: "b", goals: [NEW_GOAL] },
    ];
    expect(goalNumber(problems, 0, 1)).toBe(2);
    expect(goalNumber(problems, 1, 0)).toBe(3);
  });

  it("replaces and takes out", () => {
    expect(replaced([1, 2, 3], 1, 9)).toEqual([1, 9, 3]);
    expect(replaced([1, 2, 3], 1, undefined)).toEqual([1, 3]);
  });
});

it.each([
  ["I want to sleep.", "“I want to sleep.”"],
  ["“I want to sleep.”", "“I want to sleep.”"],
  ['"I want to sleep."', "“I want to sleep.”"],
])("puts %j into one pair of quotation marks", (words, shown) => {
  expect(quoted(words)).toBe(shown);
});
