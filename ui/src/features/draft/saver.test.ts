import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RETRY_MS, SAVE_WITHIN_MS, draftSaver } from "./saver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recorded(write: (body: string) => Promise<void> = async () => undefined) {
  const written: string[] = [];
  const failures: unknown[] = [];
  const saver = draftSaver<string>(
    (body) => {
      written.push(body);
      return write(body);
    },
    (thrown) => failures.push(thrown),
  );
  return { saver, written, failures };
}

describe("a draft saver", () => {
  it("never leaves more than a second unsaved while typing goes on", async () => {
    const { saver, written } = recorded();
    for (let typed = 1; typed <= 100; typed += 1) {
      saver.change("x".repeat(typed));
      await vi.advanceTimersByTimeAsync(100);
      const saved = written.at(-1)?.length ?? 0;
      expect((typed - saved) * 100).toBeLessThanOrEqual(1_000);
    }
    expect(written.length).toBeGreaterThan(10);
    expect(written.length).toBeLessThan(20);
  });

  it("writes once for a burst, with the newest text", async () => {
    const { saver, written } = recorded();
    saver.change("a");
    saver.change("ab");
    saver.change("abc");
    await vi.advanceTimersByTimeAsync(SAVE_WITHIN_MS);
    expect(written).toEqual(["abc"]);
  });

  it("writes at once when flushed, and not again afterwards", async () => {
    const { saver, written } = recorded();
    saver.change("now");
    await saver.flush();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(written).toEqual(["now"]);
  });

  it("waits for the write under way and then writes what came meanwhile", async () => {
    let release = () => {};
    const { saver, written } = recorded(() => new Promise<void>((done) => (release = done)));
    saver.change("first");
    const first = saver.flush();
    saver.change("second");
    const second = saver.flush();
    expect(written).toEqual(["first"]);
    release();
    await first;
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual(["first", "second"]);
    release();
    await second;
  });

  it("tries again after a failure, and never goes back to older text", async () => {
    let broken = true;
    const { saver, written, failures } = recorded(async () => {
      if (broken) throw new Error("disk");
    });
    saver.change("one");
    await saver.flush();
    expect(failures).toHaveLength(1);
    saver.change("two");
    broken = false;
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(written.at(-1)).toBe("two");
    await vi.advanceTimersByTimeAsync(RETRY_MS * 3);
    expect(written).toEqual(["one", "two"]);
  });

  it("writes nothing after it was stopped", async () => {
    const { saver, written } = recorded();
    saver.change("gone");
    saver.stop();
    await saver.flush();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(written).toEqual([]);
  });
});
