//! The next step of somebody on the board, how many stand how, and whom a typed name finds. Pure.

import type { BoardLine, BoardState } from "../../ipc/generated/calls.ts";

/** What one key marks: here for somebody who is not, gone for somebody who is; nothing for whom this person may not mark. */
export function nextMark(line: Pick<BoardLine, "state" | "may_mark">): "here" | "gone" | undefined {
  if (!line.may_mark) return undefined;
  return line.state === "here" ? "gone" : "here";
}

const COUNTED: readonly (readonly [BoardState, string])[] = [
  ["expected", "expected"],
  ["late", "late"],
  ["not_coming", "not coming"],
  ["here", "here"],
  ["gone", "gone"],
];

/** "7 expected, 1 late, 4 here": only what there is. */
export function countsOf(lines: readonly Pick<BoardLine, "state">[]): string {
  const counts = COUNTED.map(([state, words]) => [lines.filter((line) => line.state === state).length, words] as const);
  return counts.flatMap(([count, words]) => (count === 0 ? [] : [`${String(count)} ${words}`])).join(", ");
}

/** Those one of whose names begins with each of the typed words, whichever way round. */
export function named<Line extends { name: { text: string } }>(lines: readonly Line[], typed: string): Line[] {
  const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain(typed).split(/\s+/).filter((word) => word !== "");
  return lines.filter(({ name }) => {
    const names = plain(name.text).split(/[\s,.-]+/);
    return words.every((word) => names.some((one) => one.startsWith(word)));
  });
}
