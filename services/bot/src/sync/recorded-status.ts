import { referenceTables } from '@opsheet/shared/contracts/reference';
import type { TableStatus } from '@opsheet/shared/contracts/sync';
import type { Database } from '@opsheet/shared/database/open';

/** How the sync stood when it last wrote into the database: for when nobody answers. */
export type RecordedStatus = { lastSyncTime: string | null; tables: TableStatus[] };

type CountRow = { pending: number; synced: number; conflict: number };
type TableRow = { table_name: string; quarantine: string | null; errors: number };

/** Rejects while PostgreSQL is away. */
export async function recordedStatus(database: Database): Promise<RecordedStatus> {
  const em = database.em();
  const states = await em.execute<TableRow[]>('select table_name, quarantine, errors from sync_table');
  const [last] = await em.execute<{ at: Date | string | null }[]>('select last_good_pass_at as at from sync_state');
  const tables: TableStatus[] = [];
  for (const table of referenceTables) {
    const [counts] = await em.execute<CountRow[]>(
      `select count(*) filter (where sync_status = 'pending')::int as pending,
              count(*) filter (where sync_status = 'synced')::int as synced,
              count(*) filter (where sync_status = 'conflict')::int as conflict from ${table}`,
    );
    const state = states.find((row) => row.table_name === table);
    const { pending = 0, synced = 0, conflict = 0 } = counts ?? {};
    tables.push({
      table,
      pending,
      synced,
      conflict,
      errors: state?.errors ?? 0,
      quarantine: state?.quarantine ?? null,
    });
  }
  return { lastSyncTime: last?.at ? new Date(last.at).toISOString() : null, tables };
}
