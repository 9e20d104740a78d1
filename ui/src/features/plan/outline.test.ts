//! Labels count through the whole plan, as the core counts them.

import { describe, expect, it } from "vitest";
import { span } from "./library.ts";
import { NEW_GOAL, NEW_PROBLEM, goalNumber, labelOf, planParts, quoted, replaced, withObjective, withProblem } from "./outline.ts";
import { merged } from "../draft/together.ts";

describe("the outline", () => {
  it("numbers goals through all problems", () => {
    const problems = [
      { words: "a", goals: [NEW_GOAL, NEW_GOAL] },
      { words: "b", goals: [NEW_GOAL] },
    ];
    expect(goalNumber(problems, 0, 1)).toBe(2);
    expect(goalNumber(problems, 1, 0)).toBe(3);
  });

  it.each([
    ["problems", "Plan"],
    ["problems.1.words", "Problem 2"],
    ["problems.1.goals", "Problem 2"],
    ["problems.1.goals.0.words", "Goal 3"],
    ["problems.0.goals.1.objectives.2.words", "Objective 2.3"],
    ["problems.0.goals.1.objectives", "Goal 2"],
    ["problems.1.goals.0.interventions.0.frequency", "What we do for goal 3"],
  ])("calls %s %s", (field, label) => {
    const problems = [
      { words: "a", goals: [NEW_GOAL, NEW_GOAL] },
      { words: "b", goals: [NEW_GOAL] },
    ];
    expect(labelOf(problems, field)).toBe(label);
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

describe("what is taken over", () => {
  const found = { code: "three-cues", area: "Use", words: "Name three cues", intervention: "Trigger mapping", frequency: "Weekly", retired: false };

  it("puts an objective in the place of an empty one, with what is done for it", () => {
    const goal = withObjective(NEW_GOAL, found, "2026-11-24", "m");
    expect(goal.objectives).toEqual([{ words: "Name three cues" }]);
    expect(goal.interventions).toEqual([{ words: "Trigger mapping", frequency: "Weekly", responsible: "m" }]);
    const twice = withObjective(goal, { ...found, words: "Name five cues", target_days: 42 }, "2026-11-24", "m");
    expect([twice.objectives.length, twice.interventions?.length]).toEqual([2, 1]);
    expect(twice.objectives[1]?.target_on).toBe("2027-01-05");
    expect([span(undefined), span(30), span(42), span(1)]).toEqual(["", "within 30 days", "within 6 weeks", "within 1 day"]);
  });

  it("puts a problem in the place of an empty one", () => {
    const one = withProblem([NEW_PROBLEM], "Opioids");
    expect(one.map(({ words }) => words)).toEqual(["Opioids"]);
    expect(withProblem(one, "Sleep").map(({ words }) => words)).toEqual(["Opioids", "Sleep"]);
  });
});

describe("two people on one plan", () => {
  const one = (words: string) => ({ words, goals: [] });
  const put = (basis: string[], mine: string[], stands: string[]) => {
    const [before, own, now] = [basis, mine, stands].map((all) => ({ problems: all.map(one) }));
    if (before === undefined || own === undefined || now === undefined) throw new Error("three texts");
    const so = merged(planParts([before, own, now]), before, own, now);
    return { problems: so.body.problems.map(({ words }) => words), asked: so.both.map(({ part }) => part.label) };
  };

  it.each([
    { basis: ["sleep"], mine: ["sleep", "cravings"], stands: ["sleep, two nights"], problems: ["sleep, two nights", "cravings"], asked: [] },
    { basis: ["sleep"], mine: ["sleep"], stands: ["sleep", "cravings"], problems: ["sleep", "cravings"], asked: [] },
    { basis: ["sleep", "cravings"], mine: ["sleep", "cravings"], stands: ["sleep"], problems: ["sleep"], asked: [] },
    { basis: ["sleep"], mine: ["sleep well"], stands: ["sleep badly"], problems: ["sleep well"], asked: ["Problem 1"] },
    { basis: ["sleep"], mine: ["sleep", "work"], stands: ["sleep", "cravings"], problems: ["sleep", "work"], asked: ["Problem 2"] },
  ])("$mine beside $stands", ({ basis, mine, stands, problems, asked }) => {
    expect(put(basis, mine, stands)).toEqual({ problems, asked });
  });

  it("keeps both problems where both added one", () => {
    const [before, own, now] = [{ problems: [one("a")] }, { problems: [one("a"), one("b")] }, { problems: [one("a"), one("c")] }];
    const { both, body } = merged(planParts([before, own, now]), before, own, now);
    expect(both[0]?.part.join?.(body, now).problems.map(({ words }) => words)).toEqual(["a", "b", "c"]);
  });
});
