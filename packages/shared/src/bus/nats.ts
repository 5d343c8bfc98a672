import { randomInt } from 'node:crypto';
import type { Bus } from './bus.ts';
import { natsCacheBucket } from './nats/cache-bucket.ts';
import { natsCommands } from './nats/commands.ts';
import { type ConnectionSettings, openConnection } from './nats/connection.ts';
import { natsEvents } from './nats/events.ts';

type NatsSettings = Omit<ConnectionSettings, 'chance'> & { chance?: () => number };

/**
 * The bus over a NATS server, 2.9.10 or later with JetStream. Returns at once and connects in the background; what is
 * served, consumed and watched takes effect whenever there is a connection, also after the server has lost its store.
 */
export function natsBus({ url, name, clock, log, chance = () => randomInt(1_000) / 1_000 }: NatsSettings): Bus {
  const own = log.child({ component: 'bus' });
  const connection = openConnection({ url, name, clock, log: own, chance });
  const around = { connection, clock, log: own };
  return {
    state: connection.state,
    onState: connection.onState,
    ...natsCommands(around),
    ...natsEvents(around),
    cache: natsCacheBucket(around),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}
