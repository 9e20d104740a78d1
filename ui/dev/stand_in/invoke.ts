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

/** `?core`: the look mode asks the real core through the dev server (see `../core.ts`). */
export const real = new URLSearchParams(location.search).has("core");

async function askCore<T>(name: string, payload: unknown, dry: boolean): Promise<T> {
  const body = JSON.stringify({ call: name, with: payload, dry });
  const said = (await (await fetch("/core", { method: "POST", body })).json()) as { answer: T; refusal?: unknown };
  if (said.refusal !== undefined) throw said.refusal;
  return said.answer;
}

const OPEN_ALWAYS = /^(workstation|practice\.c|passphrase|backup\.restore_first|job)/;

export async function invoke<T>(command: string, { name, payload, dryRun }: Call): Promise<T> {
  if (command !== "call") throw new Error(`no such command: ${command}`);
  if (real) return askCore<T>(name, payload, dryRun);
  await new Promise((answer) => setTimeout(answer, world.delay));
  calls.push({ name, payload: structuredClone(payload) });
  const handler = handlers[name];
  if (handler === undefined) refuse("unknown_call", `There is no call ${name}.`);
  if (world.workstation.state !== "open" && !OPEN_ALWAYS.test(name)) refuse("locked", "The records are locked.");
  return structuredClone(handler(payload)) as T;
}
