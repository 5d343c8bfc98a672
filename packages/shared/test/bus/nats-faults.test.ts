import { connect } from '@nats-io/transport-node';
import test, { type ExecutionContext } from 'ava';
import { z } from 'zod';
import { handler } from '@opsheet/shared/bus/bus';
import { natsBus } from '@opsheet/shared/bus/nats';
import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import { command } from '@opsheet/shared/contracts/contract';
import { syncPause } from '@opsheet/shared/contracts/sync';
import { arrivals } from '@opsheet/shared/testing/arrivals';
import { bareNats } from '@opsheet/shared/testing/bare-nats';
import { natsWorld } from '@opsheet/shared/testing/bus/nats-world';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import { natsServersForTests } from '../../../../sandbox/infrastructure/nats.ts';

const { servers } = await natsServersForTests({ progress: (line) => process.stderr.write(`${line}\n`) });

const held = (id: string) => ({ subject: 'opsheet.event.sync.held', id, body: {} });
const ranks = (version: number): CacheEntry => ({ table: 'ranks', since: 0, version, keys: 'all', rows: 'all' });

for (const { binary, version } of servers) {
  const fact = (title: string, hold: (t: ExecutionContext) => Promise<void>) =>
    test.serial(`nats-server ${version}: ${title}`, hold);

  fact('a stream that an operator deletes is made again, and its consumers go on', async (t) => {
    await using world = await natsWorld(binary);
    const bus = await world.bus();
    const got = arrivals<string>();
    await bus.consume('bot', async ({ id }) => {
      got.add(id);
      return 'done';
    });
    await bus.publish(held('1'));
    await got.count(1);
    await operator(world.server().url, '$JS.API.STREAM.DELETE.OPSHEET_EVENTS');
    await world.lines.until((lines) => lines.some((line) => line.msg.includes('begins again')));
    await bus.publish(held('2'));
    t.deepEqual(await got.count(2), ['1', '2']);
  });

  fact('a stream that an operator deletes is made again for the next event', async (t) => {
    await using world = await natsWorld(binary);
    const bus = await world.bus();
    await bus.publish(held('1'));
    await operator(world.server().url, '$JS.API.STREAM.DELETE.OPSHEET_EVENTS');
    await t.notThrowsAsync(bus.publish(held('2')));
    t.like(await operator(world.server().url, '$JS.API.STREAM.INFO.OPSHEET_EVENTS'), { state: { messages: 1 } });
  });

  fact('a request that nobody serves is told so at once, though an operator hears every subject', async (t) => {
    await using world = await natsWorld(binary);
    const bus = await world.bus();
    const nc = await connect({ servers: world.server().url });
    const heard = arrivals<string>();
    nc.subscribe('opsheet.>', { callback: (_, { subject }) => heard.add(subject) });
    await nc.flush();
    t.like(await bus.request(syncPause, {}, { timeoutMs: 60_000 }), { ok: false, reason: 'nobody answers' });
    t.deepEqual(await heard.count(1), ['opsheet.sync.pause']);
    await nc.close();
  });

  fact('a stream and a bucket with other settings are brought to ours', async (t) => {
    await using world = await natsWorld(binary);
    const { url } = world.server();
    const cached = { name: 'KV_opsheet_cache', subjects: ['$KV.opsheet_cache.>'], max_msgs_per_subject: 5 };
    await operator(url, '$JS.API.STREAM.CREATE.KV_opsheet_cache', JSON.stringify(cached));
    const events = { name: 'OPSHEET_EVENTS', subjects: ['opsheet.event.order.>'], description: 'made by hand' };
    await operator(url, '$JS.API.STREAM.CREATE.OPSHEET_EVENTS', JSON.stringify(events));
    const bus = await world.bus();
    await bus.publish(held('1'));
    await bus.cache.get('ranks');
    t.like(await operator(url, '$JS.API.STREAM.INFO.KV_opsheet_cache'), { config: { max_msgs_per_subject: 1 } });
    t.like(await operator(url, '$JS.API.STREAM.INFO.OPSHEET_EVENTS'), {
      config: { subjects: ['opsheet.event.>'], max_age: 7 * 86_400 * 1e9, duplicate_window: 120 * 1e9 },
    });
  });

  fact('a bucket that an operator deletes is made again, and its watchers are reset', async (t) => {
    await using world = await natsWorld(binary);
    const bus = await world.bus();
    const heard = arrivals<string>();
    await bus.cache.watch({
      onEntry: (entry) => heard.add(`version ${entry.version}`),
      onReset: () => heard.add('reset'),
    });
    await bus.cache.put(ranks(5), 0);
    await heard.count(1);
    await operator(world.server().url, '$JS.API.STREAM.DELETE.KV_opsheet_cache');
    await heard.until((seen) => seen.includes('reset'));
    t.like(await bus.cache.put(ranks(1), 0), { ok: true });
    await heard.until((seen) => seen.at(-1) === 'version 1');
    t.deepEqual(new Set(heard.seen), new Set(['version 5', 'reset', 'version 1']));
  });

  fact('what others put on our event subjects is thrown away and logged, and the next event comes', async (t) => {
    await using world = await natsWorld(binary);
    const bus = await world.bus();
    const got = arrivals<string>();
    await bus.consume('bot', async ({ id }) => {
      got.add(id);
      return 'done';
    });
    using spy = await bareNats(world.server().port);
    spy.write('CONNECT {}\r\nSUB $JS.ACK.> 1\r\nPING\r\n');
    await spy.lines.until((lines) => lines.includes('PONG'));
    await operator(world.server().url, 'opsheet.event.sync.held', '{"no":"id"}');
    await operator(world.server().url, 'opsheet.event.sync.held', '{');
    await bus.publish(held('1'));
    t.deepEqual(await got.count(1), ['1']);
    const said = await spy.messages.count(3);
    t.deepEqual(
      said.map(({ payload }) => payload),
      ['+TERM', '+TERM', '+ACK'],
    );
    t.is(world.lines.seen.filter((line) => line.msg.includes('no event')).length, 2);
  });

  fact('what others put into the bucket resets the watchers, and the next put replaces it', async (t) => {
    await using world = await natsWorld(binary);
    const bus = await world.bus();
    const heard = arrivals<string>();
    await bus.cache.watch({ onEntry: ({ version }) => heard.add(`${version}`), onReset: () => heard.add('reset') });
    await bus.cache.put(ranks(1), 0);
    await operator(world.server().url, '$KV.opsheet_cache.ranks', 'what?');
    await heard.until((seen) => seen.at(-1) === 'reset');
    const junk = await bus.cache.get('ranks');
    t.is(junk?.entry.version, 0);
    t.like(await bus.cache.put(ranks(2), junk?.revision ?? 0), { ok: true });
    t.is((await heard.until((seen) => seen.at(-1) === '2')).length, 3);
  });
}

const binary = servers[0]?.binary ?? '';

const dump = command('opsheet.sync.dump', {
  says: 'As many bytes as asked for.',
  request: z.object({ bytes: z.int().default(1) }),
  reply: z.object({ text: z.string() }),
});

test.serial('a reply over the limit of the server is a clear error, and the service goes on', async (t) => {
  await using world = await natsWorld(binary);
  const bus = await world.bus();
  await bus.serve({ name: 'sync', version: '1.0.0', description: 'Dumps.' }, [
    handler(dump, async ({ bytes }) => ({ text: 'x'.repeat(bytes) })),
  ]);
  const answer = await bus.request(dump, { bytes: 1_100_000 });
  t.like(answer, { ok: false, reason: 'failed' });
  t.regex(answer.ok ? '' : answer.message, /1100011 bytes, the NATS server takes 1048576: raise its max_payload/);
  t.like(await bus.request(dump, {}), { ok: true, reply: { text: 'x' } });
});

test.serial('a handler that takes long tells the server so every ten seconds', async (t) => {
  await using world = await natsWorld(binary);
  const clock = fakeClock();
  await using bus = natsBus({ url: world.server().url, name: 'slow', clock, log: recordedLog().log });
  using spy = await bareNats(world.server().port);
  spy.write('CONNECT {}\r\nSUB $JS.ACK.> 1\r\nPING\r\n');
  await spy.lines.until((lines) => lines.includes('PONG'));
  const begun = arrivals<string>();
  const release = Promise.withResolvers<'done'>();
  await bus.consume('bot', ({ id }) => {
    begun.add(id);
    return release.promise;
  });
  const sync = await world.bus();
  await sync.publish(held('1'));
  await begun.count(1);
  await clock.sleeping();
  await clock.advance(20_000);
  await spy.messages.count(2);
  release.resolve('done');
  t.deepEqual(
    (await spy.messages.count(3)).map(({ payload }) => payload),
    ['+WPI', '+WPI', '+ACK'],
  );
});

/** A request as an operator's tool sends it. */
async function operator(url: string, subject: string, payload = ''): Promise<unknown> {
  const nc = await connect({ servers: url });
  const reply = await nc.request(subject, payload);
  await nc.close();
  return reply.json();
}
