//! The present instant for what changes while one looks, such as "running, 44 min left". Moves every 20 seconds.

import { useEffect, useState } from "react";

const EVERY_MS = 20_000;

export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
