//! A form that two people may write: a draft, the text it went on from, and the text that stands now, put together part by part at every look. What a colleague
//! changed elsewhere comes in by itself; what both changed waits for an answer, and the words that give way are set aside in the vault first.

import { useEffect, useRef, useState } from "react";
import { act } from "../../ipc/door.ts";
import type { AtWork } from "../../ipc/generated/calls.ts";
import { say } from "../../kit/Toast/toasts.ts";
import { merged } from "./together.ts";
import type { Both, Part } from "./together.ts";
import { useDraft } from "./useDraft.ts";
import type { DraftForm } from "./useDraft.ts";

/** The form, and what it went on from. */
type Kept<Body> = Body & { basis: Body };

export type Settled = "theirs" | "mine" | "both";

export interface Together<Body extends object> extends Omit<DraftForm<Body>, "hold"> {
  form: string;
  subject: string;
  at: AtWork | undefined;
  /** Parts that both changed; nothing is saved or signed before they are settled. */
  both: readonly Both<Body>[];
  /** Labels of parts that came from a colleague since this form was opened. */
  taken: readonly string[];
  settle: (key: string, how: Settled) => void;
  /** Leads to the first part that is not settled. */
  ask: () => void;
  /** This person's save stands now, while the form stays open. */
  saved: (stands: Body) => void;
}

interface Place {
  form: string;
  subject: string;
  at: AtWork | undefined;
}

/** `standing` says what stands, also beside what a form went on from; `partsOf` names the parts that these texts have. */
export function useTogether<Body extends object>(
  place: Place,
  standing: (basis?: Body) => Body,
  partsOf: (bodies: readonly Body[]) => readonly Part<Body>[],
): Together<Body> {
  const { form, subject } = place;
  const [initial] = useState(() => ({ ...standing(), basis: standing() }));
  const draft = useDraft<Kept<Body>>(form, subject, initial);
  const [news, setNews] = useState<readonly string[]>([]);
  const { basis, ...typed } = draft.value;
  const stands = standing(basis);
  const mineNow = typed as unknown as Body;
  const now = merged(partsOf([basis, mineNow, stands]), basis, mineNow, stands);
  const taken = [...new Set([...news, ...now.taken.map(({ label }) => label)])];
  const latest = useRef({ now, stands });
  useEffect(() => {
    latest.current = { now, stands };
  });
  const put = (body: Body, from: Body) => {
    if (taken.length > news.length) setNews(taken);
    draft.change({ ...body, basis: from } as Partial<Kept<Body>>);
  };
  const settle = async (key: string, how: Settled) => {
    const one = now.both.find(({ part }) => part.key === key);
    if (one === undefined) return;
    const { part } = one;
    const [mine, theirs] = [now.body, stands];
    const words = how === "mine" ? part.words(theirs) : part.words(mine);
    if (how !== "both" && words !== "") {
      const writer = how === "mine" && place.at?.saved ? { writer: place.at.saved.staff } : {};
      await act("draft.set_aside", { form, subject, part: part.label, words, ...writer });
    }
    const { now: present } = latest.current;
    const next = how === "theirs" ? part.put(present.body, theirs) : how === "both" ? (part.join?.(present.body, theirs) ?? present.body) : present.body;
    put(next, part.put(present.basis, theirs));
    const undo = () => {
      const { now: later } = latest.current;
      draft.change({ ...part.put(later.body, mine), basis: part.put(later.basis, basis) } as Partial<Kept<Body>>);
    };
    say(how === "both" ? `${part.label}: both texts stand` : `${part.label}: the other words are set aside`, { undo });
  };
  return {
    ...draft,
    ...place,
    value: now.body,
    both: draft.ready ? now.both : [],
    taken,
    change: (patch) => {
      // The first key after something came in also keeps what came in, and that the form goes on from there.
      if (now.moved) put({ ...now.body, ...patch }, now.basis);
      else draft.change(patch as Partial<Kept<Body>>);
    },
    settle: (key, how) => void settle(key, how),
    ask: lookAtBoth,
    saved: (body) => draft.hold({ basis: body } as Partial<Kept<Body>>),
    done: (next) => {
      setNews([]);
      return draft.done(next === undefined ? undefined : { ...next, basis: next });
    },
  };
}

function lookAtBoth(): void {
  const place = document.querySelector<HTMLElement>("[data-together]");
  place?.querySelector("button")?.focus();
  place?.scrollIntoView({ block: "nearest" });
}
