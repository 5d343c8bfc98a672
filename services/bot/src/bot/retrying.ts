import type { Clock } from '@opsheet/shared/runtime/clock';
import { backoffMs } from '@opsheet/shared/runtime/retry';
import { HttpError, type Transformer } from 'grammy';

/** How often a call is made again while a person waits, and the longest wait that Telegram may ask for meanwhile. */
const retries = 3;
const maxWaitMs = 5_000;
const backoff = { firstMs: 200, maxMs: 1_000, jitterMs: 100 };

/**
 * Calls Telegram again after 429, 5xx and a broken connection. A call whose answer was lost may take effect twice:
 * answers are at least once.
 */
export function retrying({ clock, chance }: { clock: Clock; chance: () => number }): Transformer {
  return async (call, method, payload, signal) => {
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt === retries;
      try {
        const result = await call(method, payload, signal);
        if (result.ok || isLast) return result;
        const waitMs = waitAfter(result.error_code, result.parameters?.retry_after);
        if (waitMs === null) return result;
        await clock.sleep(waitMs === 'back off' ? backoffMs(backoff, attempt, chance) : waitMs);
      } catch (error) {
        if (isLast || !(error instanceof HttpError)) throw error;
        await clock.sleep(backoffMs(backoff, attempt, chance));
      }
    }
  };
}

/** What to do before the next attempt; null when there is no use in one now. */
function waitAfter(code: number, retryAfterSeconds: number | undefined): number | 'back off' | null {
  if (code >= 500) return 'back off';
  if (code !== 429) return null;
  const waitMs = (retryAfterSeconds ?? 1) * 1000;
  return waitMs <= maxWaitMs ? waitMs : null;
}
