import test from 'ava';
import { atRest, world, type World } from './world.ts';

const wageOf = async (w: World, key: string) => (await w.rows('employee_settings')).get(key)?.values['hourlyWage'];
const quiet = { applied: 0, pushed: 0, conflicts: 0 };

test('the first pass takes 7 employees, 4 rates and 6 ranks in one read', async (t) => {
  const w = await world(t);
  const report = await w.pass();
  t.deepEqual(report.calls, { reads: 1, writes: 0 });
  t.deepEqual(
    report.tables.map(({ pulled, applied }) => [pulled, applied]),
    [
      [7, 7],
      [4, 4],
      [6, 6],
    ],
  );
  t.is((await w.rows('employee_settings')).get('700100003')?.values['hourlyWage'], '17.50');
});

test('S2 a pass at rest makes one read, no write and changes nothing', async (t) => {
  const w = await world(t);
  await w.pass();
  const before = await w.sql('select * from sync_log');
  const report = await w.pass();
  t.deepEqual(report.calls, { reads: 1, writes: 0 });
  t.like(report.tables[0], quiet);
  t.deepEqual(await w.sql('select * from sync_log'), before);
  t.deepEqual(await w.sql('select 1 from cache_change where version > 1'), []);
});

test('an edit in the sheet reaches the database with history, audit and a new cache version', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.type('EmployeeSettings!B2', [[21.5]]);
  const report = await w.pass();
  t.deepEqual(report.calls, { reads: 1, writes: 0 });
  t.is(await wageOf(w, '700100002'), '21.50');
  t.like(
    (
      await w.sql<object>(
        `select field, side, before, after from sync_history where kind = 'edit' and before is not null`,
      )
    )[0],
    {
      field: 'hourlyWage',
      side: 'sheets',
      before: '15.00',
      after: '21.50',
    },
  );
  t.like((await w.sql<object>(`select actor_id, action, entity_id from audit_log order by id desc limit 1`))[0], {
    actor_id: 'sheet',
    action: 'employee_settings.update',
    entity_id: '700100002',
  });
  t.deepEqual(await w.sql(`select version from cache_version where table_name = 'employee_settings'`), [
    { version: '2' },
  ]);
  t.like(w.announced.at(-1), { table: 'employee_settings', since: 1, version: 2, keys: ['700100002'] });
});

test('an edit in the bot reaches the sheet with two reads and one write, then all is at rest (S1)', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.means().workbook.tab('EmployeeSettings');
  const outcome = await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  t.is(outcome.outcome, 'changed');
  t.is((await w.rows('employee_settings')).get('700100002')?.syncStatus, 'pending');
  const report = await w.pass();
  t.deepEqual(report.calls, { reads: 2, writes: 1 });
  t.deepEqual(await w.cells('EmployeeSettings!A2:C2'), [[700100002, 22, 8]]);
  t.is((await w.rows('employee_settings')).get('700100002')?.syncStatus, 'synced');
  t.deepEqual(await w.sql('select sync_status from sync_queue'), [{ sync_status: 'synced' }]);
  await atRest(w);
  t.deepEqual(
    await w.sql(
      `select values->>'hourlyWage' as base, sent->'hourlyWage' as sent from sync_base where record_key = '700100002'`,
    ),
    [{ base: '22.00', sent: null }],
  );
});

test('S6 a write lands on the row with its id when rows were inserted and sorted before the re-read', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  w.meanwhile({ method: 'read', path: 'FORMULA' }, [
    { insertRow: { sheet: 'EmployeeSettings', row: 2, values: [700100099, 30, 5] } },
    { sortBy: { sheet: 'EmployeeSettings', column: 1, descending: true, fromRow: 2 } },
  ]);
  await w.pass();
  const rows = new Map(
    (await w.cells('EmployeeSettings!A2:C')).map(([id, wage, commission]) => [id, [wage, commission]]),
  );
  t.deepEqual(rows.get(700100002), [22, 8]);
  t.deepEqual(rows.get(700100099), [30, 5]);
  await atRest(w);
  t.is(await wageOf(w, '700100099'), '30.00');
});

test('S6 rows sorted between the re-read and the write: the misplaced write is found and both rows are put right', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  w.meanwhile({ method: 'write' }, [
    { sortBy: { sheet: 'EmployeeSettings', column: 1, descending: true, fromRow: 2 } },
  ]);
  await w.pass();
  await atRest(w);
  const rows = new Map((await w.cells('EmployeeSettings!A2:C')).map(([id, wage]) => [id, wage]));
  t.is(rows.get(700100002), 22, 'the edit stands on its row');
  t.is(rows.get(700100015), 15, 'the row that was hit by mistake has its own value again');
  t.is(await wageOf(w, '700100015'), '15.00');
});

test('S6 a deletion that takes the wrong row is found and the row comes back', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.sql(`delete from dynamic_rates where min_amount = 500`);
  await w.sql(`update cache_version set version = version + 1 where table_name = 'dynamic_rates'`);
  w.meanwhile({ method: 'write' }, [{ sortBy: { sheet: 'DynamicRates', column: 1, descending: true, fromRow: 2 } }]);
  await w.pass();
  await atRest(w);
  t.deepEqual(
    (await w.cells('DynamicRates!A2:A')).map(([min]) => Number(min)).sort((a, b) => a - b),
    [0, 1000, 2000],
  );
  t.deepEqual([...(await w.rows('dynamic_rates')).keys()], ['0.00', '1000.00', '2000.00']);
});

test('S3 a row written to the sheet while a pass runs is never lost', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.sql(
    `insert into employee_settings (employee_id, hourly_wage, sales_commission, last_modified_at, source, sync_status) values (700100050, 12, 3, now(), 'local', 'pending')`,
  );
  await w.sql(`update cache_version set version = version + 1 where table_name = 'employee_settings'`);
  w.meanwhile({ method: 'write' }, [{ setValues: { range: 'EmployeeSettings!A9:C9', values: [[700100060, 13, 4]] } }]);
  await w.pass();
  await atRest(w);
  const ids = (await w.cells('EmployeeSettings!A2:A')).map(([id]) => id);
  t.true(ids.includes(700100050) && ids.includes(700100060), String(ids));
  t.is(await wageOf(w, '700100060'), '13.00');
});

test('S3 a cell that a person edits between the read and the re-read is not overwritten, and the loser is kept', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  w.meanwhile({ method: 'read', path: 'FORMULA' }, [{ setValues: { range: 'EmployeeSettings!B2', values: [[33]] } }]);
  await w.pass();
  await atRest(w);
  t.is(await wageOf(w, '700100002'), '33.00');
  t.deepEqual(await w.sql(`select sheet_value, database_value, winner from sync_conflict`), [
    { sheet_value: '33.00', database_value: '22.00', winner: 'sheet' },
  ]);
  t.like((await w.sql<object>(`select after, side from sync_history where kind = 'loser'`))[0], {
    after: '22.00',
    side: 'local',
  });
});

test('S4 an emptied tab, a renamed header and a missing tab delete nothing and say what is wrong', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.type('Ranks!B1', [['Minimum']]);
  const renamed = await w.pass();
  t.regex(renamed.tables[2]?.quarantine ?? '', /Min Amount/);
  await w.type('Ranks!B1', [['Min Amount']]);
  await w.batch([
    {
      updateSheetProperties: {
        properties: { sheetId: (await w.means().workbook.tab('DynamicRates'))?.sheetId, title: 'Rates' },
        fields: 'title',
      },
    },
  ]);
  const missing = await w.pass();
  t.regex(missing.tables[1]?.quarantine ?? '', /no tab/);
  t.is(missing.tables[2]?.quarantine ?? null, null, 'the other tables go on');
  t.is((await w.rows('dynamic_rates')).size, 4);
  t.is((await w.rows('ranks')).size, 6);
  t.is(
    (await w.sql(`select 1 from outbox where subject = 'opsheet.event.sync.failed'`)).length,
    2,
    'the owner is told once each',
  );
});

test('S7 a bad cell delays no other row, shows its error in the Sync column and is cleared when mended', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.type('EmployeeSettings!B2:B3', [['a lot'], [19]]);
  await w.pass();
  t.is(await wageOf(w, '700100002'), '15.00', 'the last good value stays');
  t.is(await wageOf(w, '700100003'), '19.00');
  t.deepEqual(await w.cells('EmployeeSettings!D2'), [['Hourly wage: "a lot" is not a number']]);
  t.is((await atRest(w)).tables[0]?.errors, 1);
  await w.type('EmployeeSettings!B2', [[16]]);
  await w.pass();
  t.deepEqual(await w.cells('EmployeeSettings!D2'), []);
  t.is(await wageOf(w, '700100002'), '16.00');
});

test('a tab without a Sync column gets one when there is an error to show', async (t) => {
  const w = await world(t);
  await w.type('EmployeeSettings!D1', [['']]);
  await w.type('EmployeeSettings!B2', [['x']]);
  await w.pass();
  t.deepEqual(await w.cells('EmployeeSettings!D1:D2'), [['Sync'], ['Hourly wage: "x" is not a number']]);
});

test('duplicate ids are left alone on both sides and named in both rows', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.type('EmployeeSettings!A9:C9', [[700100002, 40, 4]]);
  await w.pass();
  t.is(await wageOf(w, '700100002'), '15.00');
  t.regex(String((await w.cells('EmployeeSettings!D2'))[0]), /stands in rows 2 and 9/);
  t.regex(String((await w.cells('EmployeeSettings!D9'))[0]), /stands in rows 2 and 9/);
});

test('S2 the error of a row that people have emptied goes with it', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.type('EmployeeSettings!A9:C10', [
    [700100002, 40, 4],
    ['', 40, 4],
  ]);
  await w.pass();
  t.deepEqual(await w.cells('EmployeeSettings!D10'), [['EmployeeId is empty']]);
  await w.type('EmployeeSettings!A9:C10', [
    ['', '', ''],
    ['', '', ''],
  ]);
  await w.pass();
  t.deepEqual(await w.cells('EmployeeSettings!D2:D10'), []);
  await atRest(w);
});

test('an employee who has gone from the sheet is inactive and active again when he returns', async (t) => {
  const w = await world(t);
  await w.pass();
  const sheetId = (await w.means().workbook.tab('EmployeeSettings'))?.sheetId;
  await w.batch([{ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } }]);
  await w.pass();
  t.false((await w.rows('employee_settings')).get('700100002')?.active);
  await w.type('EmployeeSettings!A8:C8', [[700100002, 18, 8]]);
  await w.pass();
  t.like((await w.rows('employee_settings')).get('700100002'), { active: true });
  t.is(await wageOf(w, '700100002'), '18.00');
});

test('a formula in a cell is never overwritten; its value wins over an edit in the bot, which is kept as the loser', async (t) => {
  const w = await world(t);
  await w.type('EmployeeSettings!B2', [['=10+5']]);
  await w.pass();
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  await w.pass();
  await atRest(w);
  t.is(await wageOf(w, '700100002'), '15.00');
  const { values } = (await (
    await fetch(
      `${w.emulator.url}/v4/spreadsheets/${w.emulator.store.all()[0]?.spreadsheetId ?? ''}/values/EmployeeSettings!B2?valueRenderOption=FORMULA`,
      { headers: { authorization: 'Bearer owner' } },
    )
  ).json()) as { values: unknown[][] };
  t.deepEqual(values, [['=10+5']]);
  t.is((await w.sql(`select 1 from sync_history where kind = 'loser' and after = '22.00'`)).length, 1);
});

test('S5 an answer lost after the write was made leads to no second row and no second write', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.sql(
    `insert into employee_settings (employee_id, hourly_wage, sales_commission, last_modified_at, source, sync_status) values (700100050, 12, 3, now(), 'local', 'pending')`,
  );
  await w.sql(`update cache_version set version = version + 1 where table_name = 'employee_settings'`);
  w.emulator.faults.queue({ match: { method: 'write' }, times: 1, fault: { drop: 'after' } });
  await t.throwsAsync(() => w.pass());
  w.restart();
  const report = await w.pass();
  t.is(report.calls.writes, 0);
  t.is((await w.cells('EmployeeSettings!A2:A')).filter(([id]) => id === 700100050).length, 1);
  await atRest(w);
  t.is((await w.rows('employee_settings')).get('700100050')?.syncStatus, 'synced');
});

test('a write over quota is made again; five in a minute of reads over quota fail the pass and change nothing', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  w.emulator.faults.queue({ match: { method: 'write' }, times: 1, fault: { status: 429, when: 'before' } });
  t.is((await w.pass()).calls.writes, 2);
  t.deepEqual(await w.cells('EmployeeSettings!B2'), [[22]]);
  w.emulator.faults.queue({ match: { method: 'read' }, times: 3, fault: { status: 429, when: 'before' } });
  await t.throwsAsync(() => w.pass(), { message: /Quota exceeded/ });
  t.is(await wageOf(w, '700100002'), '22.00');
});

test('a lost lock abandons the push before anything is written', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  const lost = new AbortController();
  w.emulator.faults.queue({ match: { method: 'read', path: 'FORMULA' }, times: 1, fault: { delayMs: 0 } });
  lost.abort(new Error('the session ended'));
  await t.throwsAsync(() => w.pass(lost.signal), { message: /session ended/ });
  t.deepEqual(await w.cells('EmployeeSettings!B2'), [[15]]);
});

test('S7 a protected cell delays no other row; it is tried again later, and meanwhile all is at rest', async (t) => {
  const w = await world(t);
  await w.pass();
  const sheetId = (await w.means().workbook.tab('EmployeeSettings'))?.sheetId;
  const range = { sheetId, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };
  await w.batch([{ addProtectedRange: { protectedRange: { range, editors: { users: ['owner'] } } } }]);
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  await w.edit('employee_settings', { key: '700100003', field: 'hourlyWage', input: '23' });
  await w.edit('employee_settings', { key: '700100011', field: 'hourlyWage', input: '24' });
  await w.pass();
  t.deepEqual(await w.cells('EmployeeSettings!B2:B4'), [[15], [23], [24]]);
  t.is((await w.rows('employee_settings')).get('700100002')?.syncStatus, 'pending');
  const [entry] = await w.sql<{ error_message: string }>(
    `select error_message from sync_queue where record_key = '700100002'`,
  );
  t.regex(entry?.error_message ?? '', /protected/);
  t.deepEqual((await atRest(w)).calls, { reads: 1, writes: 0 });
  t.is((await w.rows('employee_settings')).get('700100002')?.syncStatus, 'pending', 'it waits still');
});

test('an edit of a row that is in conflict, sent with a lost answer, is synced in the queue too', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  await w.edit('employee_settings', { key: '700100002', field: 'salesCommission', input: '9' });
  await w.type('EmployeeSettings!B2', [[33]]);
  w.emulator.faults.queue({ match: { method: 'write' }, times: 1, fault: { drop: 'after' } });
  await t.throwsAsync(() => w.pass());
  await atRest(w);
  t.is((await w.rows('employee_settings')).get('700100002')?.syncStatus, 'conflict');
  t.deepEqual(await w.sql(`select record_key from sync_queue where sync_status <> 'synced'`), []);
});

test('an edit of a rate that is then removed leaves nothing waiting in the queue', async (t) => {
  const w = await world(t);
  await w.pass();
  const sheetId = (await w.means().workbook.tab('DynamicRates'))?.sheetId;
  await w.edit('dynamic_rates', { key: '500.00', field: 'percentage', input: '3' });
  await atRest(w);
  await w.edit('dynamic_rates', { key: '500.00', field: 'percentage', input: '2' });
  await w.edit('dynamic_rates', { key: '500.00', field: 'percentage', input: '3' });
  await w.batch([{ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } }]);
  await w.pass();
  t.false((await w.rows('dynamic_rates')).has('500.00'));
  t.deepEqual(await w.sql(`select record_key from sync_queue where sync_status <> 'synced'`), []);
});
