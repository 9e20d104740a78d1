import { expect, it } from "vitest";
import { TABS } from "../features/client/tabs.ts";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A way to a tab that is not there would open the overview, and nobody would notice. */
it("every way to a chart leads to a tab that is there", () => {
  const tabs = new Set<string>(TABS.map(({ id }) => id));
  const ways = Object.entries(sources).flatMap(([file, text]) =>
    [...text.matchAll(/client\/\$\{[^}]*\}\/([a-z_]+)|\btab: "([a-z_]+)"/g)].map(([, inPath, inParams]) => ({ file, tab: inPath ?? inParams ?? "" })),
  );
  expect(ways.length).toBeGreaterThan(20);
  expect(ways.filter(({ tab }) => !tabs.has(tab))).toEqual([]);
});
