/* Refusals of the stand-in, thrown as plain objects, as the core's arrive. */
import type { Refusal, RefusalCode } from "../../src/ipc/generated/calls.ts";

export function refuse(code: RefusalCode, message: string, more: Partial<Refusal> = {}): never {
  throw { code, message, fields: [], ...more } satisfies Refusal;
}
