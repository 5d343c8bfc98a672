import test from 'ava';
import { atRest, world } from './world.ts';

test('a read of a quarantined table is not complete: nobody can say when its cells were edited', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.type('EmployeeSettings!B1', [['Wage']]);
  await w.type('EmployeeSettings!B2', [[33]]);
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  await w.pass();
  await w.type('EmployeeSettings!B1', [['Hourly wage']]);
  await atRest(w);
  t.deepEqual(await w.sql('select sheet_value, winner, decidable from sync_conflict'), [
    { sheet_value: '33.00', winner: 'sheet', decidable: false },
  ]);
});
