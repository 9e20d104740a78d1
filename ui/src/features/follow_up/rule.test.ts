import { expect, test } from "vitest";
import { NEW_STEP, draftsOf, stepFields, stepsOf } from "./rule.ts";

test("a rule comes back as it was", () => {
  const steps = [
    { step: "contact", hours: 24, words: "Ask" },
    { step: "notify", hours: 48, recipient: "board", words: "" },
  ] as const;
  expect(stepsOf(draftsOf(steps))).toEqual(steps);
});

test.each([
  ["12", 12],
  [" 12 ", 12],
  ["soon", 0],
  ["1.5", 0],
  ["", 0],
])("%j hours are sent as %i", (hours, sent) => expect(stepsOf([{ ...NEW_STEP, hours }])[0]?.hours).toBe(sent));

test("only a notice keeps its recipient", () => {
  expect(stepsOf([{ ...NEW_STEP, recipient: "board" }])[0]).not.toHaveProperty("recipient");
  expect(stepsOf([{ ...NEW_STEP, step: "notify", recipient: "board" }])[0]?.recipient).toBe("board");
});

test("each step has four fields", () => expect(stepFields(2)).toHaveLength(8));
