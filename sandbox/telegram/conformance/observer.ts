import type { Call } from '../calls.ts';
import { createConformance, type Problem } from './conformance.ts';
import type { Update } from '../message.ts';
import type { Specification } from './specification.ts';

/** Checks all that passes between a bot and the emulator; give its two hooks to `startTelegram`. */
export type ConformanceObserver = {
  onCall: (call: Call) => void;
  onUpdate: (update: Update) => void;
  problems: Problem[];
  checked: { requests: number; results: number; updates: number };
};

/** Which requests must be valid: all, as a bot's should be; those that were not refused; or none, for a fuzz run. */
export type CheckedRequests = 'all' | 'accepted' | 'none';

export function observeConformance(
  specification: Specification,
  { requests }: { requests: CheckedRequests } = { requests: 'all' },
): ConformanceObserver {
  const conformance = createConformance(specification);
  const problems: Problem[] = [];
  const checked = { requests: 0, results: 0, updates: 0 };
  return {
    problems,
    checked,
    onCall({ method, parameters, ok, result }) {
      if (requests === 'all' || (ok && requests === 'accepted')) {
        checked.requests += 1;
        problems.push(...conformance.request(method, parameters));
      }
      if (!ok) return;
      checked.results += 1;
      problems.push(...conformance.result(method, result));
    },
    onUpdate(update) {
      checked.updates += 1;
      problems.push(...conformance.update(update));
    },
  };
}
