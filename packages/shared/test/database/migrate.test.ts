import test from 'ava';
import { migrate, NewerDatabaseError } from '../../src/database/migrate.ts';
import { openSession } from '../../src/database/session.ts';
import { testDatabase } from '../../testing/database.ts';

test('migrations are safe to run twice', async (t) => {
  const { database } = await testDatabase(t);
  t.deepEqual(await migrate(database.orm), []);
  t.deepEqual(await migrate(database.orm), []);
});

test('two processes may migrate at once', async (t) => {
  const { database } = await testDatabase(t);
  await database.em().execute('drop schema public cascade; create schema public');
  const ran = await Promise.all([migrate(database.orm), migrate(database.orm)]);
  t.deepEqual(ran.flat(), ['0001-foundation']);
});

test('a database that is newer than the program is refused and not changed', async (t) => {
  const { database } = await testDatabase(t);
  await database.em().execute(`insert into mikro_orm_migrations (name) values ('9999-from-the-future')`);
  await t.throwsAsync(() => migrate(database.orm), {
    instanceOf: NewerDatabaseError,
    message: /9999-from-the-future.*newer version/s,
  });
});

test('entities and migrations say the same', async (t) => {
  const { database } = await testDatabase(t);
  const difference = await database.orm.schema.getUpdateSchemaSQL();
  t.is(difference.replace("set names 'utf8';", '').trim(), '');
});

test('C11 every reference table has the five sync columns', async (t) => {
  const { database } = await testDatabase(t);
  const columns = await database.em().execute<{ table_name: string; names: string }[]>(
    `select table_name, string_agg(column_name, ',' order by column_name) as names from information_schema.columns
     where table_name in ('employee_settings', 'dynamic_rates', 'ranks')
       and column_name in ('last_synced_at', 'last_modified_at', 'source', 'sync_status', 'version') group by table_name`,
  );
  t.is(columns.length, 3);
  for (const { names } of columns) t.is(names, 'last_modified_at,last_synced_at,source,sync_status,version');
});

test('an advisory lock is free again when its session has ended', async (t) => {
  const { url } = await testDatabase(t);
  const first = await openSession({ url, name: 'first' });
  await using second = await openSession({ url, name: 'second' });
  t.true(await first.tryLock('the lock'));
  t.false(await second.tryLock('the lock'));
  await first[Symbol.asyncDispose]();
  t.true(first.lost.aborted);
  t.true(await second.tryLock('the lock'));
});

test('a database without tables is explained by what to run, one that does not answer by what to start', async (t) => {
  const { database, url } = await testDatabase(t);
  await database.em().execute('drop schema public cascade; create schema public');
  const error = await t.throwsAsync(() => database.em().execute('select pass from sync_state'));
  t.regex(database.explain(error), /lacks tables of this version: run `npm run migrate`/);
  const nobody = Object.assign(new URL(url), { port: '1' }).href;
  await t.throwsAsync(() => openSession({ url: nobody, name: 'test' }), {
    message: /does not answer at 127\.0\.0\.1:1: start it/,
  });
});
