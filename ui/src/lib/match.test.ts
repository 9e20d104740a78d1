import { describe, expect, it } from "vitest";
import { findIn, matches } from "./match.ts";

describe("finding by typing", () => {
  it.each([
    ["Quiñones, Marisol", "quino", true],
    ["Đặng, Hồng Nhung", "dang hong", true],
    ["Olúwáṣeun-Fálọlá, Adéyínká", "faL", true],
    ["Ó Súilleabháin, Tomás", "tomas suil", true],
    ["Draw tomorrow's random tests", "test draw", true],
    ["Staff", "taff", false],
    ["Backup", "", true],
    ["Backup", "  ", true],
    ["Backup", "backup now", false],
  ])("%s by %j: %s", (text, query, found) => expect(matches(text, query)).toBe(found));

  it.each([
    ["Make a backup now", "back", "back"],
    ["Quiñones", "quino", "Quiño"],
    ["Đặng", "dang", "Đặng"],
    ["Settings, screen", "scr", "scr"],
  ])("marks in %s what %s found", (text, query, marked) => {
    const hit = findIn(text, query);
    expect(hit && text.slice(hit.start, hit.start + hit.length)).toBe(marked);
  });

  it("marks nothing where nothing begins so", () => expect(findIn("Staff", "aff")).toBeUndefined());
});
