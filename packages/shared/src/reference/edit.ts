import type { CacheEntry } from '../contracts/cache.ts';
import type { ReferenceRow } from '../contracts/reference.ts';
import type { Em } from '../database/open.ts';
import { changeRows } from './change.ts';
import type { ChangeOrigin } from './effect.ts';
import { lockRows } from './rows.ts';
import type { Table } from './table.ts';

/** A person's edit of one field, as he typed it. */
export type FieldEdit = { key: string; field: string; input: string };

export type EditOutcome =
  | { outcome: 'changed'; before: string | null; row: ReferenceRow; entry: CacheEntry }
  | { outcome: 'unchanged'; row: ReferenceRow }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'gone' };

/**
 * Changes one field of an active row from outside the sheet. The input is read by the column's type, so the bot and
 * the sheet accept the same texts. The row becomes pending and sync is woken.
 */
export async function editField(
  tx: Em,
  table: Table,
  edit: FieldEdit,
  origin: Omit<ChangeOrigin, 'side' | 'pass'>,
): Promise<EditOutcome> {
  const column = table.columns.find(({ field }) => field === edit.field && field !== table.key);
  if (!column) throw new Error(`${table.name} has no editable field ${edit.field}`);
  const parsed = column.type.parse(edit.input);
  if (!parsed.ok) return { outcome: 'refused', reason: parsed.reason };
  if (parsed.value === null && column.required) return { outcome: 'refused', reason: `${column.header} is empty` };
  const row = (await lockRows(tx, table, [edit.key])).get(edit.key);
  if (!row?.active) return { outcome: 'gone' };
  const values = { ...row.values, [edit.field]: parsed.value };
  const broken = table.check(values);
  if (broken) return { outcome: 'refused', reason: broken };
  const { effects, entry } = await changeRows(
    tx,
    table,
    [{ kind: 'write', key: edit.key, values, syncStatus: 'pending' }],
    {
      ...origin,
      side: 'local',
      pass: null,
    },
  );
  const after = effects[0]?.after;
  if (!after || !entry) return { outcome: 'unchanged', row };
  return { outcome: 'changed', before: row.values[edit.field] ?? null, row: after, entry };
}
