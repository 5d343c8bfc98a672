import { type CachedTable, cachedTables, type CacheEntry } from '@opsheet/shared/contracts/cache';
import { ReferenceRow } from '@opsheet/shared/contracts/reference';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { KnownPerson } from '../people/person.ts';
import { type Applied, type Cached, cached } from './cached.ts';

/** How old the last successful comparison with PostgreSQL may be before the store says that it is stale (D of C2), in ms. */
export const staleAfterMs = 4_000;

export type Tables = {
  readonly employee_settings: Cached<ReferenceRow>;
  readonly dynamic_rates: Cached<ReferenceRow>;
  readonly ranks: Cached<ReferenceRow>;
  readonly people: Cached<KnownPerson>;
};

/**
 * Reference data and what people have chosen, in the memory of this process. Reads are synchronous and never wait.
 * Versions grow (C1); `stale` is false only while the store was seen to hold what PostgreSQL holds less than D ago (C2).
 */
export type Store = {
  /** The employee's settings; undefined for one who is unknown or has gone from the sheet (only active ones are kept). */
  readonly employee: (id: string) => ReferenceRow | undefined;
  readonly employees: () => ReadonlyMap<string, ReferenceRow>;
  readonly rates: () => ReadonlyMap<string, ReferenceRow>;
  readonly ranks: () => ReadonlyMap<string, ReferenceRow>;
  readonly person: (id: string) => KnownPerson | undefined;
  readonly version: (table: CachedTable) => number;
  /** Takes what a change carries: from the bus, or from a transaction of this process after its commit (C3). */
  readonly apply: (entry: CacheEntry) => Applied;
  /** The store held all that was committed at this time, in ms since the epoch. */
  readonly confirm: (at: number) => void;
  readonly stale: () => boolean;
  /** 'sheet': rows lent by sync until PostgreSQL answers; 'nothing': no answer can be given from here. */
  readonly origin: () => 'database' | 'sheet' | 'nothing';
  readonly tables: Tables;
};

export function openStore(clock: Clock): Store {
  const tables: Tables = {
    employee_settings: cached('employee_settings', { read: readReference, isServed: (row) => row.active }),
    dynamic_rates: cached('dynamic_rates', { read: readReference }),
    ranks: cached('ranks', { read: readReference }),
    people: cached('people', { read: (row) => KnownPerson.safeParse(row).data ?? null }),
  };
  let confirmedAt = Number.NEGATIVE_INFINITY;
  const { employee_settings: settings } = tables;
  return {
    employee: (id) => settings.rows().get(id),
    employees: settings.rows,
    rates: tables.dynamic_rates.rows,
    ranks: tables.ranks.rows,
    person: (id) => tables.people.rows().get(id),
    version: (table) => tables[table].version(),
    apply: (entry) => tables[entry.table].apply(entry),
    confirm(at) {
      confirmedAt = Math.max(confirmedAt, at);
    },
    stale: () => clock.now() - confirmedAt > staleAfterMs,
    origin() {
      if (cachedTables.every((table) => tables[table].version() >= 0)) return 'database';
      return cachedTables.some((table) => tables[table].rows().size > 0) ? 'sheet' : 'nothing';
    },
    tables,
  };
}

const readReference = (row: unknown) => ReferenceRow.safeParse(row).data ?? null;
