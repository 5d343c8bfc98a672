import type { CachedRow, CachedTable, CacheEntry } from '../contracts/cache.ts';
import { channels, notify } from '../database/channels.ts';
import type { Em } from '../database/open.ts';

/** Over so many keys an entry says 'all' and caches load the table. */
export const maxKeys = 1_000;

/**
 * Gives the table its next version, in the transaction of the change. The version row stays locked until commit, so
 * versions are gapless and in commit order. The result takes this process's own cache there (C3).
 */
export async function recordCacheChange(tx: Em, table: CachedTable, rows: readonly CachedRow[]): Promise<CacheEntry> {
  const [next] = await tx.execute<{ version: string }[]>(
    'update cache_version set version = version + 1 where table_name = ? returning version',
    [table],
  );
  if (!next) throw new Error(`cache_version has no row for ${table}: run the migrations`);
  const version = Number(next.version);
  const carried = rows.length <= maxKeys ? [...rows] : null;
  await tx.execute('insert into cache_change (table_name, version, rows) values (?, ?, ?::jsonb)', [
    table,
    version,
    carried && JSON.stringify(carried),
  ]);
  await notify(tx, channels.relay);
  return {
    table,
    since: version - 1,
    version,
    keys: carried?.map((row) => row.key) ?? 'all',
    rows: carried ?? 'all',
  };
}
