//! A refusal of the router as an error one can throw, catch and show. Its message is a finished sentence and is shown as it is.
//! Deliberately absent: any wording of ours for a refusal; only a lost connection to the core, which cannot speak for itself, is worded here.

import type { Refusal, Code } from "./generated/calls.ts";

export class Refused extends Error {
  readonly code: Code;
  readonly fields: Record<string, string>;
  /** The rule that stopped it, as `noun.rule`: where a form asks for a reason to go on. */
  readonly rule: string | undefined;
  readonly incident: string | undefined;
  readonly waitMs: number | undefined;
  /** The record as it stands, where somebody else changed it first. */
  readonly theirs: unknown;
  /** When it arrived, on the clock that nobody can set back. */
  readonly arrived: number = performance.now();

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = "Refused";
    this.code = refusal.code;
    this.fields = Object.fromEntries(refusal.fields.map(({ field, message }) => [field, message]));
    this.rule = refusal.rule;
    this.incident = refusal.incident;
    this.waitMs = refusal.wait_ms;
    this.theirs = refusal.theirs;
  }

  /** True when every complaint stands beside a field, so that a banner would only say it twice. */
  get onlyFields(): boolean {
    return Object.keys(this.fields).length > 0;
  }
}

function isRefusal(thrown: unknown): thrown is Refusal {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}

/** Whatever `invoke` rejects with, as a Refused. */
export function refused(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  if (isRefusal(thrown)) return new Refused({ ...thrown, fields: thrown.fields ?? [] });
  return new Refused({
    code: "internal",
    message: "The program did not answer. What you typed is still here; try again.",
    fields: [],
  });
}
