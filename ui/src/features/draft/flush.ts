//! Every draft that is being typed, so that a lock or a window losing the focus can write them all first.

const watched = new Set<() => Promise<void>>();

export function watchDraft(flush: () => Promise<void>): () => void {
  watched.add(flush);
  return () => {
    watched.delete(flush);
  };
}

/** Writes every unsaved draft; never throws, because a lock must not wait for a full disk. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...watched].map((flush) => flush()));
}
