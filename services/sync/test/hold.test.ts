import test from 'ava';
import { atRest, world } from './world.ts';

test('S8 a pass that would delete too much is held, applies nothing, and goes on when approved', async (t) => {
  const w = await world(t);
  await w.pass();
  const sheetId = (await w.means().workbook.tab('EmployeeSettings'))?.sheetId;
  await w.batch([{ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 5 } } }]);
  const held = await w.pass();
  t.is(held.outcome, 'held');
  t.is((await w.pass()).outcome, 'held');
  t.is(
    (await w.sql(`select 1 from outbox where subject = 'opsheet.event.sync.held'`)).length,
    1,
    'the owner is asked once',
  );
  t.true([...(await w.rows('employee_settings')).values()].every(({ active }) => active));
  await w.sql(`update sync_hold set decision = 'approve', decided_by = 'owner', decided_at = now()`);
  t.is((await w.pass()).outcome, 'done');
  t.is([...(await w.rows('employee_settings')).values()].filter(({ active }) => !active).length, 4);
});

test('a refused deletion puts the rows back into the sheet', async (t) => {
  const w = await world(t);
  await w.pass();
  const sheetId = (await w.means().workbook.tab('EmployeeSettings'))?.sheetId;
  await w.batch([{ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 5 } } }]);
  await w.pass();
  await w.sql(`update sync_hold set decision = 'refuse', decided_by = 'owner', decided_at = now()`);
  await w.pass();
  await atRest(w);
  t.is((await w.cells('EmployeeSettings!A2:A')).length, 7);
  t.true([...(await w.rows('employee_settings')).values()].every(({ active }) => active));
});

test('S8 rows that come back end a hold by themselves; an approval that came too late approves nothing later', async (t) => {
  const w = await world(t);
  await w.pass();
  const before = await w.cells('EmployeeSettings!A2:C5');
  const empty = before.map(() => ['', '', '']);
  await w.type('EmployeeSettings!A2:C5', empty);
  t.is((await w.pass()).outcome, 'held');
  await w.sql(`update sync_hold set decision = 'approve', decided_by = 'owner', decided_at = now()`);
  await w.type('EmployeeSettings!A2:C5', before);
  t.is((await w.pass()).outcome, 'done');
  await w.type('EmployeeSettings!A2:C5', empty);
  t.is((await w.pass()).outcome, 'held', 'the same plan is asked about again');
  await w.type('EmployeeSettings!A2:C5', before);
  t.is((await w.pass()).outcome, 'done');
  t.deepEqual(await w.sql('select 1 from sync_hold where decision is null'), [], 'nothing is held any more');
  t.true([...(await w.rows('employee_settings')).values()].every(({ active }) => active));
});

test('S8 refusing a paste over a whole column puts every row back, though that are as many', async (t) => {
  const w = await world(t);
  await w.type(
    'EmployeeSettings!A9:C14',
    Array.from({ length: 6 }, (_, index) => [700100100 + index, 15, 5]),
  );
  await w.pass();
  const before = await w.cells('EmployeeSettings!B2:B14');
  await w.type(
    'EmployeeSettings!B2:B14',
    before.map(() => [99]),
  );
  t.is((await w.pass()).outcome, 'held');
  await w.sql(`update sync_hold set decision = 'refuse', decided_by = 'owner', decided_at = now()`);
  t.is((await w.pass()).outcome, 'held');
  t.is((await w.pass()).outcome, 'done');
  t.deepEqual(await w.cells('EmployeeSettings!B2:B14'), before);
  t.deepEqual((await atRest(w)).calls, { reads: 1, writes: 0 });
  t.is((await w.sql(`select 1 from outbox where subject = 'opsheet.event.sync.held'`)).length, 1);
});
