//! Where the words one searched for stand in a snippet, without regard to case and accents.

export interface Piece {
  /** Where it begins in the snippet. */
  at: number;
  text: string;
  hit: boolean;
}

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The snippet in pieces; the last word also counts as a beginning, the others whole. */
export function marked(snippet: string, typed: string): Piece[] {
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 2).map(fold);
  const last = words.at(-1);
  const pieces = snippet.split(/([\p{L}\p{N}\p{M}]+)/u).filter((piece) => piece !== "");
  let at = 0;
  return pieces.map((text) => {
    const folded = fold(text);
    const hit = words.includes(folded) || (last !== undefined && folded.startsWith(last));
    const piece = { at, text, hit };
    at += text.length;
    return piece;
  });
}
