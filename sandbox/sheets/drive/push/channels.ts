import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Happening } from '../journal.ts';
import { headersOf, messageFor } from './channel.ts';
import type { Channel, Message } from './channel.ts';
import { post } from './post.ts';
import type { PushFaults } from './push-faults.ts';

/** The channels that are open, and what is told to them. */
export type Channels = {
  /** Those that have not expired. */
  all: () => Channel[];
  /** Opens a channel and sends it its `sync` message; false when the id has been taken before. */
  open: (channel: Omit<Channel, 'messageNumber'>) => boolean;
  /** False when there is no such channel for this resource. */
  stop: (id: string, resourceId: string) => boolean;
  /** Tells every channel that watches what happened. */
  tell: (happening: Happening) => void;
};

type ChannelsOptions = {
  clock: Clock;
  faults: PushFaults;
  signal: AbortSignal;
  saved?: readonly Channel[];
  changed: () => void;
};

export function openChannels({ clock, faults, signal, saved = [], changed }: ChannelsOptions): Channels {
  const channels = new Map(saved.map((channel) => [channel.id, channel]));
  const takenIds = new Set(channels.keys());
  const isLive = ({ expirationMs }: Channel) => expirationMs > clock.now();

  /** Messages of a channel leave in order, unless a fault delays one. */
  const lanes = new Map<string, Promise<void>>();

  function send(channel: Channel, message: Message): void {
    const { address } = channel;
    const headers = headersOf(channel, message);
    const deliver = () => post({ address, headers, clock, signal });
    const fault = faults.take(channel.id);
    if (fault === 'lose') return;
    if (typeof fault === 'object') {
      void clock.sleep(fault.delayMs, signal).then(deliver);
      return;
    }
    const before = lanes.get(channel.id) ?? Promise.resolve();
    lanes.set(channel.id, fault === 'duplicate' ? before.then(deliver).then(deliver) : before.then(deliver));
  }

  return {
    all: () => [...channels.values()].filter(isLive),
    open(wanted) {
      if (takenIds.has(wanted.id)) return false;
      const channel = { ...wanted, messageNumber: 1 };
      takenIds.add(channel.id);
      channels.set(channel.id, channel);
      changed();
      send(channel, { state: 'sync' });
      return true;
    },
    stop(id, resourceId) {
      const channel = channels.get(id);
      if (!channel || channel.resourceId !== resourceId || !isLive(channel)) return false;
      channels.delete(id);
      changed();
      return true;
    },
    tell(happening) {
      for (const channel of channels.values()) {
        const message = isLive(channel) ? messageFor(channel, happening) : undefined;
        if (!message) continue;
        const told = { ...channel, messageNumber: numberAfter(channel.messageNumber) };
        channels.set(channel.id, told);
        send(told, message);
      }
    },
  };
}

/** Numbers grow but do not follow one another (Google's guide): who counts on the next one is to notice. */
const numberAfter = (number: number) => number + 1 + ((number * 7) % 5);
