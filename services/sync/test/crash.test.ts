import test from 'ava';
import type { Database, Em } from '@opsheet/shared/database/open';
import { pass } from '../src/pass.ts';
import { loadOverview } from '../src/state.ts';
import type { Sheets } from '../src/sheets/sheets.ts';
import { world, type World } from './world.ts';

/** The process dies here: nothing that follows is done. */
class Killed extends Error {
  override name = 'Killed';
}

/** Counts the steps of a pass at which a process can die, and dies at one of them. */
function mortality(dieAt: number) {
  let step = 0;
  const mayDie = () => {
    step += 1;
    if (step === dieAt) throw new Killed(`step ${step}`);
  };
  /** Before the call (it was never made) and after it (it was made, and nobody heard the answer). */
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    mayDie();
    const answer = await call();
    mayDie();
    return answer;
  };
  return { around, steps: () => step };
}

type Mortal = ReturnType<typeof mortality>;

const mortalSheets = (sheets: Sheets, { around }: Mortal): Sheets => ({
  readValues: (ranges) => around(() => sheets.readValues(ranges)),
  readFormulas: (ranges) => around(() => sheets.readFormulas(ranges)),
  listTabs: () => around(() => sheets.listTabs()),
  write: (writes) => around(() => sheets.write(writes)),
});

/** Every statement and every commit may be the last. */
function mortalDatabase(database: Database, { around }: Mortal): Database {
  const mortal = (em: Em): Em =>
    new Proxy(em, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'execute')
          return (...args: unknown[]) => around(() => Reflect.apply(value, target, args) as Promise<unknown>);
        if (name === 'transactional')
          return (work: (tx: Em) => Promise<unknown>, ...rest: unknown[]) =>
            around(() => Reflect.apply(value, target, [(tx: Em) => work(mortal(tx)), ...rest]) as Promise<unknown>);
        return value.bind(target);
      },
    });
  return { ...database, em: () => mortal(database.em()) };
}

/** Edits of every kind on both sides, none in conflict. */
async function edits(w: World): Promise<void> {
  await w.type('EmployeeSettings!B3', [[19]]);
  await w.type('EmployeeSettings!B4', [['a lot']]);
  await w.type('EmployeeSettings!A9:C9', [[700100060, 13, 4]]);
  await w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });
  await w.edit('employee_settings', { key: '700100003', field: 'salesCommission', input: '12' });
  await w.sql(
    `insert into dynamic_rates (min_amount, max_amount, percentage, last_modified_at, source, sync_status) values (700, 800, 3, now(), 'local', 'pending')`,
  );
  await w.sql(`delete from dynamic_rates where min_amount = 500`);
  await w.sql(`update cache_version set version = version + 1 where table_name = 'dynamic_rates'`);
}

async function lives(w: World): Promise<object> {
  for (let passes = 0; passes < 5; passes += 1) await w.pass();
  const last = await w.pass();
  const sorted = async (range: string) => (await w.cells(range)).map((row) => JSON.stringify(row)).sort();
  const database = async (table: 'employee_settings' | 'dynamic_rates') =>
    [...(await w.rows(table)).values()].map(({ key, active, values, syncStatus }) => ({
      key,
      active,
      values,
      syncStatus,
    }));
  return {
    calls: last.calls,
    sheet: [await sorted('EmployeeSettings!A2:D'), await sorted('DynamicRates!A2:C')],
    database: [await database('employee_settings'), await database('dynamic_rates')],
    conflicts: await w.sql('select table_name, record_key, field from sync_conflict'),
    history: await w.sql(
      `select table_name, record_key, field, before, after from sync_history where kind = 'edit' order by table_name, record_key, field, after`,
    ),
    waiting: await w.sql(`select record_key from sync_queue where sync_status <> 'synced'`),
  };
}

/** One life: a pass that dies at a step, a restart, and passes until all is quiet. Gives how many steps the pass has. */
async function life(w: World, dieAt: number): Promise<{ steps: number; end: object }> {
  await w.pass();
  await edits(w);
  const mortal = mortality(dieAt);
  const means = w.means();
  const { pass: last } = await loadOverview(w.database.em());
  const own = { ...means, ...mortalSheets(means.sheets, mortal), database: mortalDatabase(means.database, mortal) };
  const dying = pass(
    { ...own, sheets: { ...mortalSheets(means.sheets, mortal), takeCounts: means.sheets.takeCounts } },
    { number: last + 1, abandoned: new AbortController().signal },
  );
  await dying.catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  w.restart();
  return { steps: mortal.steps(), end: await lives(w) };
}

test('S5 a crash at any step of a pass, then a restart, ends in the same state', async (t) => {
  const { steps, end } = await life(await world(t), 0);
  t.true(steps > 30, `a pass has ${steps} steps`);
  t.deepEqual((end as { conflicts: unknown[] }).conflicts, []);
  for (let step = 1; step <= steps; step += 1)
    t.deepEqual((await life(await world(t), step)).end, end, `killed at step ${step}`);
});
