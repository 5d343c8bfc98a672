import type { Bus } from '@opsheet/shared/bus/bus';
import { natsBus } from '@opsheet/shared/bus/nats';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { actorLog } from '../actors/log.ts';
import { temporaryFolder } from './servers.ts';

/** A bus of the bench's own, as any client of the services has. Resolves when it is connected. */
export async function connectedBus(stack: AsyncDisposableStack, url: string): Promise<Bus> {
  const log = actorLog('bench', await temporaryFolder(stack));
  const bus = stack.use(natsBus({ url, name: 'bench', clock, log }));
  await new Promise<void>((resolve) => {
    const stop = bus.onState((state) => {
      if (state === 'connected') resolve();
    });
    stack.defer(stop);
    if (bus.state() === 'connected') resolve();
  });
  return bus;
}
