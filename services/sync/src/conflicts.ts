import type { CellValue, ReferenceTable } from '@opsheet/shared/contracts/reference';
import { type ConflictRecord, syncConflict } from '@opsheet/shared/contracts/sync';
import { record } from '@opsheet/shared/bus/outbox';
import { insertRows } from '@opsheet/shared/database/bulk';
import type { Em } from '@opsheet/shared/database/open';
import type { Table } from '@opsheet/shared/reference/table';
import type { Conflict } from './merge/model.ts';
import type { PassStamp } from './stages.ts';

/**
 * Keeps both values of every conflict; the loser stands in the history too. People are told of those within the
 * window of one hour, and of those that wait for them.
 */
export async function recordConflicts(
  tx: Em,
  table: Table,
  conflicts: readonly Conflict[],
  { pass, at }: PassStamp,
): Promise<void> {
  for (const conflict of conflicts) {
    const { key, field, sheetValue, databaseValue, winner } = conflict;
    const [row] = await tx.execute<{ id: number }[]>(
      `insert into sync_conflict (at, pass, table_name, record_key, field, base_value, sheet_value, database_value, winner, decidable, within_window)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
      [
        at,
        pass,
        table.name,
        key,
        field,
        conflict.base,
        sheetValue,
        databaseValue,
        winner,
        conflict.decidable,
        conflict.withinWindow,
      ],
    );
    if (!row || !(conflict.withinWindow || winner === 'open')) continue;
    await record(tx, syncConflict, {
      id: row.id,
      table: table.name,
      key,
      field,
      sheetValue,
      databaseValue,
      winner,
      at: at.toISOString(),
      settled: winner !== 'open',
    });
  }
  await insertRows(
    tx,
    'sync_history',
    conflicts.flatMap((conflict) => loser(table, conflict, { pass, at })),
  );
}

function loser(
  table: Table,
  { key, field, base, sheetValue, databaseValue, winner }: Conflict,
  { pass, at }: PassStamp,
) {
  if (winner === 'open') return [];
  const lost = winner === 'sheet' ? { side: 'local', after: databaseValue } : { side: 'sheets', after: sheetValue };
  return [
    { at, pass, table_name: table.name, record_key: key, field, actor: 'sync', kind: 'loser', before: base, ...lost },
  ];
}

type RawConflict = {
  id: number;
  table_name: ReferenceTable;
  record_key: string;
  field: string;
  sheet_value: CellValue;
  database_value: CellValue;
  winner: ConflictRecord['winner'];
  at: string;
  settled_at: string | null;
};

/** The newest conflicts first. */
export async function listConflicts(em: Em, limit: number): Promise<ConflictRecord[]> {
  const rows = await em.execute<RawConflict[]>('select * from sync_conflict order by id desc limit ?', [limit]);
  return rows.map((row) => ({
    id: row.id,
    table: row.table_name,
    key: row.record_key,
    field: row.field,
    sheetValue: row.sheet_value,
    databaseValue: row.database_value,
    winner: row.winner,
    at: new Date(row.at).toISOString(),
    settled: row.winner !== 'open' || row.settled_at !== null,
  }));
}
