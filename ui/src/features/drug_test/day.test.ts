//! Days across the ends of months and years.

import { expect, it } from "vitest";
import { dayAway } from "./day.ts";

it.each([
  ["2026-11-24", 1, "2026-11-25"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2026-03-01", -1, "2026-02-28"],
  ["2026-11-01", -1, "2026-10-31"],
])("from %s by %i days is %s", (day, days, expected) => expect(dayAway(day, days)).toBe(expected));
