import type { BusState } from '../bus.ts';

/** What a bus in memory has for a connection. */
export type Link = {
  readonly state: () => BusState;
  onState: (listener: (state: BusState) => void) => () => void;
  set: (state: BusState) => void;
  /** Resolves when the state is, or becomes, this one; never after `signal` has aborted. */
  until: (state: BusState, signal?: AbortSignal) => Promise<void>;
};

export function memoryLink(): Link {
  const listeners = new Set<(state: BusState) => void>();
  let present: BusState = 'connected';

  function onState(listener: (state: BusState) => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  return {
    state: () => present,
    onState,
    set(state) {
      if (state === present) return;
      present = state;
      for (const listener of listeners) listener(state);
    },
    until: (state, signal) =>
      new Promise((resolve) => {
        if (state === present) return resolve();
        const stop = onState((now) => {
          if (now !== state) return;
          stop();
          resolve();
        });
        signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}

/** Throws while away, as the real bus does. */
export function insistOn(link: Link): void {
  if (link.state() === 'away') throw new Error('there is no connection to the bus');
}
