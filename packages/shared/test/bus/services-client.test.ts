import { Svcm } from '@nats-io/services';
import { connect } from '@nats-io/transport-node';
import test from 'ava';
import { handler } from '@opsheet/shared/bus/bus';
import { syncPause } from '@opsheet/shared/contracts/sync';
import { natsWorld } from '@opsheet/shared/testing/bus/nats-world';
import { findNatsServer } from '../../../../sandbox/infrastructure/nats.ts';

const binary = await findNatsServer({ progress: (line) => process.stderr.write(`${line}\n`) });

test('the client of @nats-io/services finds our service, its endpoints and its counts', async (t) => {
  await using world = await natsWorld(binary);
  const bus = await world.bus();
  await bus.serve({ name: 'sync', version: '0.1.0', description: 'Pauses.' }, [
    handler(syncPause, async () => ({ state: 'paused' as const })),
  ]);
  await bus.request(syncPause, {});
  const nc = await connect({ servers: world.server().url });
  // It brings a core of its own, whose types differ from ours in exactness only.
  const theirs = nc as unknown as ConstructorParameters<typeof Svcm>[0];
  const client = new Svcm(theirs).client({ strategy: 'count', maxMessages: 1, maxWait: 10_000 });
  const [ping, info, stats] = [await client.ping('sync'), await client.info('sync'), await client.stats('sync')];
  for await (const one of ping) t.is(one.name, 'sync');
  for await (const one of info)
    t.deepEqual(
      one.endpoints.map(({ subject }) => subject),
      ['opsheet.sync.pause'],
    );
  for await (const one of stats) t.is(one.endpoints?.[0]?.num_requests, 1);
  await nc.close();
});
