//! The contrast table of the tokens (WCAG 2.2): text 4.5, edges of controls, focus and chart marks 3, in light, dark and both high contrasts.

import { describe, expect, it } from "vitest";
import css from "../styles/tokens.css?raw";

const TEXT = 4.5;
const EDGE = 3;
const MEANINGS = ["positive", "caution", "critical", "info", "sealed"] as const;
const GROUNDS = ["surface", "canvas", "sunken", "raised", "hover", "accent-soft"] as const;

type Pair = readonly [ink: string, ground: string, least: number];
const PAIRS: readonly Pair[] = [
  ...GROUNDS.flatMap((ground) => ["text", "muted", "faint", "accent"].map((ink): Pair => [ink, ground, TEXT])),
  ["on-accent", "accent", TEXT],
  ["on-accent", "accent-hover", TEXT],
  ...MEANINGS.flatMap((ink) =>
    ["surface", "canvas", "sunken", "hover", "accent-soft", `${ink}-soft`].map((ground): Pair => [ink, ground, TEXT]),
  ),
  ...MEANINGS.flatMap((meaning) => ["text", "muted", "accent"].map((ink): Pair => [ink, `${meaning}-soft`, TEXT])),
  ...["surface", "canvas", "sunken", "raised"].map((ground): Pair => ["line-strong", ground, EDGE]),
  ...["surface", "canvas", "sunken", "accent-soft"].map((ground): Pair => ["focus", ground, EDGE]),
  ["chart-done", "surface", EDGE],
  ["chart-gap", "surface", EDGE],
];

type Colors = Map<string, readonly [light: string, dark: string]>;

function colors(high: boolean): Colors {
  const all: Colors = new Map();
  for (const [, selector = "", body = ""] of css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
    if (selector.includes("contrast") && !high) continue;
    for (const [, name = "", light = "", dark = ""] of body.matchAll(
      /--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g,
    ))
      all.set(name, [light, dark]);
  }
  return all;
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ["standard", false],
  ["high", true],
] as const)("%s contrast", (_name, high) => {
  const of = colors(high);
  it.each(PAIRS)("%s on %s reaches %d in light and dark", (ink, ground, least) => {
    const inks = of.get(ink);
    const grounds = of.get(ground);
    for (const theme of [0, 1] as const)
      expect(ratio(inks?.[theme] ?? "", grounds?.[theme] ?? "")).toBeGreaterThanOrEqual(least);
  });
});
