//! Locks after the minutes the director set, counted from the last key or pointer. The core counts too and has the last word: it is told that somebody is
//! here at most every 20 seconds, and it locks by itself if the window does not.

import { useEffect, useRef } from "react";
import { ask } from "../../ipc/door.ts";

export const TOUCH_EVERY_MS = 20_000;
const CHECK_EVERY_MS = 1_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

export function useIdleLock(minutes: number, lock: () => void): void {
  const locking = useRef(lock);
  useEffect(() => {
    locking.current = lock;
  });
  useEffect(() => {
    let active = performance.now();
    let touched = Number.NEGATIVE_INFINITY;
    let locked = false;
    const sign = () => {
      active = performance.now();
      if (active - touched < TOUCH_EVERY_MS) return;
      touched = active;
      // A refusal means the core has locked already; the state query shows it.
      ask("workstation.touch", {}).catch(() => undefined);
    };
    const check = setInterval(() => {
      if (locked || performance.now() - active < minutes * 60_000) return;
      locked = true;
      locking.current();
    }, CHECK_EVERY_MS);
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true, capture: true });
    return () => {
      clearInterval(check);
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
    };
  }, [minutes]);
}
