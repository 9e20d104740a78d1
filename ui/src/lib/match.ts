//! Finding typed letters in a text the way people type names: case and accents do not matter, every typed word must begin a word.
//! Used by the palette and the combo box over short lists; the search of charts is the core's.

/** Base letters only; ọ and o, Đ and d compare alike. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLocaleLowerCase("en-US")
    .replaceAll("đ", "d")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");
}

const WORD = /[^\p{L}\p{N}]+/u;

/** Whether every word of the query begins a word of the text. An empty query matches everything. */
export function matches(text: string, query: string): boolean {
  const words = folded(text).split(WORD);
  return folded(query)
    .split(WORD)
    .filter((asked) => asked !== "")
    .every((asked) => words.some((word) => word.startsWith(asked)));
}

/** Where the first word of the query begins a word of the text, in units of the unfolded text. */
export function findIn(text: string, query: string): { start: number; length: number } | undefined {
  const asked = folded(query)
    .split(WORD)
    .find((word) => word !== "");
  if (asked === undefined) return undefined;
  for (let start = 0; start < text.length; start += 1) {
    if (start > 0 && !WORD.test(text.charAt(start - 1))) continue;
    if (!folded(text.slice(start)).startsWith(asked)) continue;
    return { start, length: spanOf(text.slice(start), asked.length) };
  }
  return undefined;
}

/** How many units of `text` fold into the first `letters` folded ones. */
function spanOf(text: string, letters: number): number {
  let length = 1;
  while (length < text.length && folded(text.slice(0, length)).length < letters) length += 1;
  while (length < text.length && /\p{M}/u.test(text.charAt(length))) length += 1;
  return length;
}
