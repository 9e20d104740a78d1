//! A review while it is written, and the review that a colleague recorded meanwhile. Pure.

import type { Objective, PlanReview, ReviewProgress } from "../../ipc/generated/calls.ts";
import { dayPart, prosePart } from "../draft/together.ts";
import type { Part } from "../draft/together.ts";
import { PROGRESS } from "./steps.ts";

export interface SaidBody {
  progress: ReviewProgress | "";
  words: string;
}

export interface ReviewBody {
  said: Record<string, SaidBody>;
  words: string;
  /** After the practice's days when empty. */
  next_due_on: string;
  /** The newest review when this one was begun; a newer one means that a colleague reviewed the plan meanwhile. */
  after: string;
}

const NOTHING: SaidBody = { progress: "", words: "" };

export function saidOf(body: ReviewBody, objective: string): SaidBody {
  return body.said[objective] ?? NOTHING;
}

/** What stands beside a review that goes on from `basis`: nothing, or the review that was recorded meanwhile. */
export function standingReview(newest: PlanReview | undefined, objectives: readonly Objective[], basis?: ReviewBody): ReviewBody {
  const after = newest?.id ?? "";
  if (newest === undefined || basis === undefined || basis.after === after) return { said: {}, words: "", next_due_on: "", after: basis?.after ?? after };
  const said = objectives.flatMap(({ id, label }) => {
    const one = newest.progress.find((progress) => progress.label === label);
    return one === undefined ? [] : [[id, { progress: one.progress, words: one.words }] as const];
  });
  return { said: Object.fromEntries(said), words: newest.words, next_due_on: newest.next_due_on, after: basis.after };
}

/** Objective by objective, and the whole. */
export function reviewParts(objectives: readonly Objective[]): Part<ReviewBody>[] {
  const said = objectives.map(({ id, label }): Part<ReviewBody> => ({
    key: id,
    label: `Objective ${label}`,
    words: (body) => {
      const { progress, words } = saidOf(body, id);
      return [progress === "" ? "" : PROGRESS[progress], words.trim()].filter((one) => one !== "").join("\n");
    },
    put: (into, from) => ({ ...into, said: { ...into.said, [id]: saidOf(from, id) } }),
  }));
  return [...said, prosePart("words", "The whole"), dayPart("next_due_on", "Next review")];
}
