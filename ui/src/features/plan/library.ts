//! The library of objectives by area, in the order in which areas first stand in it. Pure.

interface InArea {
  area: string;
}

export function byArea<One extends InArea>(all: readonly One[]): { area: string; of: One[] }[] {
  const areas = [...new Set(all.map(({ area }) => area))];
  return areas.map((area) => ({ area, of: all.filter((one) => one.area === area) }));
}

/** "within 30 days", "within 6 weeks": whole weeks from six on are said as such. */
export function span(days: number | undefined): string {
  if (days === undefined) return "";
  return days >= 42 && days % 7 === 0 ? `within ${String(days / 7)} weeks` : `within ${String(days)} ${days === 1 ? "day" : "days"}`;
}
