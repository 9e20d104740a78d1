//! Writes what is being typed when a field or the whole window loses the focus.

import { useEffect } from "react";
import { flushDrafts } from "./flush.ts";

export function useFlushOnBlur(): void {
  useEffect(() => {
    const write = () => void flushDrafts();
    window.addEventListener("blur", write);
    window.addEventListener("focusout", write);
    return () => {
      window.removeEventListener("blur", write);
      window.removeEventListener("focusout", write);
    };
  }, []);
}
