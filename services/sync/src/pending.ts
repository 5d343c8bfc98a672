import type { Em } from '@opsheet/shared/database/open';
import { keyIn, keyText, type StoredRow } from '@opsheet/shared/reference/rows';
import type { Table } from '@opsheet/shared/reference/table';
import type { SheetTable } from './merge/model.ts';
import type { PlannedTable } from './stages.ts';

/** A row that has nothing more for the sheet; `version` is null for one that is gone. */
export type Arrival = { readonly key: string; readonly version: number | null };

/**
 * Rows that were waiting, by their status or by an entry of the queue (a conflict hides the status), and for which
 * nothing is left to write: the sheet's values were taken, it shows the row's, or the row is gone from both. A row that
 * cannot be seen in the sheet, e.g. because its id stands twice, waits on.
 */
export function arrivals({ state, sheet, plan, parked }: PlannedTable): Arrival[] {
  const waiting = new Set([...plan.toSheet.map(({ key }) => key), ...parked]);
  const taken = new Set(plan.toDatabase.map(({ key }) => key));
  const rows = [...state.rows.values()].filter(
    (row) =>
      (row.syncStatus === 'pending' || state.queued.has(row.key)) &&
      !waiting.has(row.key) &&
      (taken.has(row.key) || isShown(row, sheet)),
  );
  const gone = [...state.queued].filter((key) => !state.rows.has(key) && !sheet.rows.has(key) && !waiting.has(key));
  return [...rows, ...gone.map((key) => ({ key, version: null }))];
}

/** Bad cells do not count: what they hide has been agreed on, or waits to be written. */
function isShown({ key, active, values }: StoredRow, { rows }: SheetTable): boolean {
  const row = rows.get(key);
  if (!row) return !active;
  return active && Object.entries(row.cells).every(([field, cell]) => !cell.ok || cell.value === values[field]);
}

/** The row has something that the sheet lacks. */
export async function markPending(tx: Em, table: Table, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.execute(
    `update ${table.name} set sync_status = 'pending' where ${keyIn(table)} and sync_status = 'synced'`,
    [JSON.stringify(keys)],
  );
}

type Arrived = { rows: readonly Arrival[]; at: Date };

/**
 * The sheet has all that the row had at this version: the row is synced, unless it has moved on, and so are its queue
 * entries of up to then. A conflict stays one until a person has seen it.
 */
export async function markSynced(tx: Em, table: Table, { rows, at }: Arrived): Promise<void> {
  if (rows.length === 0) return;
  const keys = JSON.stringify(rows.map(({ key }) => key));
  const versions = JSON.stringify(Object.fromEntries(rows.map(({ key, version }) => [key, version])));
  await tx.execute(
    `update ${table.name} set sync_status = case sync_status when 'pending' then 'synced' else sync_status end, last_synced_at = ?
     where ${keyIn(table)} and version = (?::jsonb ->> (${keyText(table)}))::int`,
    [at, keys, versions],
  );
  await tx.execute(
    `update sync_queue q set sync_status = 'synced', synced_at = ?
     where q.table_name = ? and q.sync_status = 'pending' and q.record_key in (select jsonb_array_elements_text(?::jsonb))
       and not exists (select 1 from ${table.name} t where t.${keyText(table)} = q.record_key and t.sync_status = 'pending')`,
    [at, table.name, keys],
  );
}

/** Google refused the row: its queue entries say why, and how often it was tried. */
export async function markRefused(
  tx: Em,
  table: Table,
  { key, reason }: { key: string; reason: string },
): Promise<void> {
  await tx.execute(
    `update sync_queue set error_message = ?, retry_count = retry_count + 1 where table_name = ? and record_key = ? and sync_status = 'pending'`,
    [reason, table.name, key],
  );
}
