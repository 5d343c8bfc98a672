import { natsBus } from '@opsheet/shared/bus/nats';
import { relay } from '@opsheet/shared/relay/relay';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { runAll, untilSignal } from '@opsheet/shared/runtime/service';
import { actorLog } from './log.ts';
import { serve } from './actor.ts';

/** The relay that every service runs, by itself: it carries commits to the bus. */
const calls = {
  run({ databaseUrl, natsUrl, folder }: { databaseUrl: string; natsUrl: string; folder: string }): void {
    const log = actorLog('relay', folder);
    const bus = natsBus({ url: natsUrl, name: 'bench relay', clock, log });
    const stopped = untilSignal();
    void runAll([relay({ url: databaseUrl, bus, clock, log })], stopped, log).finally(() => process.exit());
  },
};
export type RelayActor = typeof calls;

serve(calls);
