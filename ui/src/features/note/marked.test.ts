import { expect, it } from "vitest";
import { marked } from "./marked.ts";

it.each([
  ["The Sponsor did not answer.", "sponsor", ["Sponsor"]],
  ["Sponsored by nobody, sponsor gone.", "sponsor gone", ["sponsor", "gone"]],
  ["Rehearsed with Hồng.", "hong", ["Hồng"]],
  ["Rehearsed.", "rehe", ["Rehearsed"]],
  ["Rehearsed.", "", []],
])("%s: %s", (snippet, typed, hits) => {
  const pieces = marked(snippet, typed);
  expect(pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(hits);
  expect(pieces.map((piece) => piece.text).join("")).toBe(snippet);
});
