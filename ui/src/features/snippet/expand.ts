//! What "/" and a word mean in a text field, and the places of a snippet to fill in. Pure.

import type { Snippet } from "../../ipc/generated/calls.ts";

export interface Asked {
  /** Where the slash stands. */
  from: number;
  /** What follows it up to the caret. */
  word: string;
}

/** What is asked for before the caret: a slash at the beginning of a word. "and/or" and "11/24" ask for nothing. */
export function askedAt(text: string, caret: number): Asked | undefined {
  const before = /(?:^|\s)\/([\p{L}\p{N}-]*)$/u.exec(text.slice(0, caret));
  if (before === null) return undefined;
  const word = before[1] ?? "";
  return { from: caret - word.length - 1, word };
}

/** The snippets that a word may mean: those that begin with it, one's own first, then those whose text has it. */
export function meant(snippets: readonly Snippet[], word: string): Snippet[] {
  const asked = word.toLowerCase();
  const hidden = new Set(snippets.filter((one) => !one.shared).map((one) => one.word));
  const seen = snippets.filter((one) => !one.shared || !hidden.has(one.word));
  const begins = seen.filter((one) => one.word.startsWith(asked));
  const holds = seen.filter((one) => !one.word.startsWith(asked) && asked.length > 2 && one.words.toLowerCase().includes(asked));
  return [...begins, ...holds].slice(0, 8);
}

export interface Expanded {
  text: string;
  /** What is selected then: the first place to fill in, or the caret behind the text. */
  selects: readonly [number, number];
}

/** The text with the snippet in the place of what was asked. */
export function expanded(text: string, asked: Asked, caret: number, words: string): Expanded {
  const whole = text.slice(0, asked.from) + words + text.slice(caret);
  const end = asked.from + words.length;
  const place = placeAfter(whole, asked.from);
  return { text: whole, selects: place !== undefined && place[0] < end ? place : [end, end] };
}

/** The next place to fill in, "[...]" on one line, from a position on. */
export function placeAfter(text: string, from: number): readonly [number, number] | undefined {
  const found = /\[[^[\]\n]{1,60}\]/u.exec(text.slice(from));
  return found === null ? undefined : [from + found.index, from + found.index + found[0].length];
}
