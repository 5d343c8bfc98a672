import type { Bus } from '../bus/bus.ts';
import { type CachedRow, type CachedTable, cachedTables, type CacheEntry } from '../contracts/cache.ts';
import type { Session } from '../database/session.ts';
import { maxKeys } from './record.ts';

/** What the relay knows of the bucket: the version and revision it last saw there, per table. */
export type BucketState = Map<CachedTable, { version: number; revision: number }>;

type RelayMeans = { session: Session; bus: Bus; state: BucketState };
type Change = { version: number; rows: CachedRow[] | null };
type Versioned = { table: CachedTable; version: number; changes: Change[] };

/**
 * Publishes versions that the bucket lacks, one put per table however many they are. Puts are compare-and-set, so a
 * relay that lost its lock without knowing cannot take a table back. Gives how many tables it published.
 *
 * One query before the put: this is the way on which a commit reaches the bots.
 */
export async function relayCache({ session, bus, state }: RelayMeans): Promise<number> {
  const tables = await unpublished(session);
  const behind = tables.filter(({ table, version }) => version !== state.get(table)?.version);
  for (const one of behind) await publish({ session, bus, state }, one);
  return behind.length;
}

/** Every table's version with the changes that no relay has published yet. */
async function unpublished(session: Session): Promise<Versioned[]> {
  const rows = await session.query<{
    table_name: CachedTable;
    version: string;
    changed: string | null;
    rows: CachedRow[] | null;
  }>(
    `select v.table_name, v.version, c.version as changed, c.rows from cache_version v
     left join cache_change c on c.table_name = v.table_name and c.version <= v.version order by v.table_name, c.version`,
  );
  const tables = new Map<CachedTable, Versioned>();
  for (const { table_name: table, version, changed, rows: carried } of rows) {
    const one = tables.get(table) ?? { table, version: Number(version), changes: [] };
    if (changed !== null) one.changes.push({ version: Number(changed), rows: carried });
    tables.set(table, one);
  }
  return [...tables.values()];
}

async function publish({ session, bus, state }: RelayMeans, { table, version, changes }: Versioned): Promise<void> {
  const seen = state.get(table) ?? (await lookUp(bus, table));
  if (seen.version === version) {
    state.set(table, seen);
    return;
  }
  const news = changes.filter((change) => change.version > seen.version);
  const put = await bus.cache.put(entryFrom(table, { since: seen.version, version }, news), seen.revision);
  if (!put.ok) {
    // Somebody else has put since: what we believed is void.
    state.delete(table);
    return;
  }
  state.set(table, { version, revision: put.revision });
  await session.query('delete from cache_change where table_name = $1 and version <= $2', [table, version]);
}

async function lookUp(bus: Bus, table: CachedTable) {
  const found = await bus.cache.get(table);
  return { version: found?.entry.version ?? 0, revision: found?.revision ?? 0 };
}

/** NATS takes messages of up to 1 MiB unless it is told otherwise. */
const mostBytes = 512 * 1024;

/** One entry for versions `since + 1 … version`: 'all' when one of them is unknown, or when they are too much for a message. */
function entryFrom(
  table: CachedTable,
  { since, version }: { since: number; version: number },
  changes: readonly Change[],
): CacheEntry {
  const rows = new Map(changes.flatMap((change) => change.rows ?? []).map((row) => [row.key, row]));
  const known =
    since < version && changes.length === version - since && changes.every((change) => change.rows !== null);
  const all: CacheEntry = { table, since: 0, version, keys: 'all', rows: 'all' };
  if (!known || rows.size > maxKeys) return all;
  const entry: CacheEntry = { table, since, version, keys: [...rows.keys()], rows: [...rows.values()] };
  return Buffer.byteLength(JSON.stringify(entry)) > mostBytes ? all : entry;
}

/** Every table's state is looked up anew, e.g. after a reconnect. */
export const forgetBucket = (state: BucketState) => {
  for (const table of cachedTables) state.delete(table);
};
