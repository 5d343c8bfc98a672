import { runInNewContext } from 'node:vm';
import { Refusal } from '../../errors.ts';

const defaultLimitMs = 5_000;

/**
 * Does work in which a text from outside decides how long a regular expression searches. Refuses what takes longer than
 * `limitMs`: nothing within JavaScript ends an expression that goes back and forth, but node:vm can break off what it runs.
 */
export function withinTimeLimit<T>(work: () => T, limitMs = defaultLimitMs): T {
  const results: T[] = [];
  try {
    runInNewContext('run()', { run: () => void results.push(work()) }, { timeout: limitMs });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new Refusal('The request takes too long: the expression or the text is too intricate.');
  }
  const [result] = results;
  // Without an error the work has run to its end, and pushed once.
  return result as T;
}

/** It comes from the other context, whose Error is not ours. */
const isTimeout = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
