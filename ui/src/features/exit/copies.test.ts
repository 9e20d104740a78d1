import { expect, test } from "vitest";
import { number } from "./copies.ts";

test("only whole numbers of copies", () => {
  expect(["1", " 12 ", "255", "0", "-1", "1.5", "300", "two", ""].map(number)).toEqual([1, 12, 255, 0, 0, 0, 0, 0, 0]);
});
