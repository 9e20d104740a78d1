//! What can be said about a policy's typed value before the core judges it. Pure.

import type { Policy } from "../../ipc/generated/calls.ts";

/** "between 1 and 20 hours", or "" when there is no range. */
export function rangeWords({ minimum, maximum, unit }: Policy): string {
  const of = unit === "" ? "" : ` ${unit}`;
  if (minimum !== undefined && maximum !== undefined) return `between ${String(minimum)} and ${String(maximum)}${of}`;
  if (minimum !== undefined) return `at least ${String(minimum)}${of}`;
  if (maximum !== undefined) return `at most ${String(maximum)}${of}`;
  return "";
}

export function policyProblem(policy: Policy, typed: string): string | undefined {
  const value = typed.trim();
  if (value === "") return "Type a value.";
  const { minimum, maximum } = policy;
  if (minimum === undefined && maximum === undefined) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) return "Type a number.";
  if ((minimum !== undefined && number < minimum) || (maximum !== undefined && number > maximum))
    return `Type a number ${rangeWords(policy)}.`;
  return undefined;
}

export function grouped(policies: readonly Policy[]): { group: string; policies: Policy[] }[] {
  const groups = new Map<string, Policy[]>();
  for (const policy of policies) groups.set(policy.group, [...(groups.get(policy.group) ?? []), policy]);
  return [...groups].map(([group, of]) => ({ group, policies: of }));
}
