import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import test from 'ava';
import { readCredentials, readSyncConfig } from '../src/config.ts';

const whole = {
  DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/opsheet',
  NATS_URL: 'nats://127.0.0.1:4222',
  GOOGLE_SPREADSHEET_ID: 'an-id',
  GOOGLE_CREDENTIALS_FILE: 'key.json',
};

test('every missing or wrong variable is listed at once, with what to set', (t) => {
  const error = t.throws(() => readSyncConfig({ NATS_URL: 'http://x', SYNC_INTERVAL_SECONDS: 'soon' }, []), {
    name: 'ConfigError',
  });
  for (const name of [
    'DATABASE_URL',
    'NATS_URL',
    'GOOGLE_SPREADSHEET_ID',
    'GOOGLE_CREDENTIALS_FILE',
    'SYNC_INTERVAL_SECONDS',
  ]) {
    t.true(error.message.includes(name), `${name} in:\n${error.message}`);
  }
  t.regex(error.message, /5 problem\(s\)/);
});

test('B12 --interval goes over the environment, which goes over the default of 5 s', (t) => {
  t.is(readSyncConfig(whole, []).SYNC_INTERVAL_SECONDS, 5);
  t.is(readSyncConfig({ ...whole, SYNC_INTERVAL_SECONDS: '300' }, []).SYNC_INTERVAL_SECONDS, 300);
  t.is(readSyncConfig({ ...whole, SYNC_INTERVAL_SECONDS: '300' }, ['--interval', '10']).SYNC_INTERVAL_SECONDS, 10);
  t.is(readSyncConfig(whole, ['--once']).mode, 'once');
});

test('an unknown option and an interval without a number say what to write', (t) => {
  t.throws(() => readSyncConfig(whole, ['--onec']), { message: /--onec is not an option: use --once/ });
  t.throws(() => readSyncConfig(whole, ['--interval']), {
    message: /SYNC_INTERVAL_SECONDS: must be a number of seconds/,
  });
  t.throws(() => readSyncConfig(whole, ['--interval', '0']), { message: /1 or more seconds/ });
  t.throws(() => readSyncConfig(whole, ['--interval', '2147484']), { message: /a week\) or fewer/ });
});

test('a credentials file that is missing, no JSON or no key says so', async (t) => {
  const path = join(tmpdir(), `opsheet-credentials-${process.pid}.json`);
  t.throws(() => readCredentials(`${path}.nowhere`), { message: /cannot be read as JSON/ });
  await writeFile(path, '{}');
  t.throws(() => readCredentials(path), { message: /no client_email and private_key/ });
  await writeFile(path, JSON.stringify({ client_email: 'sync@example.test', private_key: 'cut off' }));
  t.throws(() => readCredentials(path), { name: 'ConfigError', message: /private_key that cannot be read/ });
});
