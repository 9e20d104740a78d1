import { expect, it } from "vitest";
import { pathOf, pointAt, strokesText } from "./drawing.ts";

it("keeps a signature within its field, whatever the size on the screen", () => {
  const box = { left: 100, top: 50, width: 300, height: 100 };
  expect(pointAt({ x: 100, y: 50 }, box)).toEqual({ x: 0, y: 0 });
  expect(pointAt({ x: 250, y: 100 }, box)).toEqual({ x: 300, y: 100 });
  expect(pointAt({ x: 900, y: -9 }, box)).toEqual({ x: 600, y: 0 });
});

it("writes strokes and draws them again", () => {
  const text = strokesText([[{ x: 1, y: 2 }, { x: 1, y: 2 }, { x: 3, y: 4 }], [], [{ x: 5, y: 6 }]]);
  expect(text).toBe("1,2 3,4;5,6");
  expect(pathOf(text)).toBe("M1,2 L3,4 M5,6 L5,6");
  expect(pathOf("")).toBe("");
});
