import type { Clock } from '@opsheet/shared/runtime/clock';

/** A clock that can be moved while others sleep by it: a move forward wakes those whose time has come. */
export type MovableClock = Clock & {
  /** Moves on by `ms`; with a negative value back, which leaves sleepers as long to sleep as before. */
  move: (ms: number) => void;
  /** How far it is from the clock below it. */
  offsetMs: () => number;
};

type Sleeper = { leftMs: number; moved: AbortController };

export function createMovableClock(below: Clock, startOffsetMs = 0): MovableClock {
  const sleepers = new Set<Sleeper>();
  let offsetMs = startOffsetMs;

  /** Sleeps by the clock below, again after each move, until nothing is left. */
  async function sleepOut(sleeper: Sleeper, signal: AbortSignal | undefined): Promise<void> {
    while (sleeper.leftMs > 0) {
      const since = below.now();
      sleeper.moved = new AbortController();
      const waking = signal ? AbortSignal.any([signal, sleeper.moved.signal]) : sleeper.moved.signal;
      await below.sleep(sleeper.leftMs, waking);
      if (signal?.aborted || !sleeper.moved.signal.aborted) return;
      sleeper.leftMs -= below.now() - since;
    }
  }

  return {
    now: () => below.now() + offsetMs,
    async sleep(ms, signal) {
      const sleeper = { leftMs: ms, moved: new AbortController() };
      sleepers.add(sleeper);
      await sleepOut(sleeper, signal);
      sleepers.delete(sleeper);
    },
    move(ms) {
      offsetMs += ms;
      for (const sleeper of sleepers) {
        if (ms > 0) sleeper.leftMs -= ms;
        sleeper.moved.abort();
      }
    },
    offsetMs: () => offsetMs,
  };
}
