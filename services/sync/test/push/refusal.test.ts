import test from 'ava';
import { atRest, world, type World } from '../world.ts';

/** Protects a part of a tab, so that only its owner may edit it. */
async function protect(w: World, tab: string, part: object = {}) {
  const range = { sheetId: (await w.means().workbook.tab(tab))?.sheetId, ...part };
  await w.batch([{ addProtectedRange: { protectedRange: { range, editors: { users: ['owner'] } } } }]);
}

test('S7 a protected tab with more edits than are looked into fails no pass and delays no other tab', async (t) => {
  const w = await world(t);
  await w.pass();
  await protect(w, 'EmployeeSettings');
  for (const key of (await w.rows('employee_settings')).keys())
    for (const field of ['hourlyWage', 'salesCommission'])
      await w.edit('employee_settings', { key, field, input: '22' });
  await w.edit('dynamic_rates', { key: '500.00', field: 'percentage', input: '7' });
  await w.pass();
  t.deepEqual(await w.cells('DynamicRates!C3'), [[7]]);
  await atRest(w);
  t.true([...(await w.rows('employee_settings')).values()].every(({ syncStatus }) => syncStatus === 'pending'));
});

test('S2 a conflict in a row that is set aside is not found again in every pass', async (t) => {
  const w = await world(t);
  await w.pass();
  await protect(w, 'DynamicRates', { startRowIndex: 2, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 });
  await w.edit('dynamic_rates', { key: '500.00', field: 'maxAmount', input: '600' });
  await w.pass();
  await w.type('DynamicRates!B3', [[100]]);
  await atRest(w);
  t.deepEqual(await w.sql('select 1 from sync_conflict'), []);
});

test('S2 a row whose id is a formula waits with its reason and disturbs no pass, and is written once the id is typed', async (t) => {
  const w = await world(t);
  await w.type('DynamicRates!A3', [['=250+250']]);
  await w.pass();
  await w.edit('dynamic_rates', { key: '500.00', field: 'percentage', input: '7' });
  await atRest(w);
  const [entry] = await w.sql<{ error_message: string }>('select error_message from sync_queue');
  t.is(entry?.error_message, 'the id of row 3 is a formula: write the id itself, so that sync can find the row');
  await w.type('DynamicRates!A3', [[500]]);
  w.restart();
  await atRest(w);
  t.deepEqual(await w.cells('DynamicRates!C3'), [[7]]);
});
