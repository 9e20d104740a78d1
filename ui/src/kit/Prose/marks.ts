//! Places of words in a text that nobody knows, and how they move as the text is typed on. Pure; counted in UTF-16 units.

export interface Mark {
  starts: number;
  ends: number;
}

export interface Piece {
  /** Where it begins in the text. */
  at: number;
  text: string;
  marked: boolean;
}

const LETTER = /[\p{L}\p{M}\p{N}'’-]/u;

/** The marks of a text in the text that was made of it; a word that was touched is no longer judged. */
export function moved(marks: readonly Mark[], before: string, after: string): readonly Mark[] {
  if (before === after || marks.length === 0) return marks;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [from, to, by] = [head, before.length - tail, after.length - before.length];
  return marks.flatMap((mark) => {
    if (mark.ends < from || (mark.ends === from && !LETTER.test(after.charAt(from)))) return [mark];
    if (mark.starts > to || (mark.starts === to && !LETTER.test(after.charAt(to + by - 1))))
      return [{ starts: mark.starts + by, ends: mark.ends + by }];
    return [];
  });
}

/** The text in pieces, marked and not. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const take = (end: number, marked: boolean) => {
    if (end > at) found.push({ at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { starts, ends } of marks) {
    take(starts, false);
    take(ends, true);
  }
  take(text.length, false);
  return found;
}

/** The mark to go to from a place: the next one behind it, and none behind the last. */
export function nextFrom(marks: readonly Mark[], caret: number): Mark | undefined {
  return marks.find(({ starts }) => starts >= caret);
}

/** What is said of a field to somebody who does not see the lines under its words. */
export function spokenCount(count: number): string {
  return count === 1 ? "1 word not known" : `${String(count)} words not known`;
}
