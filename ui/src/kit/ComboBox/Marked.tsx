//! A text with the letters that were searched for marked in it.

import { findIn } from "../../lib/match.ts";

export function Marked({ text, query }: { text: string; query: string }) {
  const hit = findIn(text, query);
  if (hit === undefined || hit.length === 0) return text;
  return (
    <>
      {text.slice(0, hit.start)}
      <mark>{text.slice(hit.start, hit.start + hit.length)}</mark>
      {text.slice(hit.start + hit.length)}
    </>
  );
}
