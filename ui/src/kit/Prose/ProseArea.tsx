//! A text area in which words that nobody knows have a line under them. The text itself stays as it is: the lines belong to a copy of it that lies over
//! the field, cannot be touched, and is drawn only where there is something to draw.
//! What must hold: a key never waits for the answer, and no key is lost. The text is asked about when the typing rests, and until then the marks move along
//! with it. What a key changes here is changed by React's own events: a listener of the element would be followed by a drawing of its own, before the form has
//! heard of the letter, and that drawing would put the old text back.

import { use, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FormEvent, KeyboardEvent as KeyOf, MouseEvent } from "react";
import { TextArea } from "react-aria-components";
import { say } from "../Toast/toasts.ts";
import { Meant } from "./Meant.tsx";
import { moved, nextFrom, pieces, spokenCount } from "./marks.ts";
import type { Mark } from "./marks.ts";
import { SpellerContext, takesPart, toNextUnknown } from "./speller.ts";
import type { Speller } from "./speller.ts";
import styles from "./Prose.module.css";

/** Typing rests this long before the text is asked about. */
const REST_MS = 300;

interface ProseAreaProps {
  className: string;
  rows: number;
  placeholder: string | undefined;
  /** What the field holds; without it nothing is marked. */
  text: string | undefined;
}

export function ProseArea({ text, ...rest }: ProseAreaProps) {
  const speller = use(SpellerContext);
  const area = useRef<HTMLTextAreaElement>(null);
  const { typing, watch } = useTyping();
  return (
    <span className={styles.prose} data-prose>
      <TextArea {...rest} {...watch} ref={area} data-lines />
      {speller === undefined || text === undefined ? null : <Marks area={area} text={text} typing={typing} speller={speller} />}
    </span>
  );
}

interface MarksProps {
  area: React.RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** Where the caret stands while somebody types. */
  typing: number | undefined;
  speller: Speller;
}

function Marks({ area, text, typing, speller }: MarksProps) {
  const marks = useMarks(text, speller);
  const [open, setOpen] = useState<Mark>();
  const sheet = useRef<HTMLSpanElement>(null);
  useSameMeasure(area, sheet);
  // The word that is being typed is not finished.
  const shown = marks.filter(({ ends }) => ends !== typing);
  const live = useRef(shown);
  useLayoutEffect(() => {
    live.current = shown;
    const field = area.current;
    if (shown.length === 0) field?.removeAttribute("aria-description");
    else field?.setAttribute("aria-description", spokenCount(shown.length));
  });
  useEffect(() => {
    const field = area.current;
    if (field === null) return undefined;
    const openAt = (mark: Mark) => {
      field.focus();
      field.setSelectionRange(mark.starts, mark.ends);
      setOpen(mark);
    };
    const leave = takesPart(field, { next: (caret) => nextFrom(live.current, caret), open: openAt });
    const press = (event: KeyboardEvent) => {
      const asks = event.key === "F7" || (event.key === "." && (event.ctrlKey || event.metaKey));
      if (!asks || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (!toNextUnknown()) say("Every word here is known", { icon: "info" });
    };
    const ask = (event: Event) => {
      const mark = markUnder(sheet.current, event as unknown as MouseEvent, live.current);
      if (mark === undefined) return;
      event.preventDefault();
      openAt(mark);
    };
    field.addEventListener("keydown", press);
    field.addEventListener("contextmenu", ask);
    return () => {
      leave();
      field.removeEventListener("keydown", press);
      field.removeEventListener("contextmenu", ask);
    };
  }, [area]);
  const close = () => {
    setOpen(undefined);
    area.current?.focus();
  };
  return (
    <>
      <span className={styles.behind} aria-hidden="true">
        <span className={styles.sheet} ref={sheet}>
          {shown.length === 0
            ? null
            : pieces(text, shown).map((piece) =>
                piece.marked ? (
                  <u key={piece.at} data-at={piece.at}>
                    {piece.text}
                  </u>
                ) : (
                  piece.text
                ),
              )}
        </span>
      </span>
      {open === undefined ? null : (
        <Meant
          word={text.slice(open.starts, open.ends)}
          at={() => sheet.current?.querySelector<HTMLElement>(`[data-at="${String(open.starts)}"]`) ?? undefined}
          speller={speller}
          onClose={close}
          onTake={(word) => {
            close();
            if (area.current) replace(area.current, open, word);
          }}
        />
      )}
    </>
  );
}

/** The marks of the text: as answered, and moved along while a newer answer is not there. */
function useMarks(text: string, speller: Speller): readonly Mark[] {
  const [found, setFound] = useState<{ of: string; marks: readonly Mark[] }>({ of: "", marks: [] });
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      void speller.check(text).then((marks) => {
        if (!gone && marks !== undefined) setFound({ of: text, marks });
      });
    }, REST_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, speller]);
  return moved(found.marks, found.of, text);
}

/** Where the caret stands while somebody types; undefined as soon as it is moved in another way. */
function useTyping() {
  const [typing, setTyping] = useState<number>();
  const elsewhere = () => setTyping(undefined);
  const watch = {
    onInput: ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => setTyping(currentTarget.selectionStart),
    onKeyDown: ({ key }: KeyOf) => {
      if (/^(Arrow|Home|End|Page|Escape|F7|Tab)/.test(key)) elsewhere();
    },
    onPointerDown: elsewhere,
    onBlur: elsewhere,
  };
  return { typing, watch };
}

/** Keeps the copy as wide as the text of the field and scrolled as far. */
function useSameMeasure(area: React.RefObject<HTMLTextAreaElement | null>, sheet: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const [field, copy] = [area.current, sheet.current];
    if (field === null || copy === null) return undefined;
    const again = () => measure(field, copy);
    const watch = typeof ResizeObserver === "undefined" ? undefined : new ResizeObserver(again);
    watch?.observe(field);
    field.addEventListener("scroll", again);
    return () => {
      watch?.disconnect();
      field.removeEventListener("scroll", again);
    };
  }, [area, sheet]);
  // A scroll bar that comes or goes with the text changes no size of the field.
  useLayoutEffect(() => {
    if (area.current && sheet.current) measure(area.current, sheet.current);
  });
}

function measure(field: HTMLTextAreaElement, copy: HTMLElement): void {
  copy.style.setProperty("--prose-width", `${String(field.clientWidth)}px`);
  copy.style.setProperty("--prose-scroll", `${String(-field.scrollTop)}px`);
}

/** The mark under the pointer. The copy cannot be touched, so its places are compared. */
function markUnder(sheet: Element | null, { clientX: x, clientY: y }: MouseEvent, marks: readonly Mark[]): Mark | undefined {
  const word = [...(sheet?.querySelectorAll<HTMLElement>("[data-at]") ?? [])].find((one) =>
    [...one.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
  );
  return marks.find(({ starts }) => String(starts) === word?.dataset["at"]);
}

/** Puts a word in the place of another as if it were typed, so that Ctrl+Z takes it back. */
function replace(field: HTMLTextAreaElement, { starts, ends }: Mark, word: string): void {
  field.setSelectionRange(starts, ends);
  // The only way that leaves the undo of the field whole; it is in no engine's plans to remove it.
  if (document.execCommand?.("insertText", false, word)) return;
  field.setRangeText(word, starts, ends, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText", data: word }));
}
