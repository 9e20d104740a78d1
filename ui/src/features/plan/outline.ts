//! The outline of a plan while it is written: problems, goals, objectives, and the labels they will have. Pure.

import type { GoalFields, LibraryObjective, Plan, ProblemFields } from "../../ipc/generated/calls.ts";
import { dayWords } from "../draft/together.ts";
import type { Part } from "../draft/together.ts";

export interface PlanBody {
  problems: ProblemFields[];
}

export const NEW_OBJECTIVE = { words: "" };
export const NEW_INTERVENTION = { words: "", frequency: "" };
export const NEW_GOAL: GoalFields = { words: "", objectives: [NEW_OBJECTIVE], interventions: [] };
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
      interventions: goal.interventions.map(({ words, frequency, responsible }) => ({
        words,
        frequency,
        ...(responsible === undefined ? {} : { responsible }),
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

/** How the form calls a field that the core names: "Objective 2.1", "Goal 2", "Problem 1". */
export function labelOf(problems: readonly ProblemFields[], field: string): string {
  const [, p, , g, kind, at] = field.split(".");
  if (p === undefined) return "Plan";
  if (g === undefined) return `Problem ${String(Number(p) + 1)}`;
  const goal = String(goalNumber(problems, Number(p), Number(g)));
  if (kind === "objectives" && at !== undefined) return `Objective ${goal}.${String(Number(at) + 1)}`;
  return kind === "interventions" ? `What we do for goal ${goal}` : `Goal ${goal}`;
}

/** A local date some days later. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A goal with an objective of the library at its end, in the place of an empty one, with its day, and with what the staff does for it. */
export function withObjective(goal: GoalFields, { words, intervention, frequency, target_days }: LibraryObjective, today: string, responsible: string | undefined): GoalFields {
  const kept = goal.objectives.filter((one) => one.words.trim() !== "");
  const done = goal.interventions ?? [];
  const known = intervention === "" || done.some((one) => one.words === intervention);
  return {
    ...goal,
    objectives: [...kept, target_days === undefined ? { words } : { words, target_on: daysAfter(today, target_days) }],
    interventions: known ? done : [...done, { words: intervention, frequency, ...(responsible === undefined ? {} : { responsible }) }],
  };
}

/** Problems with one more, in the place of one that is still empty. */
export function withProblem(problems: readonly ProblemFields[], words: string): ProblemFields[] {
  const empty = (one: ProblemFields) => one.words.trim() === "" && one.goals.every((goal) => goal.words.trim() === "");
  const kept = problems.filter((one) => !empty(one));
  return [...kept, { ...NEW_PROBLEM, words }];
}

/** A plan that two people write is put together problem by problem. */
export function planParts(bodies: readonly PlanBody[]): Part<PlanBody>[] {
  const many = Math.max(...bodies.map(({ problems }) => problems.length));
  return Array.from({ length: many }, (_, at) => ({
    key: `problems.${String(at)}`,
    label: `Problem ${String(at + 1)}`,
    words: ({ problems }) => outlined(problems[at]),
    put: (into, from) => ({ problems: withProblemAt(into.problems, at, from.problems[at]) }),
    join: (mine, theirs) => ({ problems: [...mine.problems, ...theirs.problems.slice(at, at + 1)] }),
  }));
}

/** A problem that is not there leaves its place empty, so that the others keep theirs; empty places at the end go. */
function withProblemAt(problems: readonly ProblemFields[], at: number, next: ProblemFields | undefined): ProblemFields[] {
  const all = Array.from({ length: Math.max(problems.length, at + 1) }, (_, index) => (index === at ? next : problems[index]) ?? { words: "", goals: [] });
  const last = all.findLastIndex((one) => outlined(one) !== "");
  return all.slice(0, Math.max(1, last + 1));
}

/** A problem as one text, a line for each thing. */
function outlined(problem: ProblemFields | undefined): string {
  if (problem === undefined) return "";
  const lines = problem.goals.flatMap((goal) => [
    goal.words.trim() === "" ? "" : `Goal: ${goal.words.trim()}`,
    ...goal.objectives.map(({ words, target_on }) => [words.trim(), target_on === undefined ? "" : `by ${dayWords(target_on)}`].filter((one) => one !== "").join(" ")),
    ...(goal.interventions ?? []).map(({ words, frequency }) => [words.trim(), frequency.trim()].filter((one) => one !== "").join(", ")),
  ]);
  return [problem.words.trim(), ...lines].filter((line) => line !== "").join("\n");
}
