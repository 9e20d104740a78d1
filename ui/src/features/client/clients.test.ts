import { expect, it } from "vitest";
import { chosen, firstChoice, request, span } from "./clients.ts";

it("begins at the first page again when what is shown changes", () => {
  const third = chosen(firstChoice, { skip: 200 });
  expect(third.skip).toBe(200);
  expect(chosen(third, { which: "all" }).skip).toBe(0);
  expect(chosen(third, { text: "beau" }).skip).toBe(0);
});

it("asks for what was chosen", () => {
  const choice = chosen(firstChoice, { sorting: { column: "level", descending: true }, text: " beau " });
  expect(request(choice)).toEqual({
    which: "active",
    sort: "level",
    descending: true,
    text: "beau",
    skip: 0,
    limit: 100,
  });
});

it.each([
  [0, 0, 0, "0 clients"],
  [0, 1, 1, "1 client"],
  [0, 96, 96, "96 clients"],
  [0, 100, 1823, "1 to 100 of 1,823"],
  [1800, 23, 1823, "1,801 to 1,823 of 1,823"],
])("says which rows are shown: %s", (skip, shown, total, words) => expect(span(skip, shown, total)).toBe(words));
