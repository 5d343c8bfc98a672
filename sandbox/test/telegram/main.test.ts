import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { clientOf } from './client.ts';

const main = fileURLToPath(new URL('../../telegram/main.ts', import.meta.url));

function runFor(t: ExecutionContext, ...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.teardown(() => child.kill('SIGKILL'));
  const lines = createInterface(child.stdout);
  return { child, firstLine: once(lines, 'line').then(([line]) => String(line)), exit: once(child, 'exit') };
}

test('alone, its first line says where it is, and SIGTERM ends it at once, even while a poll waits', async (t) => {
  const { child, firstLine, exit } = runFor(t, '--port', '0');
  const telegram = JSON.parse(await firstLine) as { url: string; botToken: string };
  const client = clientOf(telegram);
  t.like(await client.ok('getMe'), { is_bot: true });
  const waiting = client.call('getUpdates', { timeout: 50 });
  await client.ok('getMe');
  child.kill('SIGTERM');
  await t.throwsAsync(waiting, { message: 'fetch failed' });
  t.deepEqual(await exit, [0, null]);
});

for (const args of [
  ['--port', 'high'],
  ['--port', '70000'],
  ['--prot', '1'],
  ['--token', 'x'],
]) {
  test(`it refuses ${args.join(' ')} and shows its usage`, async (t) => {
    const { child, exit } = runFor(t, ...args);
    const complaint: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
    t.deepEqual(await exit, [1, null]);
    t.regex(Buffer.concat(complaint).toString(), /usage: node sandbox\/telegram\/main\.ts/);
  });
}
