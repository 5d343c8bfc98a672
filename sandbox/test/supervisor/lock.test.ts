import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { takeLock } from '../../supervisor/lock.ts';
import { identityOf } from '../../supervisor/process-identity.ts';

async function lockFile(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-lock-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return join(folder, 'lock.json');
}

test('a second start is refused and told the pid of the first', async (t) => {
  const file = await lockFile(t);
  using _ = takeLock(file);
  t.throws(() => takeLock(file), { name: 'RunningError', message: new RegExp(`process ${process.pid}`) });
});

test('a lock that is given back is free', async (t) => {
  const file = await lockFile(t);
  takeLock(file)[Symbol.dispose]();
  t.false(existsSync(file));
});

test('a lock is taken over when its pid belongs to another process by now', async (t) => {
  const file = await lockFile(t);
  await writeFile(file, JSON.stringify({ pid: process.pid, identity: `1 ${identityOf(process.pid)}` }));
  using _ = takeLock(file);
  t.true(existsSync(file));
});

test('a lock that was half written when its holder was killed is taken over', async (t) => {
  const file = await lockFile(t);
  await writeFile(file, '{"pid":');
  using _ = takeLock(file);
  t.true(existsSync(file));
});
