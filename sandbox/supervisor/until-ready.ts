import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Supervised } from './supervise.ts';

const patienceMs = 60_000;
const askEveryMs = 50;
/** A service that ends this often before it was ever ready has told why, and will not change its mind. */
const tooManyEnds = 3;

type Awaited = { url: string; process: Supervised; clock: Clock; signal: AbortSignal };

/** Resolves when the service's /ready says yes. Rejects after a minute, when the service keeps ending, or with the reason of `signal`. */
export async function untilReady({ url, process, clock, signal }: Awaited): Promise<void> {
  const patientUntil = clock.now() + patienceMs;
  while (!(await isReady(url))) {
    signal.throwIfAborted();
    if (process.ends() >= tooManyEnds) throw new Error(`${process.name} ends again and again: see its lines above`);
    if (clock.now() > patientUntil) throw new Error(`${process.name} was not ready within ${patienceMs / 1000} s`);
    await clock.sleep(askEveryMs, signal);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Nobody listens there yet.
    return false;
  }
}
