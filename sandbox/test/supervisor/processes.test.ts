import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { endLeftovers, openProcesses } from '../../supervisor/processes.ts';

async function processesFile(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-processes-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return join(folder, 'processes.json');
}

/** A process that does nothing, forever. */
async function idle(t: ExecutionContext) {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1e6)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  t.teardown(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return { child, pid: child.pid ?? 0 };
}

test('children that were left are ended by the signal that was noted, and forgotten', async (t) => {
  const file = await processesFile(t);
  const { child, pid } = await idle(t);
  openProcesses(file).note('nats-server', pid, 'SIGINT');
  const gone = once(child, 'exit');
  t.deepEqual(await endLeftovers(file), ['nats-server']);
  t.deepEqual(await gone, [null, 'SIGINT']);
  t.false(existsSync(file));
});

test('a pid that belongs to another command by now is left alone', async (t) => {
  const file = await processesFile(t);
  const { child, pid } = await idle(t);
  openProcesses(file).note('bot', pid);
  writeFileSync(file, readFileSync(file, 'utf8').replace('setInterval', 'setTimeout'));
  t.deepEqual(await endLeftovers(file), []);
  t.is(child.exitCode ?? child.signalCode, null);
});

test('no file means that nothing was left', async (t) => {
  t.deepEqual(await endLeftovers(await processesFile(t)), []);
});
