import type { BusState } from '../../src/bus/bus.ts';
import { type Fact, reached } from './world.ts';

export function stateFacts(fact: Fact): void {
  fact('a listener hears every change of state until it is stopped', async (t, world) => {
    const bus = await world.bus();
    const heard: BusState[] = [];
    const stop = bus.onState((state) => heard.push(state));
    await world.cut();
    await world.mend();
    stop();
    await world.cut();
    t.deepEqual(heard, ['away', 'connected']);
  });

  fact('a bus that starts while the server is away connects when it comes', async (t, world) => {
    await world.bus();
    await world.cut();
    const late = world.start();
    t.is(late.state(), 'away');
    await world.mend();
    await reached(late, 'connected');
    t.is(late.state(), 'connected');
  });

  fact('a bus that ends while its work begins does end', async (t, world) => {
    const bus = await world.bus();
    const begun = [
      bus.consume('bot', async () => 'done'),
      bus.cache.watch({ onEntry: () => t.fail(), onReset: () => t.fail() }),
      bus.serve({ name: 'sync', version: '1.0.0', description: 'Nothing yet.' }, []),
    ];
    await bus[Symbol.asyncDispose]();
    t.is((await Promise.all(begun)).length, 3);
  });
}
