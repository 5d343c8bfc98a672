import { z } from 'zod';

/** Tables that bots keep in memory: the reference data and what people have chosen (their language). */
export const cachedTables = ['employee_settings', 'dynamic_rates', 'ranks', 'people'] as const;
export const CachedTable = z.enum(cachedTables);
export type CachedTable = z.output<typeof CachedTable>;

/** A changed row: `row` is null when it was removed. */
export const CachedRow = z.object({ key: z.string(), row: z.record(z.string(), z.unknown()).nullable() });
export type CachedRow = z.output<typeof CachedRow>;

/**
 * The value under a table's key in the cache bucket. Versions of a table are gapless and in commit order. The entry
 * takes a cache from any version in `since … version − 1` to `version`. `rows` carries what changed; `'all'` (more
 * than 1,000 keys, or a range that is no longer known) says: load the table from PostgreSQL.
 */
export const CacheEntry = z.object({
  table: CachedTable,
  since: z.int().min(0),
  version: z.int().min(0),
  keys: z.union([z.literal('all'), z.array(z.string())]),
  rows: z.union([z.literal('all'), z.array(CachedRow)]),
});
export type CacheEntry = z.output<typeof CacheEntry>;
