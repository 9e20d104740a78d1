//! Two texts word by word: which words stand in both, in order, and which in one alone. Pure.

export interface Word {
  /** With the white space that follows it. */
  text: string;
  /** It stands in this text alone. */
  own: boolean;
}

/** Beyond so many pairs the middle is marked as a whole instead: a glance would not take in more. */
const MOST_PAIRS = 4_000_000;

export function differing(one: string, other: string): [Word[], Word[]] {
  const [a, b] = [split(one), split(other)];
  let head = 0;
  while (head < a.length && head < b.length && same(a[head], b[head])) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail += 1;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const [inLeft, inRight] = left.length * right.length > MOST_PAIRS ? [new Set<number>(), new Set<number>()] : common(left, right);
  const words = (all: string[], middle: number, shared: Set<number>): Word[] =>
    all.map((text, at) => ({ text, own: at >= head && at < head + middle && !shared.has(at - head) }));
  return [words(a, left.length, inLeft), words(b, right.length, inRight)];
}

function split(text: string): string[] {
  return text.match(/\S+\s*/g) ?? [];
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one.trimEnd() === other.trimEnd();
}

/** The places of a longest run of words that stand in both, in order. */
function common(left: readonly string[], right: readonly string[]): [Set<number>, Set<number>] {
  const width = right.length + 1;
  const longest = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = same(left[i], right[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const [inLeft, inRight] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (same(left[i], right[j])) {
      inLeft.add(i);
      inRight.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return [inLeft, inRight];
}
