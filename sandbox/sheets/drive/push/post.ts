import type { Clock } from '@opsheet/shared/runtime/clock';

const answerMs = 10_000;
const firstRetryMs = 1_000;
const mostRetries = 5;

/** The receiver's fault, and worth another try; every other status than success is a message that failed (Google's guide). */
const retried = new Set([500, 502, 503, 504]);

type Post = { address: string; headers: Record<string, string>; clock: Clock; signal: AbortSignal };

/** Sends a message, again after a growing pause while the receiver fails or cannot be reached. Never throws. */
export async function post({ address, headers, clock, signal }: Post): Promise<void> {
  for (let retries = 0; retries <= mostRetries && !signal.aborted; retries += 1) {
    const status = await send(address, headers, signal);
    if (status !== undefined && !retried.has(status)) return;
    await clock.sleep(firstRetryMs * 2 ** retries, signal);
  }
}

/** The status that the receiver answers; undefined when it does not answer. */
async function send(
  address: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    // Refused, cut off or too slow: to the sender it is all the same.
    return undefined;
  }
}
