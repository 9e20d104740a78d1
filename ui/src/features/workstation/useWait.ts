//! The wait after wrong passphrases, counted down on the screen. The core enforces it; this only says how long it still takes.

import { useEffect, useState } from "react";
import type { Refused } from "../../ipc/refused.ts";
import { countdown } from "../../lib/time.ts";

/** "Wait 24 seconds, then try again." while a wait runs, undefined when one may try. */
export function useWait(refusal: Refused | null): string | undefined {
  const [now, setNow] = useState(0);
  const until = refusal?.waitMs === undefined ? 0 : refusal.arrived + refusal.waitMs;
  const left = until - Math.max(now, refusal?.arrived ?? 0);
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [waiting]);
  return waiting ? `Wait ${countdown(left)}, then try again.` : undefined;
}
