import { expect, test, vi } from "vitest";
import { placed, spellerOf } from "./speller.ts";
import * as door from "../../ipc/door.ts";

test("marks of a paragraph stand at its place in the text", () => {
  const known = new Map([
    ["teh", [{ starts: 0, ends: 3 }]],
    ["fine", []],
  ]);
  expect(placed(["fine", "", "teh", "teh"], known)).toEqual([
    { starts: 6, ends: 9 },
    { starts: 10, ends: 13 },
  ]);
});

test("a paragraph is asked about once, what holds no letter never, and behind a lock nothing is said", async () => {
  const ask = vi.spyOn(door, "ask").mockResolvedValue({ unknown: [[{ starts: 0, ends: 3 }]] } as never);
  const speller = spellerOf();
  expect(await speller.check("teh\n\n12 - 14")).toEqual([{ starts: 0, ends: 3 }]);
  expect(await speller.check("12 - 14\nteh")).toEqual([{ starts: 8, ends: 11 }]);
  expect(ask.mock.calls).toEqual([["spelling.check", { texts: ["teh"] }]]);
  ask.mockRejectedValue(new Error("locked"));
  expect(await speller.check("another")).toBeUndefined();
  expect(await speller.suggest("teh")).toEqual([]);
});
