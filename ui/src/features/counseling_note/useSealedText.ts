//! The text of a counseling note while it is written. It is saved as drafts are, at most a second late, but into the note itself: the table of drafts is
//! no place for it.

import { useCallback, useEffect, useRef, useState } from "react";
import { act } from "../../ipc/door.ts";
import type { CounselingNote } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import type { Refused } from "../../ipc/refused.ts";
import { watchDraft } from "../draft/flush.ts";
import { draftSaver } from "../draft/saver.ts";
import type { DraftSaver } from "../draft/saver.ts";

interface Words {
  title: string;
  body: string;
}

export interface SealedText extends Words {
  change: (patch: Partial<Words>) => void;
  savedAt: number | undefined;
  refusal: Refused | null;
  /** Writes what is unsaved and answers with the revision that then holds. */
  flush: () => Promise<number>;
}

export function useSealedText(note: CounselingNote): SealedText {
  const [words, setWords] = useState<Words>({ title: note.title, body: note.body });
  const [savedAt, setSavedAt] = useState<number>();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const rev = useRef(note.rev);
  const latest = useRef(words);
  const saver = useRef<DraftSaver<Words> | undefined>(undefined);
  const { id } = note;

  useEffect(() => {
    const made = draftSaver<Words>(
      async (next) => {
        const saved = await act("counseling_note.save", { id, rev: rev.current, ...next });
        rev.current = saved.rev;
        setSavedAt(saved.at);
        setRefusal(null);
      },
      (thrown) => setRefusal(refused(thrown)),
    );
    saver.current = made;
    const unwatch = watchDraft(made.flush);
    return () => {
      unwatch();
      void made.flush().finally(made.stop);
    };
  }, [id]);

  const change = useCallback((patch: Partial<Words>) => {
    latest.current = { ...latest.current, ...patch };
    saver.current?.change(latest.current);
    setWords(latest.current);
  }, []);

  const flush = useCallback(async () => {
    await saver.current?.flush();
    return rev.current;
  }, []);

  return { ...words, change, savedAt, refusal, flush };
}
