/* In the place of `@tauri-apps/api/core` in tests and in the look mode: the same `invoke`, answered from memory. Never in the bundle.
   It knows the shapes of the calls and enough rules to walk through every screen; the rules that count are the core's. */
import { handlers } from "./handlers.ts";
import { refuse } from "./refuse.ts";
import { world } from "./world.ts";

interface Call {
  name: keyof typeof handlers;
  payload: never;
  dryRun: boolean;
}

/** Every call that came in, newest last; tests look at it. */
export const calls: { name: string; payload: unknown }[] = [];

const OPEN_ALWAYS = /^(workstation|practice\.c|passphrase|backup\.restore_first|job)/;

export async function invoke<T>(command: string, { name, payload }: Call): Promise<T> {
  if (command !== "call") throw new Error(`no such command: ${command}`);
  await new Promise((answer) => setTimeout(answer, world.delay));
  calls.push({ name, payload: structuredClone(payload) });
  const handler = handlers[name];
  if (handler === undefined) refuse("unknown_call", `There is no call ${name}.`);
  if (world.workstation.state !== "open" && !OPEN_ALWAYS.test(name)) refuse("locked", "The records are locked.");
  return structuredClone(handler(payload)) as T;
}
