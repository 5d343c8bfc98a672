import { insertRows } from '../database/bulk.ts';
import type { Em } from '../database/open.ts';
import type { ChangeOrigin, RowEffect } from './effect.ts';
import type { Table } from './table.ts';

type CellChange = { field: string; before: string | null; after: string | null };

/** The cells in which a row's two states differ. A row that went or came differs in every filled cell. */
function cellChanges(table: Table, { before, after }: RowEffect): CellChange[] {
  const was = before?.active ? before.values : {};
  const is = after?.active ? after.values : {};
  return table.columns
    .map(({ field }) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
    .filter((cell) => cell.before !== cell.after);
}

const action = ({ before, after }: RowEffect): 'create' | 'update' | 'delete' => {
  if (!after?.active) return 'delete';
  return before?.active ? 'update' : 'create';
};

/** History of every cell: time, side, actor, before, after, pass. */
export async function recordHistory(
  tx: Em,
  table: Table,
  effects: readonly RowEffect[],
  origin: ChangeOrigin,
): Promise<void> {
  const rows = effects.flatMap((effect) =>
    cellChanges(table, effect).map((cell) => ({
      at: origin.at,
      pass: origin.pass,
      table_name: table.name,
      record_key: effect.key,
      field: cell.field,
      side: origin.side,
      actor: origin.actor,
      kind: 'edit',
      before: cell.before,
      after: cell.after,
    })),
  );
  await insertRows(tx, 'sync_history', rows);
}

/** Who, what, before, after: one row per changed record (A1). */
export async function recordAudit(
  tx: Em,
  table: Table,
  effects: readonly RowEffect[],
  origin: ChangeOrigin,
): Promise<void> {
  const rows = effects.map((effect) => {
    const cells = cellChanges(table, effect);
    return {
      timestamp: origin.at,
      actor_id: origin.actor,
      action: `${table.name}.${action(effect)}`,
      entity_type: table.name,
      entity_id: effect.key,
      details: {
        before: Object.fromEntries(cells.map((cell) => [cell.field, cell.before])),
        after: Object.fromEntries(cells.map((cell) => [cell.field, cell.after])),
        side: origin.side,
      },
      service: origin.service,
    };
  });
  await insertRows(tx, 'audit_log', rows);
}

/** The queue of changes on their way to the sheet (seed items D04, D06). */
export async function recordQueue(
  tx: Em,
  table: Table,
  effects: readonly RowEffect[],
  origin: ChangeOrigin,
): Promise<void> {
  const rows = effects.map((effect) => ({
    table_name: table.name,
    record_key: effect.key,
    action: action(effect),
    fields_changed: Object.fromEntries(cellChanges(table, effect).map((cell) => [cell.field, cell.after])),
    created_at: origin.at,
    sync_status: 'pending',
    retry_count: 0,
  }));
  await insertRows(tx, 'sync_queue', rows);
}
