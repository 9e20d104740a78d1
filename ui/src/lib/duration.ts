//! Durations and wall times as the practice says them: 2:48, 12 min, 5:30 PM. Pure.

/** 2:48 */
export function hours(minutes: number): string {
  const all = Math.max(0, Math.round(minutes));
  return `${String(Math.floor(all / 60))}:${String(all % 60).padStart(2, "0")}`;
}

/** 540 becomes "9:00"; a whole number of hours stays readable in a sentence. */
export function hoursWord(minutes: number): string {
  return minutes % 60 === 0 ? `${String(minutes / 60)} h` : hours(minutes);
}

/** Minutes since midnight of "17:30"; undefined when it is no time. */
export function minuteOf(wall: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})$/.exec(wall.trim());
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** "17:30" of minutes since midnight, also past it. */
export function wallOf(minute: number): string {
  const day = ((minute % 1440) + 1440) % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, "0")}:${String(day % 60).padStart(2, "0")}`;
}

/** 5:30 PM of "17:30" */
export function wallTime(wall: string): string {
  const minute = minuteOf(wall);
  if (minute === undefined) return wall;
  const hour = Math.floor(minute / 60);
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}:${String(minute % 60).padStart(2, "0")}\u00a0${hour < 12 ? "AM" : "PM"}`;
}

/** 5:30 – 6:30 PM: the half of the day stands once when both share it. */
export function wallSpan(starts: string, minutes: number): string {
  const from = minuteOf(starts);
  if (from === undefined) return starts;
  const [begin, end] = [wallTime(starts), wallTime(wallOf(from + minutes))];
  const half = begin.slice(-3);
  return end.endsWith(half) ? `${begin.slice(0, -3)} – ${end}` : `${begin} – ${end}`;
}

/**
 * A time as somebody types it, to "HH:MM": 17:30, 5:30, 530, 5:30 pm, 5p. Without am or pm the one nearer to `near` is
 * meant, so that 5:46 in an evening group is the evening. Undefined when it is no time.
 */
export function typedTime(text: string, near = "12:00"): string | undefined {
  const found = /^\s*(\d{1,2})(?::?(\d{2}))?\s*(a|p)?m?\s*$/i.exec(text);
  if (!found) return undefined;
  const half = found[3]?.toLowerCase();
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? "0");
  if (hour > 23 || minute > 59 || (half !== undefined && (hour === 0 || hour > 12))) return undefined;
  const plain = hour * 60 + minute;
  if (half !== undefined) return wallOf((hour % 12) * 60 + minute + (half === "p" ? 720 : 0));
  if (hour === 0 || hour > 12) return wallOf(plain);
  const around = minuteOf(near) ?? 720;
  const away = (candidate: number) => {
    const straight = Math.abs(candidate - around);
    return Math.min(straight, 1440 - straight);
  };
  const morning = (hour % 12) * 60 + minute;
  return wallOf(away(morning) <= away(morning + 720) ? morning : morning + 720);
}
