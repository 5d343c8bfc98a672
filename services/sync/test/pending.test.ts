import test from 'ava';
import { atRest, world, type World } from './world.ts';

const statusOf = async (w: World) => (await w.rows('employee_settings')).get('700100002')?.syncStatus;
const setWage = (w: World, input: string) =>
  w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input });

test('an edit in the bot that was taken back before the pass is pending no more, and nothing is written', async (t) => {
  const w = await world(t);
  await w.pass();
  await setWage(w, '22');
  await setWage(w, '15');
  t.deepEqual((await w.pass()).calls, { reads: 1, writes: 0 });
  t.is(await statusOf(w), 'synced');
  t.deepEqual(await w.sql(`select 1 from sync_queue where sync_status = 'pending'`), []);
  await atRest(w);
});

test('S3 an edit of a row whose id stands twice is pending until one is left, and then written', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.type('EmployeeSettings!A9:C9', [[700100002, 40, 4]]);
  await w.pass();
  await setWage(w, '22');
  await w.type('EmployeeSettings!B3', [[18]]);
  await atRest(w);
  t.is(await statusOf(w), 'pending');
  await w.type('EmployeeSettings!A9:C9', [['', '', '']]);
  await atRest(w);
  t.is(await statusOf(w), 'synced');
  t.deepEqual(await w.cells('EmployeeSettings!B2'), [[22]]);
});

test('a row that arrives and a row that the sheet changes never wait crosswise for an edit in the bot', async (t) => {
  const w = await world(t);
  await w.pass();
  await setWage(w, '22');
  await setWage(w, '15');
  await w.type('EmployeeSettings!B3', [[18]]);
  // The bot has the row and wants the cache version; the pass must not have the version and want the row.
  const passed = w.database.em().transactional(async (tx) => {
    await tx.execute(`select 1 from employee_settings where employee_id = 700100002 for update`);
    const pass = w.pass();
    await untilBlocked(w);
    await tx.execute(`update cache_version set version = version + 1 where table_name = 'employee_settings'`);
    return { pass };
  });
  await (
    await passed
  ).pass;
  t.is((await w.rows('employee_settings')).get('700100003')?.values['hourlyWage'], '18.00');
});

/** Returns when a session of this database waits for a lock. */
async function untilBlocked(w: World): Promise<void> {
  const blocked = () =>
    w.sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  while ((await blocked()).length === 0);
}
