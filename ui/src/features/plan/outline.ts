//! The outline of a plan while it is written: problems, goals, objectives, and the labels they will have. Pure.

import type { Plan, ProblemFields } from "../../ipc/generated/calls.ts";

export const NEW_OBJECTIVE = { words: "" };
export const NEW_GOAL = { words: "", objectives: [NEW_OBJECTIVE] };
export const NEW_PROBLEM: ProblemFields = { words: "", goals: [NEW_GOAL] };

/** A goal in the client's own words, in one pair of quotation marks whether or not they were typed. */
export function quoted(words: string): string {
  return `“${words.trim().replace(/^["“]+|["”]+$/g, "")}”`;
}

/** A stored plan as a form holds it; an empty one begins with an empty problem. */
export function fieldsOf(plan: Plan): ProblemFields[] {
  if (plan.problems.length === 0) return [NEW_PROBLEM];
  return plan.problems.map((problem) => ({
    words: problem.words,
    goals: problem.goals.map((goal) => ({
      words: goal.words,
      objectives: goal.objectives.map(({ words, target_on }) => ({
        words,
        ...(target_on === undefined ? {} : { target_on }),
      })),
    })),
  }));
}

/** A list with one entry replaced, or taken out where `next` is undefined. */
export function replaced<Item>(list: readonly Item[], at: number, next: Item | undefined): Item[] {
  return list.flatMap((item, index) => (index === at ? (next === undefined ? [] : [next]) : [item]));
}

/** The number of a goal, counted through the whole plan: what comes before the dot of its objectives. */
export function goalNumber(problems: readonly ProblemFields[], problem: number, goal: number): number {
  const before = problems.slice(0, problem).reduce((sum, one) => sum + one.goals.length, 0);
  return before + goal + 1;
}
