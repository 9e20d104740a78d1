//! The library of objectives by area, in the order in which areas first stand in it. Pure.

interface InArea {
  area: string;
}

export function byArea<One extends InArea>(all: readonly One[]): { area: string; of: One[] }[] {
  const areas = [...new Set(all.map(({ area }) => area))];
  return areas.map((area) => ({ area, of: all.filter((one) => one.area === area) }));
}
