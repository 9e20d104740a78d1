//! Esc leaves a page, unless something on it takes Esc first: an open list, a dialog.

import { useEffect, useRef } from "react";

export function useEscape(run: () => void): void {
  const live = useRef(run);
  useEffect(() => {
    live.current = run;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (document.querySelector("[role='dialog'], [role='alertdialog'], [role='listbox'], [role='menu']") !== null) return;
      event.preventDefault();
      live.current();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
