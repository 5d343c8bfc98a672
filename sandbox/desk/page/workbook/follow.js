import { pause } from '../element.js';

/** 60 readings a minute are what Google grants a user. */
const leastMsBetween = 1_050;
const retryMs = 2_000;

/**
 * Reads whenever the workbook has changed, at once after a quiet second, for ever. `failed(error)` is told what the API
 * refuses; then it is tried again.
 */
export async function follow({ revision, read, failed }) {
  let last;
  for (;;) {
    try {
      last = await revision(last);
      const [outcome] = await Promise.all([read(), pause(leastMsBetween)]);
      if (outcome === 'stale') last = undefined;
    } catch (error) {
      failed(error);
      last = undefined;
      await pause(retryMs);
    }
  }
}
