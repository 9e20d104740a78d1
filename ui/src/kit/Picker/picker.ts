//! Which option the arrows of a picker reach: a ring over all groups, so that Up from the first is the last.

export interface PickerOption {
  id: string;
  icon: import("../Icon/Icon.tsx").IconName;
  text: string;
  hint?: string | undefined;
  keys?: string | undefined;
}

export interface PickerGroup {
  title: string;
  options: readonly PickerOption[];
}

export function allOptions(groups: readonly PickerGroup[]): PickerOption[] {
  return groups.flatMap((group) => group.options);
}

/** The option after a key press, or undefined when the key is not one of the picker's. */
export function moved(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "PageDown":
      return Math.min(at + 8, count - 1);
    case "PageUp":
      return Math.max(at - 8, 0);
    default:
      return undefined;
  }
}
