import { expect, test } from "vitest";
import { countsOf, named, nextMark } from "./board.ts";

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

test("how many stand how, and nothing of what there is none of", () => {
  const states = ["expected", "here", "late", "expected", "gone", "not_coming"] as const;
  expect(countsOf(states.map((state) => ({ state })))).toBe("2 expected, 1 late, 1 not coming, 1 here, 1 gone");
  expect(countsOf([{ state: "here" }])).toBe("1 here");
});

test.each([
  ["", ["Quiñones, Marisol", "Van der Berg, Ruth Ann", "Okafor, Ann-Marie"]],
  ["quin", ["Quiñones, Marisol"]],
  ["ann", ["Van der Berg, Ruth Ann", "Okafor, Ann-Marie"]],
  ["ann v", ["Van der Berg, Ruth Ann"]],
  ["marie oka", ["Okafor, Ann-Marie"]],
  ["zz", []],
])("a typed name %s finds %j", (typed, expected) => {
  const lines = ["Quiñones, Marisol", "Van der Berg, Ruth Ann", "Okafor, Ann-Marie"].map((text) => ({ name: { text } }));
  expect(named(lines, typed).map(({ name }) => name.text)).toEqual(expected);
});
