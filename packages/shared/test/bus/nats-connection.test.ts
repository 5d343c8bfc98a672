import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { handler } from '@opsheet/shared/bus/bus';
import { natsBus } from '@opsheet/shared/bus/nats';
import { syncPause } from '@opsheet/shared/contracts/sync';
import { systemClock } from '@opsheet/shared/runtime/clock';
import { arrivals } from '@opsheet/shared/testing/arrivals';
import { reached } from '@opsheet/shared/testing/bus/world';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import { freePort } from '../../../../sandbox/infrastructure/child.ts';
import { findNatsServer, startNatsServer } from '../../../../sandbox/infrastructure/nats.ts';

const binary = await findNatsServer({ progress: (line) => process.stderr.write(`${line}\n`) });

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
  const port = await serverThat(t, (socket, bytes) => {
    if (bytes.includes('PING')) socket.write('PONG\r\n');
    if (bytes.includes('PUB')) socket.write(`-ERR 'Permissions Violation for Publish to "${syncPause.subject}"'\r\n`);
  });
  const { log, lines } = recordedLog();
  await using bus = natsBus({ url: `nats://127.0.0.1:${port}`, name: 'denied', clock: systemClock, log });
  await reached(bus, 'connected');
  const answer = await bus.request(syncPause, {});
  t.like(answer, { ok: false, reason: 'refused' });
  t.regex(answer.ok ? '' : answer.message, /cannot be sent: Permissions Violation/);
  await lines.until((all) => all.some((line) => line.level === 50 && line.msg === 'NATS refused something'));
});

test.serial('a service whose connection breaks while it subscribes subscribes on the next one', async (t) => {
  const subscribed = arrivals<string>();
  const port = await serverThat(t, (socket, bytes) => {
    if (bytes.includes('CONNECT')) {
      socket.write('PONG\r\n');
      return;
    }
    // Never a PONG for what comes after the subscriptions.
    subscribed.add(bytes.toString());
    socket.destroy();
  });
  await using bus = natsBus({
    url: `nats://127.0.0.1:${port}`,
    name: 'unlucky',
    clock: systemClock,
    log: recordedLog().log,
  });
  await reached(bus, 'connected');
  await bus.serve({ name: 'sync', version: '1.0.0', description: 'Pauses.' }, [
    handler(syncPause, async () => ({ state: 'paused' as const })),
  ]);
  for (const written of (await subscribed.count(3)).slice(0, 3)) t.regex(written, /SUB opsheet\.sync\.pause sync \d/);
});

/** A server that says INFO and then what the test lets it say. Gives its port. */
async function serverThat(t: ExecutionContext, answer: (socket: Socket, bytes: Buffer) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('INFO {"server_id":"x","version":"2.10.0","max_payload":1024,"headers":true,"proto":1}\r\n');
    socket.on('data', (bytes) => answer(socket, bytes));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return address.port;
}
