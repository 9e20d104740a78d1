//! The menu of a right click, where the shell cannot choose what stands in it.
//!
//! What must hold: no name gets into a list of learned words outside the records. On Linux the shell takes away what would
//! learn one (`spelling.rs`); the engines of Windows and macOS keep such lists by themselves, so there the menu stays shut.
//! Words are underlined all the same, and cut, copy and paste have their keys.

/** Keeps the menu shut, except where the shell chooses its items. */
export function keepMenuShut(page: Pick<EventTarget, "addEventListener">, system: string): void {
  if (/linux/i.test(system)) return;
  page.addEventListener("contextmenu", (event) => event.preventDefault(), { capture: true });
}
