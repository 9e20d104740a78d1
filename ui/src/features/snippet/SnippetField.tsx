//! A prose field that knows the snippets: "/" and a word offer them below the text, Enter or Tab takes one, Tab goes on to the next place to fill in.
//! While nothing is asked for it is the field it looks like.

import { useRef, useState } from "react";
import type { KeyboardEvent, SyntheticEvent } from "react";
import { useCall } from "../../ipc/door.ts";
import type { Snippet } from "../../ipc/generated/calls.ts";
import { Field } from "../../kit/Field/Field.tsx";
import type { FieldProps } from "../../kit/Field/Field.tsx";
import { askedAt, expanded, meant, placeAfter } from "./expand.ts";
import type { Asked } from "./expand.ts";
import styles from "./snippet.module.css";

/** What is offered at the foot of the page comes above the bar that stands there. */
const intoSight = (offered: HTMLDivElement | null) => offered?.scrollIntoView({ block: "nearest" });

interface SnippetFieldProps extends Omit<FieldProps, "onChange" | "value" | "after"> {
  value: string;
  onChange: (value: string) => void;
  lines: number;
}

export function SnippetField({ value, onChange, ...rest }: SnippetFieldProps) {
  const snippets = useCall("snippet.list", {});
  const [asked, setAsked] = useState<Asked>();
  const [marked, setMarked] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const filling = useRef(false);
  const offered = asked === undefined ? [] : meant(snippets.data ?? [], asked.word);
  const chosen = offered[Math.min(marked, offered.length - 1)];

  const area = () => frame.current?.querySelector("textarea") ?? undefined;
  const look = (event: SyntheticEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement)) return;
    const next = target.selectionStart === target.selectionEnd ? askedAt(target.value, target.selectionStart) : undefined;
    if (next?.from !== asked?.from || next?.word !== asked?.word) setMarked(0);
    setAsked(next);
  };
  const select = ([starts, ends]: readonly [number, number]) =>
    // The text of the field changes with the next drawing; only then there is something to select.
    requestAnimationFrame(() => area()?.setSelectionRange(starts, ends));
  const take = (snippet: Snippet) => {
    const text = area();
    if (asked === undefined || text === undefined) return;
    const done = expanded(text.value, asked, text.selectionStart, snippet.words);
    filling.current = true;
    setAsked(undefined);
    onChange(done.text);
    text.focus();
    select(done.selects);
  };
  const nextPlace = (event: KeyboardEvent) => {
    const text = area();
    const place = text === undefined ? undefined : placeAfter(text.value, text.selectionEnd);
    filling.current = place !== undefined;
    if (place === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    text?.setSelectionRange(...place);
  };
  const press = (event: KeyboardEvent) => {
    if (chosen === undefined) {
      if (event.key === "Tab" && !event.shiftKey && filling.current) nextPlace(event);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setMarked((marked + step + offered.length) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") take(chosen);
    else if (event.key === "Escape") setAsked(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={frame} role="presentation" onKeyDownCapture={press} onInput={look} onClick={look} onBlur={() => setAsked(undefined)}>
      <Field {...rest} value={value} onChange={onChange} />
      {chosen === undefined ? null : (
        <div ref={intoSight} className={styles.offered} role="listbox" aria-label="Snippets">
          {offered.map((one) => (
            <div
              key={one.id}
              role="option"
              tabIndex={-1}
              aria-selected={one === chosen}
              // The field keeps the focus, so that the text is put where it was.
              onMouseDown={(event) => {
                event.preventDefault();
                take(one);
              }}
            >
              <span className={styles.word}>/{one.word}</span>
              <span className={styles.words}>{one.words}</span>
              {one.shared ? <span className="muted small">{one.by}</span> : null}
            </div>
          ))}
        </div>
      )}
      <span className="spoken" role="status">
        {chosen === undefined ? "" : `${chosen.word}: ${chosen.words}`}
      </span>
    </div>
  );
}
