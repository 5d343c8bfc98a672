import { type Backoff, backoffMs } from '../runtime/retry.ts';

const backoff: Backoff = { firstMs: 500, maxMs: 60_000, jitterMs: 0 };

/** How long an event stays away that was delivered `deliveries` times (1 or more) and is not done, in ms. */
export const againAfterMs = (deliveries: number): number => backoffMs(backoff, Math.min(deliveries - 1, 30), () => 0);
