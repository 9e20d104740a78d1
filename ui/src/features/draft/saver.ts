//! When a draft is written. At most a second of typing is ever unsaved, also while typing goes on: the first unsaved keystroke starts a clock that further
//! ones do not push back. One write at a time; a failed one is tried again, and the newest text always wins.
//! Pure but for the timer: what writing means is given.

/** Short of a second, so that the write itself still fits in. */
export const SAVE_WITHIN_MS = 700;
export const RETRY_MS = 2_000;

export interface DraftSaver<Body> {
  change(body: Body): void;
  /** Writes what is unsaved now: on blur, on lock, on leaving the page. */
  flush(): Promise<void>;
  /** Drops what is unsaved and waits for a write under way; typing may go on afterwards. */
  forget(): Promise<void>;
  /** Drops what is unsaved and writes nothing more. */
  stop(): void;
}

export function draftSaver<Body>(
  write: (body: Body) => Promise<void>,
  failed: (thrown: unknown) => void,
): DraftSaver<Body> {
  let unsaved: { body: Body } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;
  let stopped = false;

  const later = (ms: number) => {
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, ms);
  };

  const writeOnce = async () => {
    if (unsaved === undefined) return;
    const taken = unsaved;
    unsaved = undefined;
    try {
      await write(taken.body);
    } catch (thrown) {
      unsaved ??= taken;
      if (stopped) return;
      failed(thrown);
      later(RETRY_MS);
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    // One write at a time; whoever waited longest writes next, and the others wait for that.
    while (writing !== undefined) await writing;
    if (stopped || unsaved === undefined) return;
    writing = writeOnce().finally(() => {
      writing = undefined;
    });
    await writing;
  };

  return {
    change(body) {
      if (stopped) return;
      unsaved = { body };
      later(SAVE_WITHIN_MS);
    },
    flush,
    async forget() {
      unsaved = undefined;
      clearTimeout(timer);
      timer = undefined;
      await writing;
      unsaved = undefined;
    },
    stop() {
      stopped = true;
      unsaved = undefined;
      clearTimeout(timer);
    },
  };
}
