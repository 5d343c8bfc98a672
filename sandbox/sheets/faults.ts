import { openFaultQueue } from '../fault-queue.ts';
import type { FaultQueue } from '../fault-queue.ts';
import { matchesCall } from './call-log.ts';
import type { Call, CallMatch } from './call-log.ts';
import type { OutsideEdit } from './outside-edit.ts';

type When = 'before' | 'after';

/**
 * What goes wrong with a call, before or after it has had its effect: it is answered with an error, its connection is
 * cut, or somebody edits the workbook. It may be kept waiting first, or only that.
 */
export type Fault = { readonly delayMs?: number | undefined } & (
  | { readonly status: 429 | 500 | 503; readonly when: When }
  | { readonly drop: When }
  | { readonly hook: readonly OutsideEdit[]; readonly when: When }
  | { readonly delayMs: number }
);

/** A fault for the next `times` calls that match. */
export type QueuedFault = { readonly match: CallMatch; readonly times: number; readonly fault: Fault };

export type Faults = Omit<FaultQueue<QueuedFault>, 'take'> & {
  /** The fault of a call: the first in the queue that matches. A call has one fault at most. */
  take: (call: Pick<Call, 'kind' | 'path' | 'user'>) => Fault | undefined;
};

export function openFaults(): Faults {
  const faults = openFaultQueue<QueuedFault>();
  return { ...faults, take: (call) => faults.take(({ match }) => matchesCall(match, call))?.fault };
}
