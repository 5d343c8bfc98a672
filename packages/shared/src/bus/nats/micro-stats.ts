import type { WireReply } from '../answer.ts';

const nanosPerMs = 1_000_000;

/** What an endpoint has done since its process started, in the fields and units of ADR-32 (times in ns). */
export function microStats() {
  let requests = 0;
  let errors = 0;
  let lastError = '';
  let totalMs = 0;
  return {
    count(tookMs: number, reply: WireReply): void {
      requests += 1;
      totalMs += tookMs;
      if (reply.ok) return;
      errors += 1;
      lastError = `${reply.code}:${reply.message}`;
    },
    read: () => ({
      num_requests: requests,
      num_errors: errors,
      last_error: lastError,
      processing_time: totalMs * nanosPerMs,
      average_processing_time: requests === 0 ? 0 : Math.round((totalMs * nanosPerMs) / requests),
    }),
  };
}
