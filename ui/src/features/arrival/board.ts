//! The next step of somebody on the board. Pure.

import type { BoardLine } from "../../ipc/generated/calls.ts";

/** What one key marks: here for somebody who is not, gone for somebody who is; nothing for whom this person may not mark. */
export function nextMark(line: Pick<BoardLine, "state" | "may_mark">): "here" | "gone" | undefined {
  if (!line.may_mark) return undefined;
  return line.state === "here" ? "gone" : "here";
}
