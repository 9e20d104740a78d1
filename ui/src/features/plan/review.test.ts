import { describe, expect, it } from "vitest";
import type { PlanReview } from "../../ipc/generated/calls.ts";
import { merged } from "../draft/together.ts";
import { reviewParts, standingReview } from "./review.ts";
import type { ReviewBody } from "./review.ts";

const objectives = [{ id: "o1", label: "1.1", words: "Name three cues", state: "open" as const, rev: 1 }];
const review = (id: string): PlanReview => ({
  id,
  on: "2026-11-24",
  by: "Dana Ruiz",
  words: "Going well.",
  next_due_on: "2026-12-24",
  progress: [{ label: "1.1", objective: "Name three cues", progress: "forward", words: "Two of three." }],
});

describe("a review that a colleague recorded meanwhile", () => {
  it("is nothing to somebody who begins after it", () => {
    expect(standingReview(review("r1"), objectives)).toEqual({ said: {}, words: "", next_due_on: "", after: "r1" });
    expect(standingReview(undefined, objectives).after).toBe("");
  });

  it("stands beside one begun before it, and goes on standing there", () => {
    const begun = standingReview(undefined, objectives);
    const mine: ReviewBody = { ...begun, words: "Slow.", said: {} };
    const stands = standingReview(review("r1"), objectives, begun);
    const now = merged(reviewParts(objectives), begun, mine, stands);
    expect(now.both.map(({ part }) => part.label)).toEqual(["The whole"]);
    expect(now.body.said["o1"]).toEqual({ progress: "forward", words: "Two of three." });
    expect(standingReview(review("r1"), objectives, now.basis)).toEqual(stands);
  });
});
