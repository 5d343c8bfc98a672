import test from 'ava';
import { type MemoryNetwork, memoryNetwork } from '@opsheet/shared/bus/memory';
import { arrivals } from '@opsheet/shared/testing/arrivals';
import type { BusWorld } from '@opsheet/shared/testing/bus/world';
import { busSuite } from '@opsheet/shared/testing/bus-suite';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import { systemClock } from '@opsheet/shared/runtime/clock';

busSuite(test, 'memory', async (): Promise<BusWorld> => {
  const { log, lines } = recordedLog();
  const network: MemoryNetwork = memoryNetwork({ clock: systemClock, log });
  const buses = new AsyncDisposableStack();
  const start = () => buses.use(network.bus());
  return {
    start,
    bus: async () => start(),
    cut: async () => network.cut(),
    mend: async () => network.mend(),
    loseStore: async () => network.loseStore(),
    lines,
    [Symbol.asyncDispose]: () => buses.disposeAsync(),
  };
});

test('memory: only the clock brings an event back that is put off', async (t) => {
  const clock = fakeClock();
  const bus = memoryNetwork({ clock }).bus();
  const came = arrivals<string>();
  await using _consuming = await bus.consume('bot', async ({ id }) => {
    came.add(id);
    return 'later';
  });
  await bus.publish({ subject: 'opsheet.event.sync.held', id: '1', body: {} });
  await came.count(1);
  await clock.sleeping();
  await clock.advance(499);
  t.is(came.seen.length, 1);
  await clock.advance(1);
  t.is(came.seen.length, 2);
});
