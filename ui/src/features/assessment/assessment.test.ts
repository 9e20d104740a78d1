import { describe, expect, it } from "vitest";
import type { Assessment, AssessmentTemplate } from "../../ipc/generated/calls.ts";
import { bodyOf, fieldsOf, labelOf, namesOf, stillOpen } from "./assessment.ts";

const dimensions = (setting: number) =>
  [1, 2, 3, 4, 5, 6].map((number) => ({ number, name: `Dimension ${String(number)}`, sets_level: number <= setting }));

const template: AssessmentTemplate = {
  sections: [
    { key: "reason", label: "Reason", prompt: "Why now", required: true },
    { key: "legal", label: "Legal", prompt: "Hearings", required: false },
  ],
  editions: [
    { edition: "4", label: "Fourth", dimensions: dimensions(5), scale: ["None", "Some"], levels: [] },
    { edition: "3", label: "Third", dimensions: dimensions(6), scale: ["0", "1"], levels: [] },
  ],
  differences: [],
};

const draft: Assessment = {
  id: "a",
  version: 1,
  state: "draft",
  author: "Marisol Quiñones",
  rev: 1,
  fields: {
    edition: "4",
    assessed_on: "2026-11-24",
    sections: [{ key: "reason", text: "The board wrote." }],
    ratings: [{ number: 1, risk: 1, words: "No withdrawal." }],
    indicated: "2.1",
    given: "2.1",
    difference: "",
    difference_words: "",
    problems: ["Opioids", "Sleep"],
  },
};

describe("an assessment while it is written", () => {
  it("has a place for every section and dimension, and gives back what it was given", () => {
    const body = bodyOf(template, draft);
    expect(body.texts).toEqual({ reason: "The board wrote.", legal: "" });
    const fields = fieldsOf(body);
    expect(fields.problems).toEqual(["Opioids", "Sleep"]);
    expect(fields.ratings[0]).toEqual({ number: 1, risk: 1, words: "No withdrawal." });
    expect(fields.ratings).toHaveLength(6);
  });

  it("never moves a rating to the other edition, and keeps it for the way back", () => {
    const body = bodyOf(template, draft);
    const other = { ...body, edition: "3" as const };
    expect(fieldsOf(other).ratings[0]).toEqual({ number: 1, words: "" });
    expect(fieldsOf({ ...other, edition: "4" }).ratings[0]?.risk).toBe(1);
  });

  it("counts what is still to be written", () => {
    const body = bodyOf(template, draft);
    expect(stillOpen(template, body)).toBe(5);
    const rated = body.ratings["4"].map((one) => ({ ...one, words: "Stable", ...(one.number < 6 ? { risk: 0 } : {}) }));
    expect(stillOpen(template, { ...body, ratings: { ...body.ratings, "4": rated } })).toBe(0);
  });

  it("knows every field a refusal may name", () => {
    expect(namesOf(template, "4")).toContain("ratings.6.words");
    expect(namesOf(template, "4")).toContain("sections.legal");
  });
});

it.each([
  ["sections.legal", "Legal"],
  ["ratings.3.words", "Dimension 3"],
  ["given", "Level given"],
  ["elsewhere", ""],
])("calls %s %s", (field, label) => {
  expect(labelOf(template, "4", field)).toBe(label);
});
