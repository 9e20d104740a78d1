//! What a word might mean, below the word: up to five by their digits, A makes it one of the practice's words, Esc leaves it as it is.

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { Key } from "../Keys/Keys.tsx";
import type { Speller } from "./speller.ts";
import styles from "./Prose.module.css";

interface MeantProps {
  word: string;
  /** Where the word stands. */
  at: () => HTMLElement | undefined;
  speller: Speller;
  onTake: (word: string) => void;
  onClose: () => void;
}

interface Line {
  key: string;
  text: string;
  quiet?: boolean;
  run: () => void;
}

export function Meant({ word, at, speller, onTake, onClose }: MeantProps) {
  const menu = useRef<HTMLSpanElement>(null);
  const [meant, setMeant] = useState<readonly string[]>();
  useEffect(() => {
    let gone = false;
    void speller.suggest(word).then((words) => (gone ? undefined : setMeant(words)));
    return () => {
      gone = true;
    };
  }, [speller, word]);
  useLayoutEffect(() => {
    place(menu.current, at());
  });
  // The focus comes into the menu when there is something in it, so that it is read whole.
  useEffect(() => {
    if (meant === undefined) return;
    menu.current?.querySelector<HTMLElement>("[role='menuitem']")?.focus();
    menu.current?.scrollIntoView?.({ block: "nearest" });
  }, [meant]);
  const add = () => {
    onClose();
    speller.add(word);
  };
  const lines: Line[] = [
    ...(meant ?? []).map((text, index) => ({ key: String(index + 1), text, run: () => onTake(text) })),
    { key: "A", text: `Add “${word}” to the practice's words`, quiet: true, run: add },
  ];
  const press = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>("[role='menuitem']") ?? [])];
    const here = items.findIndex((item) => item === document.activeElement);
    const line = lines.find(({ key }) => key === event.key.toUpperCase());
    const to = { ArrowDown: here + 1, ArrowUp: here - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (to !== undefined) items[to % items.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (line !== undefined) line.run();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span
      ref={menu}
      className={styles.meant}
      role="menu"
      tabIndex={-1}
      aria-label={`“${word}” is not known`}
      aria-busy={meant === undefined}
      data-typing
      onKeyDown={press}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && !menu.current?.contains(relatedTarget)) onClose();
      }}
    >
      {meant?.length === 0 ? <span className={styles.none}>Nothing near it is known.</span> : null}
      {meant === undefined
        ? null
        : lines.map(({ key, text, quiet, run }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.line}
              data-quiet={quiet}
              aria-keyshortcuts={key}
              // The focus must not leave the list before the press is over.
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={({ currentTarget }) => currentTarget.focus()}
              onClick={run}
            >
              <span>{text}</span>
              <Key of={key} />
            </button>
          ))}
    </span>
  );
}

/** Below the word, within the field's width. */
function place(menu: HTMLElement | null, word: HTMLElement | undefined): void {
  const field = menu?.parentElement?.getBoundingClientRect();
  const [box] = word?.getClientRects() ?? [];
  if (!menu || field === undefined || box === undefined) return;
  const most = Math.max(0, field.width - menu.offsetWidth);
  menu.style.setProperty("--meant-x", `${String(Math.min(Math.max(0, box.left - field.left), most))}px`);
  menu.style.setProperty("--meant-y", `${String(Math.min(box.bottom - field.top, field.height))}px`);
}
