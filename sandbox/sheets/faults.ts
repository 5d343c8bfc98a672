import { matchesCall } from './call-log.ts';
import type { Call, CallMatch } from './call-log.ts';
import type { OutsideEdit } from './outside-edit.ts';

type When = 'before' | 'after';

/**
 * What goes wrong with a call, before or after it has had its effect: it is answered with an error, its connection is
 * cut, it is kept waiting, or somebody edits the workbook.
 */
export type Fault =
  | { readonly status: 429 | 500 | 503; readonly when: When }
  | { readonly drop: When }
  | { readonly delayMs: number }
  | { readonly hook: readonly OutsideEdit[]; readonly when: When };

/** A fault for the next `times` calls that match. */
export type QueuedFault = { readonly match: CallMatch; readonly times: number; readonly fault: Fault };

export type Faults = {
  queue: (fault: QueuedFault) => void;
  clear: () => void;
  pending: () => readonly QueuedFault[];
  /** The fault of a call: the first in the queue that matches. A call has one fault at most. */
  take: (call: Pick<Call, 'kind' | 'path' | 'user'>) => Fault | undefined;
};

export function openFaults(): Faults {
  let queued: readonly QueuedFault[] = [];
  return {
    queue(fault) {
      queued = [...queued, fault];
    },
    clear() {
      queued = [];
    },
    pending: () => queued,
    take(call) {
      const found = queued.find(({ match }) => matchesCall(match, call));
      queued = queued.flatMap((one) => {
        if (one !== found) return [one];
        return one.times > 1 ? [{ ...one, times: one.times - 1 }] : [];
      });
      return found?.fault;
    },
  };
}
