import type { Bus } from '../bus/bus.ts';
import { type CachedRow, type CachedTable, cachedTables, type CacheEntry } from '../contracts/cache.ts';
import type { Em } from '../database/open.ts';
import { maxKeys } from './record.ts';

/** What the relay knows of the bucket: the version and revision it last saw there, per table. */
export type BucketState = Map<CachedTable, { version: number; revision: number }>;

type Change = { table_name: CachedTable; version: string; rows: CachedRow[] | null };

/**
 * Publishes versions that the bucket lacks, one put per table however many they are. Puts are compare-and-set, so a
 * relay that lost its lock without knowing cannot take a table back. Gives how many tables it published.
 */
export async function relayCache(em: Em, bus: Bus, state: BucketState): Promise<number> {
  const current = await em.execute<{ table_name: CachedTable; version: string }[]>(
    'select table_name, version from cache_version',
  );
  const behind = current.filter(({ table_name, version }) => Number(version) !== state.get(table_name)?.version);
  for (const { table_name, version } of behind) await publish({ em, bus, state }, table_name, Number(version));
  return behind.length;
}

type Means = { em: Em; bus: Bus; state: BucketState };

async function publish({ em, bus, state }: Means, table: CachedTable, version: number): Promise<void> {
  const seen = state.get(table) ?? (await lookUp(bus, table));
  if (seen.version === version) {
    state.set(table, seen);
    return;
  }
  const changes = await em.execute<Change[]>(
    'select table_name, version, rows from cache_change where table_name = ? and version > ? and version <= ? order by version',
    [table, seen.version, version],
  );
  const put = await bus.cache.put(entryFrom(table, seen.version, version, changes), seen.revision);
  if (!put.ok) {
    // Somebody else has put since: what we believed is void.
    state.delete(table);
    return;
  }
  state.set(table, { version, revision: put.revision });
  await em.execute('delete from cache_change where table_name = ? and version <= ?', [table, version]);
}

async function lookUp(bus: Bus, table: CachedTable) {
  const found = await bus.cache.get(table);
  return { version: found?.entry.version ?? 0, revision: found?.revision ?? 0 };
}

/** One entry for versions `since + 1 … version`: 'all' when one of them is unknown or there are too many keys. */
function entryFrom(table: CachedTable, since: number, version: number, changes: readonly Change[]): CacheEntry {
  const rows = new Map(changes.flatMap((change) => change.rows ?? []).map((row) => [row.key, row]));
  const known =
    since < version && changes.length === version - since && changes.every((change) => change.rows !== null);
  if (!known || rows.size > maxKeys) return { table, since: 0, version, keys: 'all', rows: 'all' };
  return { table, since, version, keys: [...rows.keys()], rows: [...rows.values()] };
}

/** Every table's state is looked up anew, e.g. after a reconnect. */
export const forgetBucket = (state: BucketState) => {
  for (const table of cachedTables) state.delete(table);
};
