//! The entry grid's keys as a pure function: where the ring goes and what happens to the text of the cell under it. One cell is edited at a time; leaving it
//! writes it, Esc gives the old value back. Which letters a cell takes is the column's business.

export interface At {
  row: number;
  column: number;
}

export interface GridState {
  at: At;
  /** What was typed into the cell and is not written yet. */
  typed: string | undefined;
}

export interface Size {
  rows: number;
  columns: number;
}

export interface GridKey {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export type GridStep =
  | { kind: "move"; to: GridState; write?: { at: At; text: string } }
  | { kind: "type"; to: GridState }
  | { kind: "open"; at: At }
  | undefined;

function clamped(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

/** Where a key moves the ring, or undefined when it does not move it. */
export function movedTo(key: string, ctrl: boolean, { row, column }: At, { rows, columns }: Size): At | undefined {
  switch (key) {
    case "ArrowUp":
      return { row: clamped(row - 1, rows), column };
    case "ArrowDown":
      return { row: clamped(row + 1, rows), column };
    case "ArrowLeft":
      return { row, column: clamped(column - 1, columns) };
    case "ArrowRight":
      return { row, column: clamped(column + 1, columns) };
    case "Home":
      return { row: ctrl ? 0 : row, column: 0 };
    case "End":
      return { row: ctrl ? rows - 1 : row, column: columns - 1 };
    case "PageUp":
      return { row: clamped(row - 10, rows), column };
    case "PageDown":
      return { row: clamped(row + 10, rows), column };
    default:
      return undefined;
  }
}

function leaving(state: GridState, to: At): GridStep {
  return {
    kind: "move",
    to: { at: to, typed: undefined },
    ...(state.typed === undefined ? {} : { write: { at: state.at, text: state.typed } }),
  };
}

/**
 * What a key press does; undefined leaves it to the browser, Tab above all. `takes` says whether the cell may hold a text, `isWhole` whether it can only be
 * meant as it stands: then it is written at once, and no further key is owed for it.
 */
export function step(
  press: GridKey,
  state: GridState,
  size: Size,
  takes: (text: string) => boolean,
  isWhole: (text: string) => boolean = () => false,
): GridStep {
  if (press.altKey || press.metaKey) return undefined;
  const { at, typed } = state;
  const to = movedTo(press.key, press.ctrlKey, at, size);
  if (to) return leaving(state, to);
  if (press.ctrlKey) return undefined;
  if (press.key === "Enter")
    return typed === undefined
      ? { kind: "open", at }
      : leaving(state, { row: clamped(at.row + 1, size.rows), column: at.column });
  if (press.key === "Escape") return typed === undefined ? undefined : { kind: "type", to: { at, typed: undefined } };
  if (press.key === "Backspace")
    return typed === undefined
      ? undefined
      : { kind: "type", to: { at, typed: typed.length > 1 ? typed.slice(0, -1) : undefined } };
  if (press.key.length !== 1) return undefined;
  const longer = `${typed ?? ""}${press.key}`;
  const text = takes(longer) ? longer : takes(press.key) ? press.key : undefined;
  if (text === undefined) return undefined;
  return isWhole(text)
    ? { kind: "move", to: { at, typed: undefined }, write: { at, text } }
    : { kind: "type", to: { at, typed: text } };
}
