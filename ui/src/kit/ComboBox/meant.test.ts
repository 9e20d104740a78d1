import { expect, it } from "vitest";
import { meantBy } from "./meant.ts";

const states = [
  { label: "Maine", help: "ME" },
  { label: "Maryland", help: "MD" },
  { label: "Massachusetts", help: "MA" },
];

it.each([
  ["ma", states, "Massachusetts"],
  [" maine ", states, "Maine"],
  ["mar", states.slice(1, 2), "Maryland"],
  ["m", states, undefined],
  ["", states, undefined],
  ["x", [], undefined],
])("%j means %s", (typed, found, label) => {
  expect(meantBy(typed, found)?.label).toBe(label);
});
