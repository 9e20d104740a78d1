/* Refusals of the stand-in, thrown as plain objects, as the core's arrive. */
import type { Refusal, Code } from "../../src/ipc/generated/calls.ts";

export function refuse(code: Code, message: string, more: Partial<Refusal> = {}): never {
  throw { code, message, fields: [], ...more } satisfies Refusal;
}
