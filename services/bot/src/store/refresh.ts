import { type CachedTable, cachedTables } from '@opsheet/shared/contracts/cache';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Cached } from './cached.ts';
import { singleFlight } from './single-flight.ts';
import type { Source } from './snapshot.ts';
import type { Store } from './store.ts';

/** Brings the store to what PostgreSQL holds. */
export type Refresh = {
  /** Compares versions and loads what is behind. Rejects while PostgreSQL is away. */
  now: () => Promise<void>;
  /** The next `now` loads the table, whatever its version says. */
  suspect: (table: CachedTable) => void;
};

type Parts = { store: Store; source: Source; clock: Clock; log: Logger };

export function refresher({ store, source, clock, log }: Parts): Refresh {
  const suspects = new Set<CachedTable>();

  async function compare(): Promise<void> {
    const startedAt = clock.now();
    const before = new Map(cachedTables.map((table) => [table, store.version(table)]));
    const current = await source.versions();
    for (const table of cachedTables) {
      const there = current.get(table) ?? 0;
      const here = before.get(table) ?? -1;
      // What was here before the question came from a commit, so a database that knows less is another database.
      if (there < here) await load(table, 'replace');
      else if (there > store.version(table) || suspects.has(table)) await load(table, 'install');
    }
    store.confirm(startedAt);
  }

  async function load(table: CachedTable, how: 'install' | 'replace'): Promise<void> {
    if (how === 'replace') log.warn({ table }, 'the database is older than the store: it was replaced');
    const suspected = suspects.delete(table);
    try {
      await loadInto(table, how);
    } catch (error) {
      if (suspected) suspects.add(table);
      throw error;
    }
    log.debug({ table, version: store.version(table) }, 'table loaded');
  }

  async function loadInto(table: CachedTable, how: 'install' | 'replace'): Promise<void> {
    const { tables } = store;
    if (table === 'people') return fill(tables.people, source.people, how);
    return fill(tables[table], () => source.reference(table), how);
  }

  return { now: singleFlight(compare), suspect: (table) => suspects.add(table) };
}

async function fill<Row>(
  cached: Cached<Row>,
  read: () => Promise<Parameters<Cached<Row>['install']>[0]>,
  how: 'install' | 'replace',
): Promise<void> {
  cached[how](await read());
}
