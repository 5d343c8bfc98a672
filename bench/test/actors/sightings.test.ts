import { systemClock } from '@opsheet/shared/runtime/clock';
import test from 'ava';
import { openStore } from '../../../services/bot/src/store/store.ts';
import { sightings } from '../../actors/sightings.ts';

test('a version is seen when it can be read, whether it came by the bus or by a load', (t) => {
  let time = 0;
  const seen = sightings(() => (time += 1));
  const store = seen.watch(openStore(systemClock));
  store.tables.employee_settings.install({ version: 3, rows: new Map() });
  store.apply({ table: 'employee_settings', since: 3, version: 4, keys: [], rows: [] });
  t.deepEqual(seen.all(), [
    { version: 3, at: 1 },
    { version: 4, at: 2 },
  ]);
});

test('what changes no version of the employees is no sighting', (t) => {
  const seen = sightings(() => 0);
  const store = seen.watch(openStore(systemClock));
  store.tables.employee_settings.install({ version: 3, rows: new Map() });
  store.apply({ table: 'employee_settings', since: 2, version: 3, keys: [], rows: [] });
  store.apply({ table: 'ranks', since: 0, version: 9, keys: [], rows: [] });
  t.is(seen.all().length, 1);
});

test('who waits for a version is told by a later one', async (t) => {
  const seen = sightings(() => 0);
  const store = seen.watch(openStore(systemClock));
  const reached = seen.until(2);
  store.tables.employee_settings.install({ version: 5, rows: new Map() });
  await reached;
  t.is(store.version('employee_settings'), 5);
});
