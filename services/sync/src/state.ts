import type { CellValue, ReferenceTable } from '@opsheet/shared/contracts/reference';
import type { Em } from '@opsheet/shared/database/open';
import { loadRows, type StoredRow } from '@opsheet/shared/reference/rows';
import type { Table } from '@opsheet/shared/reference/table';
import type { BaseRow, OpenConflict } from './merge/model.ts';

/** Everything that a plan of one table needs from the database. */
export type TableState = {
  readonly rows: ReadonlyMap<string, StoredRow>;
  readonly base: ReadonlyMap<string, BaseRow>;
  readonly openConflicts: readonly OpenConflict[];
  /** Keys with entries of the change queue that wait for the sheet. */
  readonly queued: ReadonlySet<string>;
};

type RawBase = {
  record_key: string;
  values: Record<string, CellValue>;
  sent: Record<string, CellValue[]>;
  unseen: boolean;
};
type RawConflict = { record_key: string; field: string; sheet_value: CellValue; database_value: CellValue };

/** Reads it in one snapshot, so that rows and base belong together. */
export async function loadTableState(em: Em, table: Table): Promise<TableState> {
  return em.transactional(
    async (tx) => {
      const rows = await loadRows(tx, table);
      const base = await tx.execute<RawBase[]>(
        'select record_key, values, sent, unseen from sync_base where table_name = ?',
        [table.name],
      );
      const open = await tx.execute<RawConflict[]>(
        `select record_key, field, sheet_value, database_value from sync_conflict where table_name = ? and winner = 'open' and settled_at is null`,
        [table.name],
      );
      const queued = await tx.execute<{ record_key: string }[]>(
        `select distinct record_key from sync_queue where table_name = ? and sync_status = 'pending'`,
        [table.name],
      );
      return {
        queued: new Set(queued.map(({ record_key }) => record_key)),
        rows: new Map(rows.map((row) => [row.key, row])),
        base: new Map(base.map(({ record_key, ...rest }) => [record_key, { key: record_key, ...rest }])),
        openConflicts: open.map((one) => ({
          key: one.record_key,
          field: one.field,
          sheetValue: one.sheet_value,
          databaseValue: one.database_value,
        })),
      };
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

/** What every pass looks at first, in one query. */
export type Overview = {
  readonly pass: number;
  readonly pausedBy: string | null;
  /** A plan waits for the owner, or its decision for the next pass. */
  readonly isHeld: boolean;
  readonly versions: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<
    ReferenceTable,
    { lastCompleteReadAt: number | null; quarantine: string | null; errors: number }
  >;
};

type RawOverview = {
  pass: number;
  paused_by: string | null;
  is_held: boolean;
  versions: Record<string, number>;
  tables: Record<ReferenceTable, { read_at: number | null; quarantine: string | null; errors: number }> | null;
};

export async function loadOverview(em: Em): Promise<Overview> {
  const [raw] = await em.execute<RawOverview[]>(
    `select pass, paused_by,
       exists (select 1 from sync_hold where used_at is null) as is_held,
       (select json_object_agg(table_name, version) from cache_version) as versions,
       (select json_object_agg(table_name, json_build_object(
          'read_at', (extract(epoch from last_complete_read_at) * 1000)::bigint, 'quarantine', quarantine, 'errors', errors)) from sync_table) as tables
     from sync_state where id = 1`,
  );
  if (!raw) throw new Error('sync_state has no row: run the migrations');
  const tables = Object.entries(raw.tables ?? {}) as [
    ReferenceTable,
    { read_at: number | null; quarantine: string | null; errors: number },
  ][];
  return {
    pass: raw.pass,
    pausedBy: raw.paused_by,
    isHeld: raw.is_held,
    versions: new Map(Object.entries(raw.versions)),
    tables: new Map(
      tables.map(([name, { read_at, quarantine, errors }]) => [
        name,
        { lastCompleteReadAt: read_at, quarantine, errors },
      ]),
    ),
  };
}
