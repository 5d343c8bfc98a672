import type { SyncStatus, TableStatus } from '@opsheet/shared/contracts/sync';
import { PassReport } from '@opsheet/shared/contracts/sync';
import type { Em } from '@opsheet/shared/database/open';
import type { Table } from '@opsheet/shared/reference/table';
import type { RunnerState } from './runner.ts';

type RawStatus = { paused_by: string | null; last_good_pass_at: string | null; last_report: unknown; held: string };
type RawTable = { pending: string; synced: string; conflict: string; quarantine: string | null; errors: number | null };

/** What /sync_stats shows (seed items A19, C19). */
export async function syncStatusOf(
  em: Em,
  { tables, intervalSeconds, runner }: { tables: readonly Table[]; intervalSeconds: number; runner: RunnerState },
): Promise<SyncStatus> {
  const [raw] = await em.execute<RawStatus[]>(
    `select paused_by, last_good_pass_at, last_report, (select count(*) from sync_hold where decision is null) as held from sync_state where id = 1`,
  );
  const stored = PassReport.safeParse(raw?.last_report);
  const lastPass = runner.lastReport ?? (stored.success ? stored.data : null);
  const lastAt = runner.lastGoodAt ?? (raw?.last_good_pass_at ? Date.parse(raw.last_good_pass_at) : null);
  const counts: TableStatus[] = [];
  for (const table of tables) counts.push(await tableStatus(em, table));
  return {
    state: raw?.paused_by ? 'paused' : Number(raw?.held) > 0 ? 'held' : 'running',
    intervalSeconds,
    lastPass,
    lastSyncTime: lastAt === null ? null : new Date(lastAt).toISOString(),
    consecutiveFailures: runner.failures,
    tables: counts,
  };
}

async function tableStatus(em: Em, table: Table): Promise<TableStatus> {
  const [row] = await em.execute<RawTable[]>(
    `select count(*) filter (where sync_status = 'pending') as pending, count(*) filter (where sync_status = 'synced') as synced,
       count(*) filter (where sync_status = 'conflict') as conflict,
       (select quarantine from sync_table where table_name = ?) as quarantine, (select errors from sync_table where table_name = ?) as errors
     from ${table.name} ${table.whenGone === 'inactive' ? 'where active' : ''}`,
    [table.name, table.name],
  );
  return {
    table: table.name,
    pending: Number(row?.pending ?? 0),
    synced: Number(row?.synced ?? 0),
    conflict: Number(row?.conflict ?? 0),
    errors: row?.errors ?? 0,
    quarantine: row?.quarantine ?? null,
  };
}
