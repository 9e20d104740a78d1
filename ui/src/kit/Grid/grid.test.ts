import { describe, expect, it } from "vitest";
import { movedTo, step } from "./grid.ts";
import type { GridState } from "./grid.ts";

const SIZE = { rows: 3, columns: 2 };
const digits = (text: string) => /^\d{1,2}$/.test(text);
const key = (name: string) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false });
const at = (row: number, column: number, typed?: string): GridState => ({ at: { row, column }, typed });

describe("the ring", () => {
  it.each([
    ["ArrowDown", false, 0, 0, 1, 0],
    ["ArrowDown", false, 2, 0, 2, 0],
    ["ArrowUp", false, 0, 1, 0, 1],
    ["ArrowRight", false, 0, 1, 0, 1],
    ["ArrowLeft", false, 1, 1, 1, 0],
    ["Home", false, 1, 1, 1, 0],
    ["End", true, 0, 0, 2, 1],
    ["PageDown", false, 0, 0, 2, 0],
  ])("%s (Ctrl %s) from %i,%i goes to %i,%i", (name, ctrl, row, column, toRow, toColumn) => {
    expect(movedTo(name, ctrl, { row, column }, SIZE)).toEqual({ row: toRow, column: toColumn });
  });
});

describe("typing in a cell", () => {
  it("collects what the cell takes", () => {
    expect(step(key("4"), at(0, 1), SIZE, digits)).toEqual({ kind: "type", to: at(0, 1, "4") });
    expect(step(key("8"), at(0, 1, "4"), SIZE, digits)).toEqual({ kind: "type", to: at(0, 1, "48") });
  });
  it("begins anew when one more would be too many", () =>
    expect(step(key("9"), at(0, 1, "48"), SIZE, digits)).toEqual({ kind: "type", to: at(0, 1, "9") }));
  it("writes at once what can only be meant as it stands", () =>
    expect(step(key("8"), at(0, 1, "4"), SIZE, digits, (text) => text.length === 2)).toEqual({
      kind: "move",
      to: at(0, 1),
      write: { at: { row: 0, column: 1 }, text: "48" },
    }));
  it("leaves other letters to whoever wants them", () =>
    expect(step(key("n"), at(0, 1), SIZE, digits)).toBeUndefined());
  it("writes on leaving, downward on Enter", () => {
    expect(step(key("ArrowLeft"), at(0, 1, "48"), SIZE, digits)).toEqual({
      kind: "move",
      to: at(0, 0),
      write: { at: { row: 0, column: 1 }, text: "48" },
    });
    expect(step(key("Enter"), at(0, 1, "48"), SIZE, digits)).toEqual({
      kind: "move",
      to: at(1, 1),
      write: { at: { row: 0, column: 1 }, text: "48" },
    });
  });
  it("gives the old value back on Esc and by Backspace at the first letter", () => {
    expect(step(key("Escape"), at(0, 1, "48"), SIZE, digits)).toEqual({ kind: "type", to: at(0, 1) });
    expect(step(key("Backspace"), at(0, 1, "4"), SIZE, digits)).toEqual({ kind: "type", to: at(0, 1) });
    expect(step(key("Backspace"), at(0, 1, "48"), SIZE, digits)).toEqual({ kind: "type", to: at(0, 1, "4") });
  });
  it("opens the row on Enter when nothing was typed", () =>
    expect(step(key("Enter"), at(2, 0), SIZE, digits)).toEqual({ kind: "open", at: { row: 2, column: 0 } }));
  it("never takes Tab or a combination", () => {
    expect(step(key("Tab"), at(0, 1, "4"), SIZE, digits)).toBeUndefined();
    expect(step({ ...key("4"), ctrlKey: true }, at(0, 1), SIZE, digits)).toBeUndefined();
    expect(step({ ...key("4"), altKey: true }, at(0, 1), SIZE, digits)).toBeUndefined();
  });
});
