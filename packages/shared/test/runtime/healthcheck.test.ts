import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';

const command = join(import.meta.dirname, '../../src/runtime/healthcheck.ts');

function check(...args: string[]): Promise<{ status: number; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, out) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, out }),
    );
  });
}

/** A service that answers every request so; its address. */
async function answering(t: ExecutionContext, status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}/ready`;
}

test('a service that is ready is a success', async (t) => {
  const address = await answering(t, 200, '{"ready":true}');
  t.deepEqual(await check(address), { status: 0, out: 'OK: {"ready":true}\n' });
});

test('a service that is not ready is a failure, with its own words', async (t) => {
  const address = await answering(t, 503, '{"ready":false}');
  t.deepEqual(await check(address), { status: 1, out: 'ERROR: {"ready":false}\n' });
});

test('a service that is not there is a failure that names the address', async (t) => {
  const { status, out } = await check('http://127.0.0.1:1/ready');
  t.is(status, 1);
  t.true(out.startsWith('ERROR: nothing answers at http://127.0.0.1:1/ready'), out);
});

test('a check without an address says what it wants', async (t) => {
  const { status, out } = await check();
  t.is(status, 1);
  t.regex(out, /give one like http:/);
});
