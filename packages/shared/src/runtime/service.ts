import type { Logger } from './log.ts';

/** Runs until `signal` aborts, then finishes what it has begun and returns. A rejection ends the whole process. */
export type Service = { readonly name: string; run: (signal: AbortSignal) => Promise<void> };

/**
 * Runs services side by side until `signal` aborts. When one of them fails or ends by itself, the others are told to
 * stop, everything is waited for, and the failure is thrown.
 */
export async function runAll(services: readonly Service[], signal: AbortSignal, log: Logger): Promise<void> {
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const failures: unknown[] = [];
  await Promise.all(
    services.map(async (service) => {
      try {
        await service.run(ended);
        if (!ended.aborted) throw new Error(`${service.name} ended although nobody stopped it`);
        log.debug({ service: service.name }, 'stopped');
      } catch (error) {
        failures.push(error);
        log.error({ service: service.name, err: error }, 'service failed');
      } finally {
        stop.abort();
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
}

/** Aborts on SIGTERM or SIGINT. */
export function untilSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort(name));
  return stop.signal;
}
