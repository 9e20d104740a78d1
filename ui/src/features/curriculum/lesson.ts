//! A session of a curriculum while it is being rewritten: outline and scenes as lines of a text. Pure.

import type { LessonAnswer, LessonFields } from "../../ipc/generated/calls.ts";

export interface LessonDraft {
  topic: string;
  aim: string;
  outline: string;
  scenarios: string;
  handout: string;
}

export const EMPTY: LessonDraft = { topic: "", aim: "", outline: "", scenarios: "", handout: "" };

export function draftOf(lesson: LessonAnswer): LessonDraft {
  const { topic, aim, outline, scenarios, handout } = lesson;
  return { topic, aim, outline: outline.join("\n"), scenarios: scenarios.join("\n"), handout };
}

export function fieldsOf(draft: LessonDraft): LessonFields {
  return { ...draft };
}

/** Paragraphs and points of a handout, in order; points that follow each other are one list. */
export type HandoutPart = { words: string } | { points: string[] };

export function partsOf(handout: string): HandoutPart[] {
  const parts: HandoutPart[] = [];
  for (const line of handout.split("\n").map((text) => text.trim())) {
    const last = parts.at(-1);
    if (line === "") continue;
    if (!line.startsWith("- ")) parts.push({ words: line });
    else if (last !== undefined && "points" in last) last.points.push(line.slice(2));
    else parts.push({ points: [line.slice(2)] });
  }
  return parts;
}

/** Whether a place of the address is one of the practice's own, or the key of a shipped one. */
export function whichOf(place: string): { id: string } | { shipped: string } {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(place) ? { id: place } : { shipped: place };
}
