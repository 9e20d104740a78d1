//! The shape of a typed recovery key: 13 groups of 5 from an alphabet without I, L, O and U. Whether it is the right one only the core knows.

export const GROUPS = 13;
export const LETTERS = 5;

/** What was meant by a typed text: capitals, no separators, the look-alikes read as the digits they stand for. */
function meant(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll(/[IL]/g, "1")
    .replaceAll("O", "0");
}

export function groupsIn(text: string): string[] {
  return meant(text).match(new RegExp(`.{1,${String(LETTERS)}}`, "g")) ?? [];
}

/** What is still missing before the key can be tried. */
export function keyMissing(text: string): string | undefined {
  const groups = groupsIn(text);
  const whole = groups.filter((group) => group.length === LETTERS).length;
  if (groups.length === 0) return "Type the recovery key first.";
  if (groups.length > GROUPS) return `That is more than ${String(GROUPS)} groups of ${String(LETTERS)}.`;
  return whole === GROUPS ? undefined : `${String(whole)} of ${String(GROUPS)} groups typed.`;
}
