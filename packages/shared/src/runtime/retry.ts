/** Waiting time before attempt `attempt` (0 is the first retry), in ms. Jitter keeps restarted processes apart. */
export type Backoff = { firstMs: number; maxMs: number; jitterMs: number };

/** `firstMs` doubled for each further attempt, never over `maxMs`, plus a random part of up to `jitterMs`. */
export function backoffMs({ firstMs, maxMs, jitterMs }: Backoff, attempt: number, chance: () => number): number {
  return Math.min(firstMs * 2 ** attempt, maxMs) + Math.floor(chance() * jitterMs);
}
