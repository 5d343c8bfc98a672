import { setTimeout as sleep } from 'node:timers/promises';

/** The tempo of people and of mishaps, in ms. Nothing is ever concluded from such a time having passed. */
export const pause = (ms: number): Promise<void> => sleep(ms);

/** Looks again and again until it gives something; rejects with what `missing` says after `seconds`. */
export async function until<T>(
  look: () => Promise<T | null>,
  { seconds, missing }: { seconds: number; missing: () => string },
): Promise<T> {
  const latest = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (performance.now() > latest) throw new Error(`after ${seconds} s: ${missing()}`);
    await pause(100);
  }
}
