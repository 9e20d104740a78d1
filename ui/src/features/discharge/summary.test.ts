import { expect, it } from "vitest";
import type { DischargeSummary } from "../../ipc/generated/calls.ts";
import { NEW_CARE, bodyOf, fieldsOf, labelOf, namesOf } from "./summary.ts";

const parts = [
  { key: "course", label: "Course", prompt: "What was done" },
  { key: "condition", label: "Condition", prompt: "How it is now" },
];

const draft: DischargeSummary = {
  id: "d",
  state: "draft",
  author: "Marisol Quiñones",
  rev: 1,
  fields: { sections: [{ key: "course", text: "Steady." }], goals: [{ goal: "Sleep", words: "" }], care: [], no_care: "" },
};

it("has a place for every section and keeps the goals of the plan", () => {
  const body = bodyOf(parts, draft);
  expect(body.texts).toEqual({ course: "Steady.", condition: "" });
  expect(fieldsOf(body).goals).toEqual([{ goal: "Sleep", words: "" }]);
});

it("sends no line of care that nobody filled in", () => {
  const body = { ...bodyOf(parts, draft), care: [NEW_CARE, { ...NEW_CARE, with: "Riverbend" }, { ...NEW_CARE, on: "2026-12-01" }] };
  expect(fieldsOf(body).care.map((one) => one.with)).toEqual(["Riverbend", ""]);
});

it("knows every field a refusal may name", () => {
  const names = namesOf({ ...bodyOf(parts, draft), care: [NEW_CARE] });
  expect(names).toEqual(["sections.course", "sections.condition", "goals.0.outcome", "goals.0.words", "care.0.with", "care.0.what", "care.0.time", "no_care"]);
});

it.each([
  ["sections.condition", "Condition"],
  ["goals.0.outcome", "Sleep"],
  ["no_care", "Continuing care"],
  ["care", "Continuing care"],
])("calls %s %s", (field, label) => {
  expect(labelOf(parts, bodyOf(parts, draft), field)).toBe(label);
});
