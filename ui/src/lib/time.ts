//! Times, dates and durations as the practice says them: 5:46 PM, Nov 24, 2:48, 12 min. Everything is shown in the practice's zone, never in the machine's,
//! except before a practice is open. Pure; `now` and `today` are always given.

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, zone: string | undefined): Intl.DateTimeFormat {
  const key = JSON.stringify([options, zone]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", zone === undefined ? options : { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

/** Engines differ in the space before AM and PM; one of theirs our fonts do not hold. It never breaks the line. */
function plain(text: string): string {
  return text.replace(/\s(?=[AP]M$)/, "\u00a0");
}

/** 5:46 PM */
export function time(at: number, zone?: string): string {
  return plain(format({ hour: "numeric", minute: "2-digit" }, zone).format(at));
}

/** 5:46:12 PM */
export function timeToSecond(at: number, zone?: string): string {
  return plain(format({ hour: "numeric", minute: "2-digit", second: "2-digit" }, zone).format(at));
}

/** The local date of an instant, "YYYY-MM-DD". */
export function localDate(at: number, zone?: string): string {
  const parts = format({ year: "numeric", month: "2-digit", day: "2-digit" }, zone).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** A local date as an instant at noon UTC, so that no zone moves it to another day. */
function noon(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}

/** Nov 24, or Nov 24, 2027 when the year is not today's. */
export function date(day: string, today: string): string {
  const options: Intl.DateTimeFormatOptions = { month: "short", day: "numeric" };
  if (day.slice(0, 4) !== today.slice(0, 4)) options.year = "numeric";
  return format(options, "UTC").format(noon(day));
}

/** Tuesday, November 24 */
export function longDate(day: string): string {
  return format({ weekday: "long", month: "long", day: "numeric" }, "UTC").format(noon(day));
}

/** Whole days from one local date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / 86_400_000);
}

/** "today, 6:02 AM", "yesterday, 6:02 AM", "Nov 20, 6:02 AM" */
export function moment(at: number, today: string, zone?: string): string {
  const day = localDate(at, zone);
  const ago = daysBetween(day, today);
  const name = ago === 0 ? "today" : ago === 1 ? "yesterday" : date(day, today);
  return `${name}, ${time(at, zone)}`;
}

/** "About 40 seconds left." */
export function timeLeft(seconds: number): string {
  if (seconds < 5) return "Nearly done.";
  if (seconds < 90) return `About ${String(Math.ceil(seconds / 10) * 10)} seconds left.`;
  return `About ${String(Math.ceil(seconds / 60))} minutes left.`;
}

/** "24 seconds", "1 minute", "2 minutes 5 seconds" for a countdown. */
export function countdown(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 1000));
  const minutes = Math.floor(all / 60);
  const seconds = all % 60;
  const words = [];
  if (minutes > 0) words.push(plural(minutes, "minute"));
  if (seconds > 0 || minutes === 0) words.push(plural(seconds, "second"));
  return words.join(" ");
}

/** "1 draft", "2 drafts" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** "14.2 MB" */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.round(bytes / 1000)))} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
