/** What goes wrong with a message: it is sent twice, not at all, or after others that were sent later. */
export type PushFault = 'duplicate' | 'lose' | { readonly delayMs: number };

/** A fault for the next `times` messages, of one channel or of any. `sync` messages count, too. */
export type QueuedPushFault = {
  readonly channel?: string | undefined;
  readonly times: number;
  readonly fault: PushFault;
};

export type PushFaults = {
  queue: (fault: QueuedPushFault) => void;
  clear: () => void;
  pending: () => readonly QueuedPushFault[];
  /** The fault of a message: the first in the queue that is meant for its channel. */
  take: (channelId: string) => PushFault | undefined;
};

export function openPushFaults(): PushFaults {
  let queued: readonly QueuedPushFault[] = [];
  return {
    queue(fault) {
      queued = [...queued, fault];
    },
    clear() {
      queued = [];
    },
    pending: () => queued,
    take(channelId) {
      const found = queued.find(({ channel }) => channel === undefined || channel === channelId);
      queued = queued.flatMap((one) => {
        if (one !== found) return [one];
        return one.times > 1 ? [{ ...one, times: one.times - 1 }] : [];
      });
      return found?.fault;
    },
  };
}
