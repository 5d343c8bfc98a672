import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { services } from '@opsheet/shared/contracts/contract';
import { originsOf, readSettings } from '../settings.ts';

/** The settings of a `.env` with these lines, in a repository that holds key.json. */
async function settingsOf(t: ExecutionContext, ...lines: string[]) {
  const root = await mkdtemp(join(tmpdir(), 'opsheet-env-'));
  t.teardown(() => rm(root, { recursive: true }));
  await writeFile(join(root, 'key.json'), '{}');
  await writeFile(join(root, '.env'), lines.join('\n'));
  return { root, read: () => readSettings(join(root, '.env'), root) };
}

test('without a file everything is the sandbox', (t) => {
  const settings = readSettings('/nowhere/.env', '/nowhere');
  t.deepEqual(originsOf(settings), { postgres: 'sandbox', nats: 'sandbox', sheets: 'sandbox', telegram: 'sandbox' });
});

test('each part that the file names is the real one, and the rest stay', async (t) => {
  const { read } = await settingsOf(t, 'NATS_URL=nats://queue:4222', 'TELEGRAM_BOT_TOKEN=12:ab', 'DATABASE_URL=');
  t.deepEqual(originsOf(read()), { postgres: 'sandbox', nats: 'real', sheets: 'sandbox', telegram: 'real' });
});

test('a spreadsheet comes with its credentials, whose path is taken from the repository', async (t) => {
  const { root, read } = await settingsOf(t, 'GOOGLE_SPREADSHEET_ID=abc', 'GOOGLE_CREDENTIALS_FILE=key.json');
  t.deepEqual(read().spreadsheet, { id: 'abc', credentialsFile: join(root, 'key.json') });
});

test('a spreadsheet without credentials is refused', async (t) => {
  const { read } = await settingsOf(t, 'GOOGLE_SPREADSHEET_ID=abc');
  t.throws(read, { name: 'ConfigError', message: /GOOGLE_CREDENTIALS_FILE go together/ });
});

test('credentials that are not there are refused', async (t) => {
  const { read } = await settingsOf(t, 'GOOGLE_SPREADSHEET_ID=abc', 'GOOGLE_CREDENTIALS_FILE=gone.json');
  t.throws(read, { name: 'ConfigError', message: /gone\.json, which does not exist/ });
});

test('every wrong value is listed', async (t) => {
  const { read } = await settingsOf(
    t,
    'NATS_URL=queue',
    'TELEGRAM_BOT_TOKEN=secret',
    'DATABASE_URL=mysql://x',
    'BOT_PORT=70000',
  );
  const { message } = t.throws(read, { name: 'ConfigError' });
  for (const name of ['NATS_URL', 'TELEGRAM_BOT_TOKEN', 'DATABASE_URL', 'BOT_PORT'])
    t.true(message.includes(name), message);
});

const repository = join(import.meta.dirname, '../..');

test('.env.example names every variable of every service and of docker-compose.yml, and no others', async (t) => {
  const sources = [
    'packages/shared/src/runtime/config.ts',
    ...services.map((name) => `services/${name}/src/config.ts`),
  ];
  const texts = await Promise.all(sources.map((source) => readFile(join(repository, source), 'utf8')));
  const read = texts.flatMap((text) => [...text.matchAll(/^ +([A-Z][A-Z_]+): /gm)].map(([, name]) => name));
  const example = await readFile(join(repository, '.env.example'), 'utf8');
  const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const wanted = new Set([...read, 'POSTGRES_PASSWORD']);
  t.deepEqual([...wanted.symmetricDifference(new Set(documented))], []);
});
