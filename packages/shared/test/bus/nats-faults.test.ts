import { once } from 'node:events';
import { createServer } from 'node:net';
import { connect } from '@nats-io/transport-node';
import test, { type ExecutionContext } from 'ava';
import { z } from 'zod';
import { handler } from '@opsheet/shared/bus/bus';
import { natsBus } from '@opsheet/shared/bus/nats';
import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import { command } from '@opsheet/shared/contracts/contract';
import { systemClock } from '@opsheet/shared/runtime/clock';
import { arrivals } from '@opsheet/shared/testing/arrivals';
import { bareNats } from '@opsheet/shared/testing/bare-nats';
import { natsWorld } from '@opsheet/shared/testing/bus/nats-world';
import { reached } from '@opsheet/shared/testing/bus/world';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import { freePort } from '../../../../sandbox/infrastructure/child.ts';
import { natsServersForTests, startNatsServer } from '../../../../sandbox/infrastructure/nats.ts';

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
    const published = await repeatedly(() => bus.publish(held('2')));
    t.true(published);
    t.deepEqual(await got.count(2), ['1', '2']);
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
    await repeatedly(() => bus.cache.put(ranks(1), 0));
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
    await operator(world.server().url, 'opsheet.event.sync.held', '{"no":"id"}');
    await operator(world.server().url, 'opsheet.event.sync.held', '{');
    await bus.publish(held('1'));
    t.deepEqual(await got.count(1), ['1']);
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

test.serial('a bus without a server says once what to do, and connects when one comes', async (t) => {
  const { log, lines } = recordedLog();
  const clock = fakeClock();
  const port = await freePort();
  await using bus = natsBus({ url: `nats://ann:secret@127.0.0.1:${port}`, name: 'early', clock, log });
  for (let attempt = 0; attempt < 3; attempt++) {
    await clock.sleeping();
    await clock.advance(500);
  }
  await clock.sleeping();
  t.is(lines.seen.length, 1);
  t.regex(lines.seen[0]?.msg ?? '', /NATS cannot be reached: start the server or correct NATS_URL/);
  t.like(lines.seen[0], { server: `127.0.0.1:${port}` });
  await using _server = await startNatsServer({ binary, port });
  await clock.advance(500);
  await lines.until((all) => all.some((line) => line.msg === 'connected to NATS'));
  t.is(bus.state(), 'connected');
  t.notRegex(JSON.stringify(lines.seen), /secret/);
});

test.serial('a bus that never found its server ends at once', async (t) => {
  const { log, lines } = recordedLog();
  const bus = natsBus({ url: `nats://127.0.0.1:${await freePort()}`, name: 'lost', clock: systemClock, log });
  await lines.count(1);
  await bus[Symbol.asyncDispose]();
  t.is(bus.state(), 'away');
});

test.serial('a request that the server denies is refused, and the denial is logged', async (t) => {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('INFO {"server_id":"x","version":"2.10.0","max_payload":1024,"headers":true,"proto":1}\r\n');
    socket.on('data', (bytes) => {
      if (bytes.includes('PING')) socket.write('PONG\r\n');
      if (bytes.includes('PUB')) socket.write(`-ERR 'Permissions Violation for Publish to "${dump.subject}"'\r\n`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { log, lines } = recordedLog();
  await using bus = natsBus({ url: `nats://127.0.0.1:${port}`, name: 'denied', clock: systemClock, log });
  await reached(bus, 'connected');
  const answer = await bus.request(dump, {});
  t.like(answer, { ok: false, reason: 'refused' });
  t.regex(answer.ok ? '' : answer.message, /cannot be sent: Permissions Violation/);
  await lines.until((all) => all.some((line) => line.level === 50 && line.msg === 'NATS refused something'));
});

/** A request as an operator's tool sends it. */
async function operator(url: string, subject: string, payload = ''): Promise<void> {
  const nc = await connect({ servers: url });
  await nc.request(subject, payload);
  await nc.close();
}

/** Until it succeeds: what was deleted is made again by the attempt after the one that failed. */
async function repeatedly(attempt: () => Promise<unknown>): Promise<true> {
  for (;;) {
    const failed = await attempt().then(
      () => null,
      (error: unknown) => error,
    );
    if (failed === null) return true;
  }
}
