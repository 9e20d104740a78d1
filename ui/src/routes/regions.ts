//! F6: from region to region of the window, in the order they stand: top bar, rail, page, status line.

const REGIONS = "[data-region]";
const CONTROLS = "button:not([disabled]), a[href], input, [tabindex='0']";

/** The rail is gone in a narrow window. */
function shown(region: HTMLElement): boolean {
  return getComputedStyle(region).display !== "none";
}

/** Moves the focus to the next region (or the one before), around the ring. */
export function toRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(shown);
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + step + regions.length) % regions.length];
  const title = next?.matches("main") ? next.querySelector<HTMLElement>("h1") : null;
  (title ?? next?.querySelector<HTMLElement>(CONTROLS) ?? next)?.focus();
}
