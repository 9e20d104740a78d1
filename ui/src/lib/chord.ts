//! Shortcuts as text ("Ctrl+K", "Ctrl+Shift+L", "F8", "?", "G S"): how a key press is named, how a shortcut is shown and spoken, and which presses belong
//! to the text field that has the focus. Pure; the listener is app/useShortcuts.ts.

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const NAMES: Record<string, string> = {
  " ": "Space",
  Escape: "Esc",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
};

/** The name of a press, or undefined for a modifier alone. Cmd counts as Ctrl, so that one table of keys holds on every keyboard. */
export function chordOf(press: Press): string | undefined {
  if (["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Dead"].includes(press.key)) return undefined;
  const base = NAMES[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
  const letterOrNamed = /^[A-Z0-9]$/.test(base) || base.length > 1;
  const parts = [];
  if (press.ctrlKey || press.metaKey) parts.push("Ctrl");
  if (press.altKey) parts.push("Alt");
  if (press.shiftKey && letterOrNamed) parts.push("Shift");
  return [...parts, base].join("+");
}

/** True for a shortcut that is typed with letters alone; it acts only outside text and can be switched off (WCAG 2.1.4). */
export function isSingleKey(chord: string): boolean {
  return chord.split(" ").every((step) => step.length === 1);
}

/** Caps to draw: "Ctrl+K" is one cap "Ctrl K", "G S" two. */
export function written(chord: string): string[] {
  return chord.split(" ").map((step) => step.replaceAll("+", " ").trim() || "+");
}

/** For aria-keyshortcuts, which knows combinations but no sequences. */
export function spoken(chord: string): string | undefined {
  if (chord.includes(" ")) return undefined;
  return chord.replace("Ctrl", "Control").replace("Esc", "Escape");
}

const ARROWS = new Set(["Up", "Down", "Left", "Right", "Home", "End"]);

/** Whether a press of an arrow belongs to the part of the page that has the focus: a list, a row of choices, a grid (`data-arrows`). */
export function takesArrows(chord: string, target: EventTarget | null): boolean {
  if (!ARROWS.has(chord) || !(target instanceof Element)) return false;
  return target.closest("[data-arrows], [role='radiogroup'], [role='tablist'], [role='grid'], [role='listbox'], [role='menu']") !== null;
}

const TEXT_INPUTS = new Set(["text", "search", "password", "email", "tel", "url", "number", "date", "time"]);

/** Whether the focus is where letters are text, or where a part of the page has digits and letters of its own (`data-typing`). */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("[data-typing]") !== null) return true;
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.has(target.type);
  return (
    target.closest(
      "textarea, select, [contenteditable='true'], [role='spinbutton'], [role='textbox'], [role='combobox']",
    ) !== null
  );
}
