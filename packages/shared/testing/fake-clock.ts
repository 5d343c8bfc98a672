import type { Clock } from '../src/runtime/clock.ts';

type Sleeper = { at: number; wake: () => void };

/** A clock that a test moves. `advance` wakes the sleepers in the order of their times. */
export type FakeClock = Clock & {
  advance: (ms: number) => Promise<void>;
  /** Resolves when at least `count` sleepers wait. */
  sleeping: (count?: number) => Promise<void>;
};

const settle = () => new Promise((resolve) => setImmediate(resolve));

export function fakeClock(startMs = Date.UTC(2026, 0, 1)): FakeClock {
  let now = startMs;
  let sleepers: Sleeper[] = [];
  let watchers: { count: number; resolve: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = { at: now + ms, wake: done };
        function done() {
          sleepers = sleepers.filter((one) => one !== sleeper);
          signal?.removeEventListener('abort', done);
          resolve();
        }
        sleepers.push(sleeper);
        signal?.addEventListener('abort', done);
        for (const watcher of watchers) if (sleepers.length >= watcher.count) watcher.resolve();
        watchers = watchers.filter((watcher) => sleepers.length < watcher.count);
      }),
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const next = sleepers.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        next.wake();
        await settle();
      }
      now = until;
    },
    sleeping: (count = 1) =>
      new Promise((resolve) => {
        if (sleepers.length >= count) return resolve();
        watchers.push({ count, resolve });
      }),
  };
}
