import test from 'ava';
import type { Em } from '../../src/database/open.ts';
import { changeRows } from '../../src/reference/change.ts';
import type { ChangeOrigin, RowChange } from '../../src/reference/effect.ts';
import { editField } from '../../src/reference/edit.ts';
import { loadRows } from '../../src/reference/rows.ts';
import { employeeSettings } from '../../src/reference/tables/employee-settings.ts';
import { ranks } from '../../src/reference/tables/ranks.ts';
import { testDatabase } from '../../testing/database.ts';

const fromSheet: ChangeOrigin = {
  side: 'sheets',
  actor: 'sheet',
  service: 'sync',
  pass: 1,
  at: new Date('2026-03-01T10:00:00Z'),
};
const byAdmin = { actor: '700100001', service: 'bot' as const, at: new Date('2026-03-01T11:00:00Z') };
const employee = (key: string, hourlyWage = '15.00'): RowChange => ({
  kind: 'write',
  key,
  values: { employeeId: key, hourlyWage, salesCommission: '8.00' },
  seenVersion: null,
  syncStatus: 'synced',
});

const count = async (em: Em, table: string) =>
  Number((await em.execute<{ n: string }[]>(`select count(*) as n from ${table}`))[0]?.n);

test('A1 an edit changes row, version, history, audit, queue and cache version in one transaction', async (t) => {
  const { database } = await testDatabase(t);
  const em = database.em();
  await em.transactional((tx) => changeRows(tx, employeeSettings, [employee('700100002')], fromSheet));
  const outcome = await em.transactional((tx) =>
    editField(tx, employeeSettings, { key: '700100002', field: 'hourlyWage', input: '20' }, byAdmin),
  );
  t.like(outcome, {
    outcome: 'changed',
    before: '15.00',
    row: { version: 2, values: { hourlyWage: '20.00' } },
    entry: { since: 1, version: 2, keys: ['700100002'] },
  });
  t.like((await loadRows(em, employeeSettings))[0], {
    syncStatus: 'pending',
    version: 2,
    modifiedAt: byAdmin.at.getTime(),
  });
  t.deepEqual(await em.execute('select table_name, record_key, action, fields_changed from sync_queue'), [
    {
      table_name: 'employee_settings',
      record_key: '700100002',
      action: 'update',
      fields_changed: { hourlyWage: '20.00' },
    },
  ]);
  const [audit] = await em.execute<object[]>(
    'select actor_id, action, details, service from audit_log order by id desc limit 1',
  );
  t.deepEqual(audit, {
    actor_id: '700100001',
    action: 'employee_settings.update',
    details: { before: { hourlyWage: '15.00' }, after: { hourlyWage: '20.00' }, side: 'local' },
    service: 'bot',
  });
});

test('S5 a transaction that is rolled back leaves nothing behind', async (t) => {
  const { database } = await testDatabase(t);
  await t.throwsAsync(() =>
    database.em().transactional(async (tx) => {
      await changeRows(tx, employeeSettings, [employee('700100002')], { ...fromSheet, side: 'local' });
      throw new Error('killed here');
    }),
  );
  for (const table of ['employee_settings', 'sync_history', 'audit_log', 'sync_queue', 'cache_change'])
    t.is(await count(database.em(), table), 0, table);
  t.deepEqual(await database.em().execute(`select version from cache_version where table_name = 'employee_settings'`), [
    { version: '0' },
  ]);
});

test('a change on a version that has moved on is not made', async (t) => {
  const { database } = await testDatabase(t);
  const em = database.em();
  await em.transactional((tx) => changeRows(tx, employeeSettings, [employee('700100002')], fromSheet));
  const stale: RowChange = {
    kind: 'write',
    key: '700100002',
    values: { hourlyWage: '99.00' },
    seenVersion: 7,
    syncStatus: 'synced',
  };
  const result = await em.transactional((tx) =>
    changeRows(tx, employeeSettings, [stale, employee('700100003')], fromSheet),
  );
  t.deepEqual(result.moved, ['700100002']);
  t.deepEqual(
    result.effects.map(({ key }) => key),
    ['700100003'],
  );
});

test('the same value again is no change and makes no version', async (t) => {
  const { database } = await testDatabase(t);
  const em = database.em();
  await em.transactional((tx) => changeRows(tx, employeeSettings, [employee('700100002')], fromSheet));
  const outcome = await em.transactional((tx) =>
    editField(tx, employeeSettings, { key: '700100002', field: 'hourlyWage', input: '15.0' }, byAdmin),
  );
  t.is(outcome.outcome, 'unchanged');
  t.is(await count(em, 'cache_change'), 1);
});

test('bad input is refused in words, and nobody who has gone can be edited', async (t) => {
  const { database } = await testDatabase(t);
  const em = database.em();
  await em.transactional((tx) => changeRows(tx, employeeSettings, [employee('700100002')], fromSheet));
  const edit = (key: string, input: string) =>
    em.transactional((tx) => editField(tx, employeeSettings, { key, field: 'hourlyWage', input }, byAdmin));
  t.deepEqual(await edit('700100002', 'a lot'), { outcome: 'refused', reason: '"a lot" is not a number' });
  t.deepEqual(await edit('700100002', ''), { outcome: 'refused', reason: 'Hourly wage is empty' });
  t.deepEqual(await edit('700100009', '20'), { outcome: 'gone' });
  await em.transactional((tx) =>
    changeRows(tx, employeeSettings, [{ kind: 'retire', key: '700100002', syncStatus: 'synced' }], fromSheet),
  );
  t.deepEqual(await edit('700100002', '20'), { outcome: 'gone' });
});

test('a retired employee stays inactive, a retired rank is removed', async (t) => {
  const { database } = await testDatabase(t);
  const em = database.em();
  const rank: RowChange = {
    kind: 'write',
    key: 'Rookie',
    values: { rankName: 'Rookie', minAmount: '0.00', maxAmount: '10.00' },
    syncStatus: 'synced',
  };
  await em.transactional((tx) => changeRows(tx, ranks, [rank], fromSheet));
  await em.transactional((tx) => changeRows(tx, employeeSettings, [employee('700100002')], fromSheet));
  await em.transactional((tx) =>
    changeRows(tx, ranks, [{ kind: 'retire', key: 'Rookie', syncStatus: 'synced' }], fromSheet),
  );
  await em.transactional((tx) =>
    changeRows(tx, employeeSettings, [{ kind: 'retire', key: '700100002', syncStatus: 'synced' }], fromSheet),
  );
  t.deepEqual(await loadRows(em, ranks), []);
  t.like((await loadRows(em, employeeSettings))[0], { active: false, version: 2 });
});

test('versions of a table are gapless and in commit order though many edit at once', async (t) => {
  const { database } = await testDatabase(t);
  const keys = Array.from({ length: 20 }, (_, index) => String(700_200_000 + index));
  await Promise.all(
    keys.map((key) =>
      database.em().transactional((tx) => changeRows(tx, employeeSettings, [employee(key)], fromSheet)),
    ),
  );
  const versions = await database
    .em()
    .execute<{ version: string }[]>(
      `select version from cache_change where table_name = 'employee_settings' order by version`,
    );
  t.deepEqual(
    versions.map(({ version }) => Number(version)),
    keys.map((_, index) => index + 1),
  );
});
