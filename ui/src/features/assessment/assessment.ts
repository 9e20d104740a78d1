//! An assessment while it is written: one text for every section, and the ratings of each edition apart, because a rating is never moved from one to the
//! other. Pure.

import type { Assessment, AssessmentFields, AssessmentTemplate, Edition, Rating } from "../../ipc/generated/calls.ts";
import { dayPart, fieldsPart, prosePart, textPart } from "../draft/together.ts";
import type { Part } from "../draft/together.ts";

export interface AssessmentBody extends Omit<AssessmentFields, "sections" | "ratings" | "problems"> {
  texts: Record<string, string>;
  ratings: Record<Edition, Rating[]>;
  /** One a line. */
  problems: string;
}

const dimensionsOf = (template: AssessmentTemplate, edition: Edition) =>
  template.editions.find((one) => one.edition === edition)?.dimensions ?? [];

/** A stored draft as its form holds it: every section and every dimension has its place. */
export function bodyOf(template: AssessmentTemplate, { fields }: Assessment): AssessmentBody {
  const { sections, ratings, problems, ...rest } = fields;
  const ofEdition = (edition: Edition): Rating[] =>
    dimensionsOf(template, edition).map(({ number }) => {
      const kept = edition === fields.edition ? ratings.find((one) => one.number === number) : undefined;
      return kept ?? { number, words: "" };
    });
  return {
    ...rest,
    texts: Object.fromEntries(template.sections.map(({ key }) => [key, sections.find((one) => one.key === key)?.text ?? ""])),
    ratings: { "3": ofEdition("3"), "4": ofEdition("4") },
    problems: problems.join("\n"),
  };
}

/** What is sent: the ratings of the chosen edition alone. */
export function fieldsOf({ texts, ratings, problems, ...rest }: AssessmentBody): AssessmentFields {
  return {
    ...rest,
    sections: Object.entries(texts).map(([key, text]) => ({ key, text })),
    ratings: ratings[rest.edition],
    problems: problems.split("\n").map((line) => line.trim()).filter((line) => line !== ""),
  };
}

/** The names of all fields, as a refusal names them. */
export function namesOf(template: AssessmentTemplate, edition: Edition): string[] {
  return [
    "assessed_on",
    ...template.sections.map(({ key }) => `sections.${key}`),
    ...dimensionsOf(template, edition).flatMap(({ number }) => [`ratings.${String(number)}.risk`, `ratings.${String(number)}.words`]),
    "indicated",
    "given",
    "difference",
    "difference_words",
    "problems",
  ];
}

const OTHERS: Record<string, string> = {
  assessed_on: "Assessed on",
  indicated: "Level indicated",
  given: "Level given",
  difference: "Why they differ",
  difference_words: "Why they differ",
  problems: "Problems for the plan",
};

/** How the form calls a field that the core names. */
export function labelOf(template: AssessmentTemplate, edition: Edition, field: string): string {
  const [kind, of = ""] = field.split(".");
  if (kind === "sections") return template.sections.find(({ key }) => key === of)?.label ?? "";
  if (kind === "ratings") return dimensionsOf(template, edition).find(({ number }) => String(number) === of)?.name ?? "";
  return OTHERS[field] ?? "";
}

/** How many required sections and dimensions still wait for a word. */
export function stillOpen(template: AssessmentTemplate, body: AssessmentBody): number {
  const sections = template.sections.filter(({ key, required }) => required && (body.texts[key] ?? "").trim() === "");
  const dimensions = dimensionsOf(template, body.edition).filter(({ number, sets_level }) => {
    const rating = body.ratings[body.edition].find((one) => one.number === number);
    return rating === undefined || rating.words.trim() === "" || (sets_level && rating.risk === undefined);
  });
  return sections.length + dimensions.length;
}

/** The edition with its levels, as a person reads them. */
function levelsOf(template: AssessmentTemplate, { edition, indicated, given, difference, difference_words: why }: AssessmentBody): string {
  const of = template.editions.find((one) => one.edition === edition);
  const level = (word: string) => of?.levels.find((one) => one.word === word)?.label ?? word;
  const reason = template.differences.find(({ word }) => word === difference)?.label ?? "";
  return [of?.label ?? edition, indicated === "" ? "" : `Indicated: ${level(indicated)}`, given === "" ? "" : `Given: ${level(given)}`, reason, why.trim()]
    .filter((line) => line !== "")
    .join("\n");
}

/** An assessment that two people write is put together section by section and dimension by dimension; the edition goes with its levels. */
export function assessmentParts(template: AssessmentTemplate): Part<AssessmentBody>[] {
  const dimensions = template.editions.flatMap(({ edition, label, scale, dimensions: all }) =>
    all.map(({ number, name }): Part<AssessmentBody> => {
      const of = (body: AssessmentBody) => body.ratings[edition].find((one) => one.number === number) ?? { number, words: "" };
      return {
        key: `ratings.${edition}.${String(number)}`,
        label: `${name} (${label})`,
        words: (body) => [scale[of(body).risk ?? -1] ?? "", of(body).words.trim()].filter((one) => one !== "").join("\n"),
        put: (into, from) => ({
          ...into,
          ratings: { ...into.ratings, [edition]: into.ratings[edition].map((one) => (one.number === number ? of(from) : one)) },
        }),
      };
    }),
  );
  return [
    dayPart("assessed_on", "Assessed on"),
    ...template.sections.map(({ key, label }) => textPart<AssessmentBody>(key, label)),
    ...dimensions,
    fieldsPart("levels", "Level of care", ["edition", "indicated", "given", "difference", "difference_words"], (body) => levelsOf(template, body)),
    prosePart("problems", "Problems for the plan"),
  ];
}
