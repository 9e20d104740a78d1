//! What a prose field asks about words. The kit knows no call: whoever mounts the page answers through this context, and without an answer nothing is marked.

import { createContext } from "react";
import type { Mark } from "./marks.ts";

export interface Speller {
  /** Where words stand that nobody knows; nothing when it cannot be asked now. */
  check: (text: string) => Promise<readonly Mark[] | undefined>;
  /** What a word might mean, the likeliest first. */
  suggest: (word: string) => Promise<readonly string[]>;
  /** Makes the word one of the practice's own. */
  add: (word: string) => void;
}

export const SpellerContext = createContext<Speller | undefined>(undefined);

/** What a field on the screen can be told. */
interface Spelled {
  /** The next word not known at or behind a place of the field. */
  next: (caret: number) => Mark | undefined;
  open: (mark: Mark) => void;
}

const fields = new Map<Element, Spelled>();

/** Takes part in the way from word to word for as long as the field is on the screen. */
export function takesPart(area: Element, spelled: Spelled): () => void {
  fields.set(area, spelled);
  return () => void fields.delete(area);
}

/** Opens the list at the next word that is not known: behind the caret, then in the fields below, then from the top. */
export function toNextUnknown(): boolean {
  const areas = [...document.querySelectorAll("textarea")].filter((area) => fields.has(area));
  const here = areas.findIndex((area) => area === document.activeElement);
  const caret = areas[here]?.selectionEnd ?? 0;
  const order = [...areas.slice(Math.max(here, 0)), ...areas.slice(0, Math.max(here, 0) + 1)];
  for (const [index, area] of order.entries()) {
    const field = fields.get(area);
    const mark = field?.next(index === 0 && here >= 0 ? caret : 0);
    if (mark === undefined) continue;
    field?.open(mark);
    return true;
  }
  return false;
}
