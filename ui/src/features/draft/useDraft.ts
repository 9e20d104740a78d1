//! A form whose content survives everything: a kill, a lock, a change of page. Restores what this person left in this form, saves while typing goes on,
//! and shows when it was last saved. The form calls `done` after its op succeeded.
//! Deliberately absent: passphrases. A secret is kept in plain state beside the draft and never put into it.

import { useCallback, useEffect, useRef, useState } from "react";
import { act, ask } from "../../ipc/door.ts";
import { refused } from "../../ipc/refused.ts";
import { draftSaver } from "./saver.ts";
import type { DraftSaver } from "./saver.ts";
import { watchDraft } from "./flush.ts";

export interface DraftForm<Body> {
  /** False until it is known whether there is something to restore. */
  ready: boolean;
  value: Body;
  change: (patch: Partial<Body>) => void;
  /** The same without writing: the next key writes it. */
  hold: (patch: Partial<Body>) => void;
  savedAt: number | undefined;
  /** When what was restored had been saved, if this form opened with something restored. */
  restoredFrom: number | undefined;
  failed: boolean;
  /** Forgets the draft: the form succeeded, or the person starts over. The form then shows `next`, or what it began with. */
  done: (next?: Body) => Promise<void>;
}

interface State<Body> {
  ready: boolean;
  value: Body;
  savedAt: number | undefined;
  restoredFrom: number | undefined;
  failed: boolean;
}

export function useDraft<Body extends object>(
  form: string,
  subject: string | undefined,
  initial: Body,
): DraftForm<Body> {
  const [state, setState] = useState<State<Body>>({
    ready: false,
    value: initial,
    savedAt: undefined,
    restoredFrom: undefined,
    failed: false,
  });
  const saver = useRef<DraftSaver<Body> | undefined>(undefined);
  const rev = useRef(0);
  const kept = useRef(false);
  const begin = useRef(initial);
  const latest = useRef(initial);

  useEffect(() => {
    const place = subject === undefined ? { form } : { form, subject };
    const writeBody = async (body: Body) => {
      const saved = await act("draft.save", { ...place, body, typed: true, rev: rev.current });
      rev.current = saved.rev;
      kept.current = true;
      setState((now) => ({ ...now, savedAt: saved.at, failed: false }));
    };
    const made = draftSaver<Body>(
      async (body) => {
        try {
          await writeBody(body);
        } catch (thrown) {
          if (refused(thrown).code !== "conflict") throw thrown;
          // The same person left this form open elsewhere: the newest typing wins, on top of what is there.
          rev.current = (await ask("draft.get", place))?.rev ?? 0;
          await writeBody(body);
        }
      },
      () => setState((now) => ({ ...now, failed: true })),
    );
    saver.current = made;
    const unwatch = watchDraft(made.flush);
    let left = false;
    void ask("draft.get", place)
      .then((draft) => {
        if (left) return;
        rev.current = draft?.rev ?? 0;
        kept.current = draft !== null;
        if (draft !== null) latest.current = { ...begin.current, ...(draft.body as Partial<Body>) };
        setState((now) => ({ ...now, ready: true, value: latest.current, restoredFrom: draft?.at }));
      })
      .catch(() => {
        if (!left) setState((now) => ({ ...now, ready: true, failed: true }));
      });
    return () => {
      left = true;
      unwatch();
      void made.flush().finally(made.stop);
    };
  }, [form, subject]);

  const change = useCallback((patch: Partial<Body>) => {
    latest.current = { ...latest.current, ...patch };
    saver.current?.change(latest.current);
    setState((now) => ({ ...now, value: latest.current }));
  }, []);

  const hold = useCallback((patch: Partial<Body>) => {
    latest.current = { ...latest.current, ...patch };
    setState((now) => ({ ...now, value: latest.current }));
  }, []);

  const done = useCallback(
    async (next?: Body) => {
      if (next !== undefined) begin.current = next;
      latest.current = begin.current;
      setState({ ready: true, value: begin.current, savedAt: undefined, restoredFrom: undefined, failed: false });
      await saver.current?.forget();
      if (kept.current) await act("draft.discard", subject === undefined ? { form } : { form, subject });
      rev.current = 0;
      kept.current = false;
    },
    [form, subject],
  );

  return { ...state, change, hold, done };
}
