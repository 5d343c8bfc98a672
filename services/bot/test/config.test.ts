import { ConfigError, readConfig } from '@opsheet/shared/runtime/config';
import test from 'ava';
import { BotConfig } from '../src/config.ts';

const good = {
  DATABASE_URL: 'postgres://opsheet:x@127.0.0.1:5432/opsheet',
  NATS_URL: 'nats://127.0.0.1:4222',
  TELEGRAM_BOT_TOKEN: '123456789:AAexample',
};

test('three variables are enough; the rest has defaults', (t) => {
  t.like(readConfig(BotConfig, good), {
    TELEGRAM_API_URL: 'https://api.telegram.org',
    TELEGRAM_ADMIN_IDS: [],
    BOT_PORT: 9000,
    SYNC_TIMEOUT_SECONDS: 30,
  });
});

test('ids are separated by commas, and an address may end in a slash', (t) => {
  const config = readConfig(BotConfig, {
    ...good,
    TELEGRAM_ADMIN_IDS: '1001, 1002,',
    TELEGRAM_API_URL: 'http://host:1/',
  });
  t.deepEqual(config.TELEGRAM_ADMIN_IDS, ['1001', '1002']);
  t.is(config.TELEGRAM_API_URL, 'http://host:1');
});

test('every problem is listed at once, with what to do', (t) => {
  const wrong = {
    TELEGRAM_BOT_TOKEN: 'token',
    TELEGRAM_API_URL: 'telegram',
    TELEGRAM_ADMIN_IDS: '@nadia',
    BOT_PORT: 'many',
  };
  const error = t.throws(() => readConfig(BotConfig, wrong), { instanceOf: ConfigError });
  for (const name of ['DATABASE_URL', 'NATS_URL', ...Object.keys(wrong)])
    t.regex(error.message, new RegExp(`${name}: `));
  t.regex(error.message, /@BotFather/);
});
