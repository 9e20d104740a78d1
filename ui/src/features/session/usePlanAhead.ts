//! Planning the coming weeks from the weekly times: by itself when one has no session yet, or when somebody asks. It says what it planned and left out.

import { useEffect } from "react";
import { act } from "../../ipc/door.ts";
import type { SessionList } from "../../ipc/generated/calls.ts";
import { say } from "../../kit/Toast/toasts.ts";
import { plannedWords } from "./closed.ts";

export async function planAhead(today: string): Promise<void> {
  say(plannedWords(await act("session.plan_ahead", {}), today));
}

/** Once per answer that says so. */
export function usePlanAhead(list: SessionList | undefined, today: string): void {
  const due = list?.plan_ahead_due === true;
  useEffect(() => {
    if (due) planAhead(today).catch(() => undefined);
  }, [due, today]);
}
