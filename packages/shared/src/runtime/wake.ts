import type { Clock } from './clock.ts';

export type Wakeable = {
  /** Ends the present wait, or the next one when nobody waits: a wake-up is never lost. */
  now: () => void;
  /** Resolves at a wake-up, after `ms`, or when `signal` aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** A poll that can be told to hurry. */
export function wakeable(clock: Clock): Wakeable {
  let due = false;
  let wake: (() => void) | undefined;
  return {
    now() {
      due = true;
      wake?.();
    },
    async wait(ms, signal) {
      if (!due) {
        const woken = new AbortController();
        wake = () => woken.abort();
        await clock.sleep(ms, AbortSignal.any([signal, woken.signal]));
        wake = undefined;
      }
      due = false;
    },
  };
}
