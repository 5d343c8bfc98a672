import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { findNatsServer, startNatsServer } from '../../infrastructure/nats.ts';

const progress = (line: string) => process.stderr.write(`${line}\n`);
const binary = await findNatsServer({ progress });

test('a server that is up accepts connections on the port it names', async (t) => {
  await using server = await startNatsServer({ binary, port: 0 });
  const socket = connect(server.port, '127.0.0.1');
  const [greeting] = await once(socket, 'data');
  t.regex(String(greeting), new RegExp(`^INFO .*"version":"${server.version}".*"jetstream":true`));
  socket.destroy();
});

test('a server that is stopped is gone, and its port is free for the next', async (t) => {
  const storeDir = await mkdtemp(join(tmpdir(), 'opsheet-test-'));
  t.teardown(() => rm(storeDir, { recursive: true }));
  const first = await startNatsServer({ binary, port: 0, storeDir });
  await first.stop('SIGKILL');
  t.throws(() => process.kill(first.pid, 0), { code: 'ESRCH' });
  await using second = await startNatsServer({ binary, port: first.port, storeDir });
  t.is(second.url, first.url);
});

test('a server that cannot have its port says why', async (t) => {
  await using server = await startNatsServer({ binary, port: 0 });
  await t.throwsAsync(startNatsServer({ binary, port: server.port }), { message: /address already in use/ });
});

test('a NATS_SERVER that is no program is refused with what to do', async (t) => {
  const before = process.env['NATS_SERVER'];
  process.env['NATS_SERVER'] = '/nowhere/nats-server';
  t.teardown(() => (before === undefined ? delete process.env['NATS_SERVER'] : (process.env['NATS_SERVER'] = before)));
  await t.throwsAsync(findNatsServer({ progress }), { message: /NATS_SERVER is \/nowhere\/nats-server.*or unset it/ });
});
