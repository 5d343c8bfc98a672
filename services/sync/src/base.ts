import { upsertRows } from '@opsheet/shared/database/bulk';
import type { Em } from '@opsheet/shared/database/open';
import type { Table } from '@opsheet/shared/reference/table';
import type { BaseRow } from './merge/model.ts';

export async function saveBase(tx: Em, table: Table, rows: readonly BaseRow[]): Promise<void> {
  await upsertRows(tx, 'sync_base', {
    key: ['table_name', 'record_key'],
    rows: rows.map(({ key, values, sent, unseen }) => ({
      table_name: table.name,
      record_key: key,
      values,
      sent,
      unseen,
    })),
  });
}

export async function deleteBase(tx: Em, table: Table, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.execute(
    'delete from sync_base where table_name = ? and record_key in (select jsonb_array_elements_text(?::jsonb))',
    [table.name, JSON.stringify(keys)],
  );
}
