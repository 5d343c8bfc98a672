import { openFaultQueue } from '../../../fault-queue.ts';
import type { FaultQueue } from '../../../fault-queue.ts';

/** What goes wrong with a message: it is sent twice, not at all, or after others that were sent later. */
export type PushFault = 'duplicate' | 'lose' | { readonly delayMs: number };

/** A fault for the next `times` messages, of one channel or of any. `sync` messages count, too. */
export type QueuedPushFault = {
  readonly channel?: string | undefined;
  readonly times: number;
  readonly fault: PushFault;
};

export type PushFaults = Omit<FaultQueue<QueuedPushFault>, 'take'> & {
  /** The fault of a message: the first in the queue that is meant for its channel. */
  take: (channelId: string) => PushFault | undefined;
};

export function openPushFaults(): PushFaults {
  const faults = openFaultQueue<QueuedPushFault>();
  return {
    ...faults,
    take: (channelId) => faults.take(({ channel }) => channel === undefined || channel === channelId)?.fault,
  };
}
