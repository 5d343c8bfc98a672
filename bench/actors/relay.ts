import type { Bus } from '@opsheet/shared/bus/bus';
import { natsBus } from '@opsheet/shared/bus/nats';
import { relay } from '@opsheet/shared/relay/relay';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { runAll, untilSignal } from '@opsheet/shared/runtime/service';
import { serve } from './actor.ts';
import { actorLog } from './log.ts';
import { now } from './now.ts';

/** The relay began to put this version into the bucket, and had the server's word for it (see now.ts). */
export type Put = { version: number; beganAt: number; endedAt: number };

const puts: Put[] = [];

/** The relay that every service runs, by itself: it carries commits to the bus. */
const calls = {
  run({ databaseUrl, natsUrl, folder }: { databaseUrl: string; natsUrl: string; folder: string }): void {
    const log = actorLog('relay', folder);
    const bus = natsBus({ url: natsUrl, name: 'bench relay', clock, log });
    const stopped = untilSignal();
    void runAll([relay({ url: databaseUrl, bus: noting(bus), clock, log })], stopped, log).finally(() =>
      process.exit(),
    );
  },
  puts: (): readonly Put[] => puts,
};
export type RelayActor = typeof calls;

function noting(bus: Bus): Bus {
  const put: Bus['cache']['put'] = async (entry, seenRevision) => {
    const beganAt = now();
    const result = await bus.cache.put(entry, seenRevision);
    puts.push({ version: entry.version, beganAt, endedAt: now() });
    return result;
  };
  return { ...bus, cache: { ...bus.cache, put } };
}

serve(calls);
