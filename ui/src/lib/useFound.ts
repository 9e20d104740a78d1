//! What a search found for the words of a picker. Nothing is kept: the answer goes when the picker is shut.

import { useEffect, useState } from "react";

/** The rows for the newest words; an answer to older words is dropped, and a refusal is an empty list. `find` asks for these words. */
export function useFound<Row>(isOpen: boolean, words: string, find: (words: string) => Promise<readonly Row[]>): readonly Row[] {
  const [found, setFound] = useState<readonly Row[]>([]);
  useEffect(() => {
    if (!isOpen) return undefined;
    let old = false;
    const show = (rows: readonly Row[]) => {
      if (!old) setFound(rows);
    };
    find(words).then(show, () => show([]));
    return () => {
      old = true;
    };
    // Only other words are another question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen, words]);
  return isOpen ? found : [];
}
