import type { CachedTable } from '@opsheet/shared/contracts/cache';
import type { ReferenceRow } from '@opsheet/shared/contracts/reference';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import test from 'ava';
import type { Snapshot } from '../../src/store/cached.ts';
import { refresher } from '../../src/store/refresh.ts';
import type { Source } from '../../src/store/snapshot.ts';
import { openStore, staleAfterMs } from '../../src/store/store.ts';

const wage = (version: number, hourlyWage: string): ReferenceRow => ({
  key: '2001',
  version,
  active: true,
  values: { employeeId: '2001', hourlyWage, salesCommission: '8.00' },
});

const snapshot = (version: number, hourlyWage: string): Snapshot<ReferenceRow> => ({
  version,
  rows: new Map([['2001', wage(version, hourlyWage)]]),
});

const entry = (since: number, version: number, hourlyWage: string) => ({
  table: 'employee_settings' as const,
  since,
  version,
  keys: ['2001'],
  rows: [{ key: '2001', row: wage(version, hourlyWage) }],
});

/** A store over a database that the test plays. */
function world() {
  const clock = fakeClock();
  const store = openStore(clock);
  let there = snapshot(0, '15.00');
  let loads = 0;
  const gate: { wait: () => Promise<void> } = { wait: async () => {} };
  const nobody = { version: 0, rows: new Map() };
  const source: Source = {
    versions: async () => new Map<CachedTable, number>([['employee_settings', there.version]]),
    async reference(table) {
      if (table !== 'employee_settings') return nobody;
      loads += 1;
      const read = there;
      await gate.wait();
      return read;
    },
    people: async () => nobody,
  };
  const refresh = refresher({ store, source, clock, log: recordedLog().log });
  return {
    clock,
    store,
    refresh,
    source,
    gate,
    loads: () => loads,
    commit: (next: Snapshot<ReferenceRow>) => (there = next),
    served: () => store.employee('2001')?.values.hourlyWage,
  };
}

test('an entry that follows on is applied; one that is known already changes nothing', async (t) => {
  const { store, refresh, served } = world();
  await refresh.now();
  t.is(store.apply(entry(0, 1, '16.00')), 'applied');
  t.is(store.apply(entry(0, 1, '99.00')), 'known');
  t.is(served(), '16.00');
});

test('an entry from further on than we are is a gap, and a load mends it', async (t) => {
  const { store, refresh, commit, served } = world();
  await refresh.now();
  commit(snapshot(3, '17.00'));
  t.is(store.apply(entry(2, 3, '17.00')), 'gap');
  t.is(served(), '15.00');
  refresh.suspect('employee_settings');
  await refresh.now();
  t.is(served(), '17.00');
  t.is(store.version('employee_settings'), 3);
});

test('an entry without rows, or with a row that is none, is a gap', async (t) => {
  const { store, refresh } = world();
  await refresh.now();
  t.is(store.apply({ ...entry(0, 1, '1'), keys: 'all', rows: 'all' }), 'gap');
  t.is(store.apply({ ...entry(0, 1, '1'), rows: [{ key: '2001', row: { key: 7 } }] }), 'gap');
  t.is(store.version('employee_settings'), 0);
});

test('C1: a load that began before an invalidation does not undo it', async (t) => {
  const { store, refresh, commit, gate, served } = world();
  await refresh.now();
  commit(snapshot(1, '16.00'));
  const loading = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  gate.wait = () => {
    begun.resolve();
    return loading.promise;
  };
  const running = refresh.now();
  await begun.promise;
  t.is(store.apply(entry(0, 2, '18.00')), 'applied');
  loading.resolve();
  await running;
  t.is(served(), '18.00');
  t.is(store.version('employee_settings'), 2);
});

test('a removed row is gone, and an inactive employee is not served', async (t) => {
  const { store, refresh } = world();
  await refresh.now();
  store.apply({ ...entry(0, 1, '1'), rows: [{ key: '2001', row: { ...wage(1, '15.00'), active: false } }] });
  t.is(store.employee('2001'), undefined);
  t.false(store.employees().has('2001'));
  store.apply({ ...entry(1, 2, '1'), rows: [{ key: '2001', row: null }] });
  t.false(store.employees().has('2001'));
});

test('C2: a store is stale until it has been compared, and again 4 s after a comparison began', async (t) => {
  const { clock, store, refresh } = world();
  t.true(store.stale());
  await refresh.now();
  t.false(store.stale());
  await clock.advance(staleAfterMs);
  t.false(store.stale());
  await clock.advance(1);
  t.true(store.stale());
});

test('C2: a comparison that fails, or whose load fails, does not freshen the store', async (t) => {
  const { clock, store, refresh, commit, gate } = world();
  await refresh.now();
  await clock.advance(staleAfterMs + 1);
  commit(snapshot(1, '16.00'));
  gate.wait = async () => {
    throw new Error('the database is away');
  };
  await t.throwsAsync(refresh.now());
  t.true(store.stale());
  t.is(store.origin(), 'database', 'it goes on serving what it has');
});

test('whoever asks during a comparison gets one that began after his question', async (t) => {
  const { refresh, commit, gate, served, loads } = world();
  const first = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  gate.wait = () => {
    begun.resolve();
    return first.promise;
  };
  const early = refresh.now();
  await begun.promise;
  commit(snapshot(1, '16.00'));
  gate.wait = async () => {};
  const late = [refresh.now(), refresh.now()];
  first.resolve();
  await Promise.all([early, ...late]);
  t.is(served(), '16.00');
  t.is(loads(), 2, 'the two late ones share a load');
});

test('a database that was replaced by an older one is believed', async (t) => {
  const { store, refresh, commit, served } = world();
  commit(snapshot(9, '20.00'));
  await refresh.now();
  commit(snapshot(2, '15.00'));
  await refresh.now();
  t.is(served(), '15.00');
  t.is(store.version('employee_settings'), 2);
});

test('rows lent by sync are served until the first load, and never after it', async (t) => {
  const { store, refresh, served } = world();
  t.is(store.origin(), 'nothing');
  store.tables.employee_settings.lend(new Map([['2001', wage(5, '21.00')]]));
  t.is(store.origin(), 'sheet');
  t.is(served(), '21.00');
  await refresh.now();
  store.tables.employee_settings.lend(new Map([['2001', wage(5, '21.00')]]));
  t.is(served(), '15.00');
  t.is(store.origin(), 'database');
});
