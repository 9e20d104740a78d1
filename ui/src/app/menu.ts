//! The menu of a right click, where the shell cannot choose what stands in it.
//!
//! What must hold: no name gets into a list of learned words outside the records. Words are checked by ourselves and no engine is asked to; on Linux the
//! shell also takes away whatever would learn one or leave the page (`menu.rs`), elsewhere the menu stays shut. Cut, copy and paste have their keys, and
//! over a marked word our own list opens.

/** Keeps the menu shut, except where the shell chooses its items. */
export function keepMenuShut(page: Pick<EventTarget, "addEventListener">, system: string): void {
  if (/linux/i.test(system)) return;
  page.addEventListener("contextmenu", (event) => event.preventDefault(), { capture: true });
}
