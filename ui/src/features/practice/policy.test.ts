import { describe, expect, it } from "vitest";
import type { Policy } from "../../ipc/generated/calls.ts";
import { grouped, policyProblem, rangeWords } from "./policy.ts";

const policy: Policy = {
  key: "k",
  group: "Hours",
  label: "l",
  help: "",
  unit: "hours",
  value: "9",
  default: "9",
  minimum: 1,
  maximum: 40,
  source: "s",
  verified: true,
  by_payer: true,
  payers: [],
  effective_on: "2026-01-01",
  history: [],
};

describe("a policy's typed value", () => {
  it.each([
    ["9", undefined],
    [" 9.5 ", undefined],
    ["1", undefined],
    ["40", undefined],
    ["", "Type a value."],
    ["nine", "Type a number."],
    ["0", "Type a number between 1 and 40 hours."],
    ["41", "Type a number between 1 and 40 hours."],
  ])("%j: %s", (typed, problem) => expect(policyProblem(policy, typed)).toBe(problem));

  it("may be any text where there is no range", () => {
    const { minimum: _low, maximum: _high, ...open } = policy;
    expect(policyProblem(open, "calendar week")).toBeUndefined();
    expect(rangeWords(open)).toBe("");
  });
});

it("keeps policies in the order they came, by group", () => {
  const groups = grouped([policy, { ...policy, key: "b", group: "Notes" }, { ...policy, key: "c" }]);
  expect(groups.map(({ group, policies }) => [group, policies.map(({ key }) => key)])).toEqual([
    ["Hours", ["k", "c"]],
    ["Notes", ["b"]],
  ]);
});
