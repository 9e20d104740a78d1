import { expect, it } from "vitest";
import { inForm, pointsLeft } from "./points.ts";

it.each([
  ["sections.reason", true],
  ["progress.1.2", true],
  ["license", false],
  ["author", false],
  ["state", false],
])("says whether %s stands in the form", (field, expected) => {
  expect(inForm({ field, message: "" })).toBe(expected);
});

it("counts what is left", () => {
  const point = { field: "words", message: "" };
  expect([pointsLeft([point]), pointsLeft([point, point])]).toEqual(["1 point before you sign", "2 points before you sign"]);
});
