import { once } from 'node:events';

/**
 * Aborts at the first SIGINT, SIGTERM or SIGHUP (the terminal is closed). Later ones are ignored: Ctrl-C at a terminal
 * arrives once from the terminal and once from npm, and the second must not cut the stop short.
 */
export function untilTold(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort(name));
  return stop.signal;
}

/** Resolves when `signal` aborts. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
