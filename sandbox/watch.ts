import type { Clock } from '@opsheet/shared/runtime/clock';

/** Lets others see each change at once, and lets a request wait until something has become true. */
export type Watch = {
  /** Something changed: everybody who listens looks again. */
  changed: () => void;
  /** Calls `look` after every change, until the function that it returns is called. */
  listen: (look: () => void) => () => void;
  /** Resolves when `holds`, after `ms`, or when `signal` aborts, whichever comes first. */
  until: (holds: () => boolean, ms: number, signal: AbortSignal) => Promise<void>;
};

export function createWatch(clock: Clock): Watch {
  const listeners = new Set<() => void>();

  function listen(look: () => void): () => void {
    listeners.add(look);
    return () => listeners.delete(look);
  }

  return {
    listen,
    changed() {
      for (const look of listeners) look();
    },
    async until(holds, ms, signal) {
      if (ms <= 0 || holds()) return;
      const seen = new AbortController();
      const stop = listen(() => {
        if (holds()) seen.abort();
      });
      await clock.sleep(ms, AbortSignal.any([seen.signal, signal]));
      stop();
    },
  };
}
