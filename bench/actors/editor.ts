import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import { type Database, openDatabase } from '@opsheet/shared/database/open';
import { changeRows } from '@opsheet/shared/reference/change';
import { editField } from '@opsheet/shared/reference/edit';
import { employeeSettings } from '@opsheet/shared/reference/tables/employee-settings';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { connectedBus } from '../world/connected-bus.ts';
import { employeeKey } from '../world/employees.ts';
import { serve } from './actor.ts';
import { now } from './now.ts';

/** A commit: `at` is when it had returned in this process (see now.ts), `tookMs` how long the transaction took. */
export type Commit = { version: number; at: number; tookMs: number };

const actor = '700100001';

/** Edits wages as an administrator's turn in the bot does: one transaction each, at an even pace. */
const calls = {
  async addEmployees({ databaseUrl, count }: { databaseUrl: string; count: number }): Promise<void> {
    await using database = await openDatabase({ url: databaseUrl, name: 'bench editor' });
    const rows = Array.from({ length: count }, (_, index) => employeeKey(index)).map((key) => ({
      kind: 'write' as const,
      key,
      values: { employeeId: key, hourlyWage: '15.00', salesCommission: '8.00' },
      syncStatus: 'synced' as const,
    }));
    const origin = { actor, side: 'sheets', service: 'sync', pass: null, at: new Date(clock.now()) } as const;
    await database.em().transactional((tx) => changeRows(tx, employeeSettings, rows, origin));
  },
  async edit({ databaseUrl, natsUrl, employees, commits, perSecond }: Pace): Promise<Commit[]> {
    await using database = await openDatabase({ url: databaseUrl, name: 'bench editor' });
    await using stack = new AsyncDisposableStack();
    const bus = await connectedBus(stack, natsUrl);
    const made: Commit[] = [];
    const began = now();
    for (let index = 0; index < commits; index += 1) {
      await clock.sleep(Math.max(0, began + (index * 1_000) / perSecond - now()));
      const edit = { key: employeeKey(index % employees), input: (20 + index / 100).toFixed(2) };
      const started = now();
      const entry = await editWage(database, edit);
      const at = now();
      // As a turn of the bot does after its commit.
      bus.cache.announce(entry);
      made.push({ version: entry.version, at, tookMs: at - started });
    }
    return made;
  },
  /** Gives every `step`th of the employees, so many of them, this wage. */
  async editOnce({ databaseUrl, employees, step, wage }: Once): Promise<void> {
    await using database = await openDatabase({ url: databaseUrl, name: 'bench editor' });
    for (let index = 0; index < employees; index += 1)
      await editWage(database, { key: employeeKey(index * step), input: wage.toFixed(2) });
  },
};
export type EditorActor = typeof calls;

/** Gives what the commit made of the table. */
async function editWage(database: Database, { key, input }: { key: string; input: string }): Promise<CacheEntry> {
  const origin = { actor, service: 'bot', at: new Date(clock.now()) } as const;
  const outcome = await database
    .em()
    .transactional((tx) => editField(tx, employeeSettings, { key, field: 'hourlyWage', input }, origin));
  if (outcome.outcome !== 'changed') throw new Error(`the edit of ${key} is ${outcome.outcome}`);
  return outcome.entry;
}

type Once = { databaseUrl: string; employees: number; step: number; wage: number };
type Pace = { databaseUrl: string; natsUrl: string; employees: number; commits: number; perSecond: number };

serve(calls);
