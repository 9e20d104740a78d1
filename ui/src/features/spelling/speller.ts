//! Asks the core about words, a paragraph at a time and each only once. What was answered stays in memory for as long as the page does.

import { act, ask } from "../../ipc/door.ts";
import { refused } from "../../ipc/refused.ts";
import type { Mark } from "../../kit/Prose/marks.ts";
import type { Speller } from "../../kit/Prose/speller.ts";
import { say } from "../../kit/Toast/toasts.ts";

/** Paragraphs that are remembered; the oldest gives way. */
const MOST = 400;

export function spellerOf(): Speller {
  const known = new Map<string, readonly Mark[]>();
  const look = async (texts: readonly string[]) => {
    const { unknown } = await ask("spelling.check", { texts: [...texts] });
    for (const [index, text] of texts.entries()) known.set(text, unknown[index] ?? []);
  };
  return {
    check: async (text) => {
      const paragraphs = text.split("\n");
      const open = [...new Set(paragraphs)].filter((one) => !known.has(one));
      const asked = open.filter((one) => /\p{L}/u.test(one));
      try {
        if (asked.length > 0) await look(asked);
      } catch {
        // Behind a lock, or while something is amiss that the page says itself: nothing new is marked.
        return undefined;
      }
      const found = placed(paragraphs, known);
      for (const [one] of [...known].slice(0, Math.max(0, known.size - MOST))) known.delete(one);
      return found;
    },
    suggest: async (word) => {
      try {
        return (await ask("spelling.suggest", { word })).words;
      } catch {
        return [];
      }
    },
    add: (word) => void add(word),
  };
}

/** The marks of paragraphs at their places in the whole text. */
export function placed(paragraphs: readonly string[], known: ReadonlyMap<string, readonly Mark[]>): Mark[] {
  let at = 0;
  return paragraphs.flatMap((paragraph) => {
    const from = at;
    at += paragraph.length + 1;
    return (known.get(paragraph) ?? []).map(({ starts, ends }) => ({ starts: from + starts, ends: from + ends }));
  });
}

async function add(word: string): Promise<void> {
  try {
    const { id, rev } = await act("spelling.add", { word });
    say(`Added “${word}” to the practice's words`, { undo: () => void act("spelling.void", { id, rev }) });
  } catch (thrown) {
    say(refused(thrown).message, { icon: "caution" });
  }
}
