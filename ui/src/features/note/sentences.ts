//! The sentences of a text with their places, so that words can be said about one of them. Places count characters as the core does, by code point.

export interface Sentence {
  starts: number;
  ends: number;
  text: string;
}

/** Cut after each end of a sentence and each line; blanks around a sentence are not part of it. */
export function sentencesOf(text: string): Sentence[] {
  const characters = [...text];
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number) => {
    let [starts, ends] = [from, to];
    while (starts < ends && isBlank(characters[starts])) starts += 1;
    while (ends > starts && isBlank(characters[ends - 1])) ends -= 1;
    if (ends > starts) sentences.push({ starts, ends, text: characters.slice(starts, ends).join("") });
    from = to;
  };
  for (const [index, character] of characters.entries()) {
    const before = isBlank(characters[index + 1]);
    if (character === "\n" || (".!?”\"".includes(character) && before)) close(index + 1);
  }
  close(characters.length);
  return sentences;
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character);
}

/** Where a quote stands in a text as a text field counts it; the place it had first, then wherever it is now. */
export function placeOf(text: string, quote: string, starts: number): readonly [number, number] | undefined {
  const there = [...text].slice(0, starts).join("").length;
  const at = text.startsWith(quote, there) ? there : text.indexOf(quote);
  return quote === "" || at === -1 ? undefined : [at, at + quote.length];
}
