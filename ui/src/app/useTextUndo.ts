//! Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y within a text. WebKitGTK keeps the history of each field and binds no key to it; elsewhere the engine does the same by
//! itself.

import { useEffect } from "react";
import { takesText } from "../lib/chord.ts";

export function useTextUndo(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || !takesText(event.target)) return;
      const key = event.key.toLowerCase();
      const back = key === "z" && !event.shiftKey;
      const forth = key === "y" || (key === "z" && event.shiftKey);
      if (!back && !forth) return;
      event.preventDefault();
      document.execCommand(back ? "undo" : "redo");
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, []);
}
