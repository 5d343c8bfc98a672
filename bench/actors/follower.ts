import { once } from 'node:events';
import { natsBus } from '@opsheet/shared/bus/nats';
import { openDatabase } from '@opsheet/shared/database/open';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { runAll, untilSignal } from '@opsheet/shared/runtime/service';
import { followStore } from '../../services/bot/src/store/follow.ts';
import { refresher } from '../../services/bot/src/store/refresh.ts';
import { databaseSource } from '../../services/bot/src/store/snapshot.ts';
import { openStore } from '../../services/bot/src/store/store.ts';
import { serve } from './actor.ts';
import { actorLog } from './log.ts';
import { now } from './now.ts';
import { type Sighting, sightings } from './sightings.ts';

const seen = sightings(now);

/** What the bot does to keep its store, and nothing else: a bot process without Telegram. */
const calls = {
  async run({ databaseUrl, natsUrl, folder }: { databaseUrl: string; natsUrl: string; folder: string }) {
    const log = actorLog('follower', folder);
    const database = await openDatabase({ url: databaseUrl, name: 'bench follower' });
    const bus = natsBus({ url: natsUrl, name: 'bench follower', clock, log });
    const store = seen.watch(openStore(clock));
    const refresh = refresher({ store, source: databaseSource(database), clock, log });
    const stopped = untilSignal();
    void runAll([followStore({ store, refresh, bus, clock, log })], stopped, log).finally(() => process.exit());
    await seen.until(0);
  },
  /** Resolves when employees are served at this version or a later one. */
  reached: (version: number): Promise<void> => seen.until(version),
  sightings: (): readonly Sighting[] => seen.all(),
};
export type FollowerActor = typeof calls;

serve(calls);
await once(process, 'disconnect');
