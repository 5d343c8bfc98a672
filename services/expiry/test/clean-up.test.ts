import test from 'ava';
import pino from 'pino';
import { testDatabase } from '@opsheet/shared/testing/database';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { cleanUp } from '../src/clean-up.ts';

const day = 86_400_000;
const log = pino({ level: 'silent' });

test('D31 what was dealt with long ago is deleted; what waits, failed or is recent stays', async (t) => {
  const { database } = await testDatabase(t);
  const clock = fakeClock(Date.UTC(2026, 5, 1));
  const ago = (days: number) => new Date(clock.now() - days * day);
  const em = database.em();
  const queue = (status: string, days: number) =>
    em.execute(
      `insert into sync_queue (table_name, record_key, action, fields_changed, created_at, synced_at, sync_status) values ('ranks', ?, 'update', '{}', ?, ?, ?)`,
      [`${status} ${days}`, ago(days), status === 'synced' ? ago(days) : null, status],
    );
  for (const status of ['synced', 'pending', 'failed']) for (const days of [29, 31]) await queue(status, days);
  const update = (id: number, state: string, days: number) =>
    em.execute(
      `insert into telegram_update (update_id, chat_id, payload, state, received_at, done_at) values (?, 1, '{}', ?, ?, ?)`,
      [id, state, ago(days), state === 'done' ? ago(days) : null],
    );
  await update(1, 'done', 8);
  await update(2, 'done', 6);
  await update(3, 'pending', 8);
  t.is(await cleanUp({ em: database.em, clock, log }).expire(), 2);
  t.deepEqual(await em.execute('select record_key from sync_queue order by id'), [
    { record_key: 'synced 29' },
    { record_key: 'pending 29' },
    { record_key: 'pending 31' },
    { record_key: 'failed 29' },
    { record_key: 'failed 31' },
  ]);
  t.deepEqual(await em.execute('select update_id from telegram_update order by update_id'), [
    { update_id: '2' },
    { update_id: '3' },
  ]);
});

test('old rows are looked for once an hour', async (t) => {
  const clock = fakeClock(Date.UTC(2026, 5, 1));
  const { database } = await testDatabase(t);
  const old = cleanUp({ em: database.em, clock, log });
  const insert = () =>
    database
      .em()
      .execute(
        `insert into sync_log (table_name, operation, status, pass, timestamp) values ('ranks', 'pull', 'success', 1, '2026-01-01')`,
      );
  await insert();
  t.is(await old.expire(), 1);
  await insert();
  t.is(await old.expire(), 0);
  await clock.advance(3_600_000);
  t.is(await old.expire(), 1);
});
