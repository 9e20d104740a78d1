import { expect, it } from "vitest";
import { orderWords } from "./topic.ts";

it.each([
  [3, 8, "Only this session changes. In line here is 3 of 8; the next one is 4 of 8."],
  [8, 8, "Only this session changes. In line here is 8 of 8; the next one is 1 of 8."],
])("says what comes after %i of %i", (place_number, many, words) => expect(orderWords({ place_number, many })).toBe(words));
