//! Two people on one text, part by part. Three texts decide: the one a person went on from, theirs and the one that stands now. What only a colleague changed
//! is taken in, what only this person changed stays, and a part that both changed is shown to whoever is writing. Pure.

import { date } from "../../lib/time.ts";
import { differing } from "./words.ts";
import type { Word } from "./words.ts";

/** A part of a form that is taken or kept as a whole. */
export interface Part<Body> {
  key: string;
  label: string;
  /** All that the part says, as a person reads it; equal words are an equal part. */
  words: (body: Body) => string;
  /** `into` with this part as `from` has it. */
  put: (into: Body, from: Body) => Body;
  /** Mine with theirs beside it, where a part can hold both. */
  join?: (mine: Body, theirs: Body) => Body;
}

/** A part that both changed. */
export interface Both<Body> {
  part: Part<Body>;
  theirs: Word[];
  mine: Word[];
}

export interface Merged<Body> {
  /** What the form shows. */
  body: Body;
  /** What it goes on from: what stands, except in the parts that both changed. */
  basis: Body;
  both: Both<Body>[];
  /** Parts that came from the colleague. */
  taken: Part<Body>[];
  /** It goes on from another text than before: the next key keeps that. */
  moved: boolean;
}

/** What is to be done with one part. */
export type Standing = "same" | "theirs" | "mine" | "both";

export function standing(basis: string, mine: string, stands: string): Standing {
  if (mine === stands) return "same";
  if (basis === mine) return "theirs";
  return basis === stands ? "mine" : "both";
}

export function merged<Body>(parts: readonly Part<Body>[], basis: Body, mine: Body, stands: Body): Merged<Body> {
  return parts.reduce<Merged<Body>>(
    (so, part) => {
      const [before, own, now] = [part.words(basis), part.words(mine), part.words(stands)];
      const how = standing(before, own, now);
      if (how === "both") {
        // Only a part that both changed goes on from what it went on from before.
        const [theirWords, ownWords] = differing(now, own);
        return { ...so, basis: part.put(so.basis, basis), both: [...so.both, { part, theirs: theirWords, mine: ownWords }] };
      }
      const moved = so.moved || before !== now;
      return how === "theirs" ? { ...so, body: part.put(so.body, stands), taken: [...so.taken, part], moved } : { ...so, moved };
    },
    { body: mine, basis: stands, both: [], taken: [], moved: false },
  );
}

/** A part that is one text of a record by key. */
export function textPart<Body extends { texts: Record<string, string> }>(key: string, label: string): Part<Body> {
  const of = (body: Body) => (body.texts[key] ?? "").trim();
  const put = (into: Body, text: string): Body => ({ ...into, texts: { ...into.texts, [key]: text } });
  return {
    key,
    label,
    words: of,
    put: (into, from) => put(into, from.texts[key] ?? ""),
    join: (mine, theirs) => put(mine, joined(of(theirs), of(mine))),
  };
}

/** A part that is some fields of the form as they are. */
export function fieldsPart<Body extends object>(key: string, label: string, fields: readonly (keyof Body)[], words: (body: Body) => string): Part<Body> {
  return { key, label, words, put: (into, from) => ({ ...into, ...picked(from, fields) }) };
}

function picked<Body extends object>(from: Body, fields: readonly (keyof Body)[]): Partial<Body> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<Body>;
}

/** A part that is one field of prose. */
export function prosePart<Body extends object>(field: keyof Body & string, label: string): Part<Body> {
  return written(field, label, "\n");
}

/** A part that is one field of a single line. */
export function linePart<Body extends object>(field: keyof Body & string, label: string): Part<Body> {
  return written(field, label, "; ");
}

/** `between` stands between the two texts where a person keeps both. */
function written<Body extends object>(field: keyof Body & string, label: string, between: string): Part<Body> {
  const of = (body: Body) => String(body[field] ?? "").trim();
  return {
    ...fieldsPart<Body>(field, label, [field], of),
    join: (mine, theirs) => ({ ...mine, [field]: [of(theirs), of(mine)].filter((text) => text !== "").join(between) }),
  };
}

/** A part that is one day, or none: there is no keeping both. */
export function dayPart<Body extends object>(field: keyof Body & string, label: string): Part<Body> {
  return fieldsPart(field, label, [field], (body) => dayWords(String(body[field] ?? "")));
}

/** A day as a person reads it, with its year; nothing for none. */
export function dayWords(day: string): string {
  return day === "" ? "" : date(day, "");
}

export function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}

/** The newer of two answers: what a form was given, or what a refused save brought along. */
export function newest<Answer extends { rev: number }>(given: Answer, brought: unknown): Answer {
  const isAnswer = typeof brought === "object" && brought !== null && "rev" in brought && typeof brought.rev === "number";
  return isAnswer && (brought as Answer).rev > given.rev ? (brought as Answer) : given;
}
