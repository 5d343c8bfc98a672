/**
 * Time as a port. Nothing outside this file reads the system clock or sets a timer, so that tests move time by hand.
 */
export type Clock = {
  /** Milliseconds since the Unix epoch. */
  now: () => number;
  /** Resolves after `ms`, or at once when `signal` aborts: it never rejects, so a loop ends on its own condition. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
    }),
};

/** Aborts when `signal` aborts or after `ms`, whichever is first. */
export function deadline(clock: Clock, ms: number, signal?: AbortSignal): AbortSignal {
  const timer = new AbortController();
  const ended = signal ? AbortSignal.any([signal, timer.signal]) : timer.signal;
  void clock.sleep(ms, ended).then(() => timer.abort(new Error(`no answer within ${ms} ms`)));
  return ended;
}
