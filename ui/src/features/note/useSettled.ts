//! A value that follows another one after it stood still for a while: the core is asked what is missing when typing pauses, not at every key.

import { useEffect, useState } from "react";

export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value);
  // By what it says: a form that is put together at every look is another object each time.
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(said) as Value), ms);
    return () => clearTimeout(timer);
  }, [said, ms]);
  return settled;
}
