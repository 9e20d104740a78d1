//! Days of the week and of a list, pure. Dates are "YYYY-MM-DD".

const NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}

/** Tuesday */
export function weekday(date: string): string {
  return NAMES[noon(date).getUTCDay()] ?? "";
}

/** The name of a weekday as the core counts it: 1 Monday to 7 Sunday. */
export function weekdayName(day: number): string {
  return NAMES[day % 7] ?? "";
}

export function addDays(date: string, days: number): string {
  const at = noon(date);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The first date of the week that holds `date`; `starts` is the practice's word for its first day. */
export function weekStart(date: string, starts: "sunday" | "monday" | "saturday"): string {
  const first = NAMES.findIndex((name) => name.toLowerCase() === starts);
  return addDays(date, -((noon(date).getUTCDay() - first + 7) % 7));
}
