import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { openLog } from '../../src/runtime/log.ts';
import { fakeClock } from '../../testing/fake-clock.ts';

async function folder(t: ExecutionContext) {
  const path = await mkdtemp(join(tmpdir(), 'opsheet-log-'));
  t.teardown(() => rm(path, { recursive: true, force: true }));
  return path;
}

const messages = async (file: string) =>
  (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { msg: string }).msg);

test('a service has a log file a day, by UTC', async (t) => {
  const directory = await folder(t);
  const clock = fakeClock(Date.UTC(2026, 2, 1, 23, 59, 59));
  await using log = openLog({ service: 'sync', level: 'info', directory, clock });
  log.info('late');
  await clock.advance(1_000);
  log.info('early');
  t.deepEqual(await messages(join(directory, 'sync', '2026-03-01.log')), ['late']);
  t.deepEqual(await messages(join(directory, 'sync', '2026-03-02.log')), ['early']);
});

test('a log folder that cannot be written stops nothing, and is written when it can', async (t) => {
  const directory = await folder(t);
  const blocked = join(directory, 'logs');
  await writeFile(blocked, 'a file where the folder should be');
  const log = openLog({ service: 'sync', level: 'info', directory: blocked, clock: fakeClock(Date.UTC(2026, 2, 1)) });
  t.notThrows(() => log.info('nowhere but stdout'));
  await rm(blocked);
  log.info('again');
  await log[Symbol.asyncDispose]();
  t.deepEqual(await messages(join(blocked, 'sync', '2026-03-01.log')), ['again']);
});

test('what is secret does not reach a log', async (t) => {
  const directory = await folder(t);
  await using log = openLog({ service: 'bot', level: 'info', directory, clock: fakeClock(Date.UTC(2026, 2, 1)) });
  log.info({ token: '123:abc', password: 'hunter2', privateKey: 'key' }, 'settings');
  const text = await readFile(join(directory, 'bot', '2026-03-01.log'), 'utf8');
  for (const secret of ['123:abc', 'hunter2', '"key"']) t.false(text.includes(secret), secret);
});
