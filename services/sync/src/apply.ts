import type { Em } from '@opsheet/shared/database/open';
import { changeRows } from '@opsheet/shared/reference/change';
import type { ChangeOrigin, RowChange } from '@opsheet/shared/reference/effect';
import { lockRows, type SyncStatus } from '@opsheet/shared/reference/rows';
import { recordConflicts } from './conflicts.ts';
import type { Conflict, TablePlan } from './merge/model.ts';
import { arrivals, markPending, markSynced } from './pending.ts';
import { deleteBase, saveBase } from './base.ts';
import type { AppliedTable, PassStamp, PlannedTable } from './stages.ts';

/**
 * Carries one table's plan into the database, in the caller's transaction: rows with history and audit, conflicts with
 * their losers, and the base with the ledger of what will be sent.
 */
export async function applyTable(tx: Em, planned: PlannedTable, stamp: PassStamp): Promise<AppliedTable> {
  const { table } = planned;
  const plan = await withoutMoved(tx, planned);
  const origin: ChangeOrigin = { side: 'sheets', actor: 'sheet', service: 'sync', pass: stamp.pass, at: stamp.at };
  const { effects, entry } = await changeRows(tx, table, rowChanges(plan), origin);
  await recordConflicts(tx, table, plan.conflicts, stamp);
  await saveBase(
    tx,
    table,
    plan.base.flatMap(({ row }) => (row ? [row] : [])),
  );
  await deleteBase(
    tx,
    table,
    plan.base.flatMap(({ key, row }) => (row ? [] : [key])),
  );
  await settleStatuses(tx, { ...planned, plan }, stamp);
  const versions = new Map([...planned.state.rows].map(([key, { version }]) => [key, version]));
  for (const { key, after } of effects) if (after) versions.set(key, after.version);
  return { ...planned, plan, changed: effects.length, versions, entry };
}

/**
 * Locks every row that this transaction touches and takes out those whose version the plan did not see. All at once and
 * before the cache version: who changes a row elsewhere takes the two in that order too, so none waits for the other.
 */
async function withoutMoved(tx: Em, planned: PlannedTable): Promise<TablePlan> {
  const { table, state, plan } = planned;
  const changes = [...plan.toDatabase, ...plan.toSheet, ...plan.base, ...plan.conflicts, ...arrivals(planned)];
  const keys = new Set(changes.map(({ key }) => key));
  const now = await lockRows(tx, table, [...keys]);
  const moved = new Set([...keys].filter((key) => now.get(key)?.version !== state.rows.get(key)?.version));
  if (moved.size === 0) return plan;
  const still = <T extends { key: string }>(list: readonly T[]) => list.filter(({ key }) => !moved.has(key));
  return {
    ...plan,
    toDatabase: still(plan.toDatabase),
    toSheet: still(plan.toSheet),
    base: still(plan.base),
    conflicts: still(plan.conflicts),
  };
}

function rowChanges(plan: TablePlan): RowChange[] {
  const statuses = statusOf(plan);
  return plan.toDatabase.map((change): RowChange => {
    const syncStatus = statuses(change.key);
    if (change.kind === 'retire') return { ...change, syncStatus };
    return {
      kind: 'write',
      key: change.key,
      values: { ...change.values },
      seenVersion: change.seenVersion,
      syncStatus,
    };
  });
}

function statusOf({ toSheet, conflicts }: TablePlan): (key: string) => SyncStatus {
  const contested = new Set(conflicts.filter(needsAttention).map(({ key }) => key));
  const waiting = new Set(toSheet.map(({ key }) => key));
  return (key) => {
    if (contested.has(key)) return 'conflict';
    return waiting.has(key) ? 'pending' : 'synced';
  };
}

const needsAttention = ({ winner, withinWindow }: Conflict) => withinWindow || winner === 'open';

/** Rows that wait for the sheet are pending; a pending row for which nothing is left to write has arrived. */
async function settleStatuses(tx: Em, planned: PlannedTable, { at }: PassStamp): Promise<void> {
  const { table, plan } = planned;
  await markPending(
    tx,
    table,
    plan.toSheet.map(({ key }) => key),
  );
  await markSynced(tx, table, { rows: arrivals(planned), at });
}
