import { recordCacheChange } from '../cache/record.ts';
import type { CacheEntry } from '../contracts/cache.ts';
import type { ReferenceRow } from '../contracts/reference.ts';
import { upsertRows } from '../database/bulk.ts';
import { channels, notify } from '../database/channels.ts';
import type { Em } from '../database/open.ts';
import type { ChangeOrigin, RowChange, RowEffect } from './effect.ts';
import { recordAudit, recordHistory, recordQueue } from './records.ts';
import { keyIn, lockRows, type StoredRow, type SyncStatus } from './rows.ts';
import { sqlName, type Table } from './table.ts';

export type ChangeResult = {
  effects: RowEffect[];
  /** Rows that had another version than the decision was made on: nothing was done to them. */
  moved: string[];
  /** Takes this process's own cache to the new version; null when nothing changed. */
  entry: CacheEntry | null;
};

/**
 * The one place where reference rows change. Row, version, queue, history, audit, cache version and their wake-ups are
 * in the caller's transaction, so an edit works while every other part is down (S3, A1).
 */
export async function changeRows(
  tx: Em,
  table: Table,
  changes: readonly RowChange[],
  origin: ChangeOrigin,
): Promise<ChangeResult> {
  if (changes.length === 0) return { effects: [], moved: [], entry: null };
  const current = await lockRows(
    tx,
    table,
    changes.map((change) => change.key),
  );
  const moved = changes.filter((change) => hasMoved(change, current.get(change.key)));
  const effects = changes
    .filter((change) => !hasMoved(change, current.get(change.key)))
    .map((change) => effectOf(table, change, current.get(change.key) ?? null))
    .filter((effect) => effect !== null);
  if (effects.length === 0) return { effects, moved: keysOf(moved), entry: null };

  await writeRows(tx, table, effects, origin);
  await recordHistory(tx, table, effects, origin);
  await recordAudit(tx, table, effects, origin);
  if (origin.side === 'local') {
    await recordQueue(tx, table, effects, origin);
    await notify(tx, channels.sync);
  }
  const entry = await recordCacheChange(
    tx,
    table.name,
    effects.map(({ key, after }) => ({ key, row: after })),
  );
  return { effects, moved: keysOf(moved), entry };
}

const keysOf = (changes: readonly RowChange[]) => changes.map((change) => change.key);

/** An inactive row counts as there: its version goes on. */
function hasMoved(change: RowChange, row: StoredRow | undefined): boolean {
  if (change.seenVersion === undefined) return false;
  return change.seenVersion !== (row?.version ?? null);
}

function effectOf(table: Table, change: RowChange, before: StoredRow | null): RowEffect | null {
  const { key, syncStatus } = change;
  if (change.kind === 'retire') {
    if (!before?.active) return null;
    const after = table.whenGone === 'inactive' ? { ...before, active: false, version: before.version + 1 } : null;
    return { key, before, after: after && asReference(after), syncStatus };
  }
  const values = { ...before?.values, ...change.values };
  const same = before?.active && table.columns.every(({ field }) => before.values[field] === values[field]);
  if (same) return null;
  return { key, before, after: { key, version: (before?.version ?? 0) + 1, active: true, values }, syncStatus };
}

const asReference = ({ key, version, active, values }: ReferenceRow): ReferenceRow => ({
  key,
  version,
  active,
  values,
});

async function writeRows(
  tx: Em,
  table: Table,
  effects: readonly RowEffect[],
  { side, at }: ChangeOrigin,
): Promise<void> {
  const written = effects.flatMap(({ after, syncStatus }) =>
    after ? [sqlRow(table, after, { side, at, syncStatus })] : [],
  );
  await upsertRows(tx, table.name, { key: [sqlName(table.key)], rows: written });
  const removed = effects.filter(({ after }) => after === null).map(({ key }) => key);
  if (removed.length > 0)
    await tx.execute(`delete from ${table.name} where ${keyIn(table)}`, [JSON.stringify(removed)]);
}

function sqlRow(table: Table, row: ReferenceRow, meta: { side: 'sheets' | 'local'; at: Date; syncStatus: SyncStatus }) {
  return {
    ...Object.fromEntries(table.columns.map(({ field }) => [sqlName(field), row.values[field] ?? null])),
    ...(table.whenGone === 'inactive' ? { active: row.active } : {}),
    version: row.version,
    source: meta.side,
    sync_status: meta.syncStatus,
    last_modified_at: meta.at,
    last_synced_at: meta.side === 'sheets' ? meta.at : null,
  };
}
