import { describe, expect, it } from "vitest";
import { blocksOf, dayColumns, fold, hoursShown, roomColumns, template, twiceWords } from "./calendar.ts";
import type { Placed } from "./calendar.ts";

function at(id: string, starts: string, minutes: number, more: Partial<Placed> = {}): Placed {
  return { id, on_date: "2026-11-24", starts, minutes, room: "", ...more };
}

function lanes(sessions: Placed[]): [string, number, number][] {
  return blocksOf(sessions).map(({ session, lane, lanes }) => [session.id, lane, lanes]);
}

describe("blocks of a column", () => {
  it("stand alone when one ends as the next begins", () => {
    expect(lanes([at("b", "10:00", 60), at("a", "09:00", 60)])).toEqual([["a", 0, 1], ["b", 0, 1]]);
  });
  it("stand side by side when they overlap, and take a lane that is free again", () => {
    expect(lanes([at("a", "09:00", 120), at("b", "09:30", 30), at("c", "10:00", 30), at("d", "11:00", 30)])).toEqual([
      ["a", 0, 2],
      ["b", 1, 2],
      ["c", 1, 2],
      ["d", 0, 1],
    ]);
  });
  it("never share a lane while they overlap", () => {
    const many = Array.from({ length: 40 }, (_, i) => at(`s${String(i)}`, `${String(8 + (i % 9))}:${i % 2 === 0 ? "00" : "20"}`, 20 + ((i * 37) % 150)));
    const blocks = blocksOf(many);
    for (const one of blocks) {
      expect(one.lane).toBeLessThan(one.lanes);
      for (const other of blocks)
        if (one !== other && one.from < other.until && other.from < one.until) {
          expect(one.lane).not.toBe(other.lane);
          expect(one.lanes).toBe(other.lanes);
        }
    }
  });
  it("end with their day", () => {
    expect(blocksOf([at("a", "23:30", 90)])[0]?.until).toBe(1440);
  });
});

describe("columns", () => {
  it("hold the sessions of their date, also when there are none", () => {
    const columns = dayColumns([at("a", "09:00", 60)], ["2026-11-23", "2026-11-24"]);
    expect(columns.map(({ blocks }) => blocks.length)).toEqual([0, 1]);
  });
  it("of rooms go by name, without a room last", () => {
    const columns = roomColumns([at("a", "09:00", 60), at("b", "09:00", 60, { room: "West" }), at("c", "09:00", 60, { room: "Hall" })], "2026-11-24");
    expect(columns.map(({ room }) => room)).toEqual(["Hall", "West", ""]);
  });
});

it("shows the hours of the practice, and what lies outside", () => {
  expect(hoursShown([])).toEqual([9, 20]);
  expect(hoursShown([at("a", "06:45", 30), at("b", "20:30", 45)])).toEqual([6, 22]);
});

it("says what is booked twice", () => {
  const words = twiceWords([
    { session: "a", what: ["staff", "room"] },
    { session: "b", what: ["room"] },
  ]);
  expect([words.get("a"), words.get("b"), words.get("c")]).toEqual(["room and staff booked twice", "room booked twice", undefined]);
});

describe("more than a week has room for", () => {
  const many = Array.from({ length: 24 }, (_, i) => at(`s${String(i).padStart(2, "0")}`, "08:05", 50));
  it("is folded, and counted whole", () => {
    const blocks = fold(blocksOf(many), 2);
    expect(blocks.map(({ lane, lanes, folded }) => [lane, lanes, folded?.length])).toEqual([
      [0, 2, undefined],
      [1, 2, 23],
    ]);
  });
  it("stands beside what overlaps less", () => {
    const blocks = fold(blocksOf([at("a", "08:00", 60), at("b", "08:00", 60), at("c", "08:30", 60), at("d", "10:00", 60)]), 2);
    expect(blocks.map(({ session, folded }) => [session.id, folded?.length])).toEqual([
      ["a", undefined],
      ["b", 2],
      ["d", undefined],
    ]);
  });
  it("makes a column of a day as wide as its names", () => {
    expect(template(dayColumns(many, ["2026-11-24", "2026-11-25"]))).toBe("3.5rem minmax(216rem, 24fr) minmax(8rem, 1fr)");
  });
});
