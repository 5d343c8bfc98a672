import type { ReferenceRow } from '../contracts/reference.ts';
import type { Em } from '../database/open.ts';
import { type Table, sqlName } from './table.ts';

export type SyncStatus = 'synced' | 'pending' | 'conflict';

/** A row as the database holds it; `modifiedAt` in ms since the epoch. */
export type StoredRow = ReferenceRow & { modifiedAt: number; syncStatus: SyncStatus };

type RawRow = Record<string, string | null> & {
  version: number;
  active: boolean;
  modified_at: string;
  sync_status: SyncStatus;
};

const select = (table: Table) => {
  const values = table.columns.map(({ field }) => `${sqlName(field)}::text as "${field}"`).join(', ');
  const active = table.whenGone === 'inactive' ? 'active' : 'true as active';
  return `select ${values}, version, ${active}, (extract(epoch from last_modified_at) * 1000)::bigint as modified_at, sync_status from ${table.name}`;
};

const stored =
  (table: Table) =>
  (raw: RawRow): StoredRow => {
    const values = Object.fromEntries(table.columns.map(({ field }) => [field, raw[field] ?? null]));
    return {
      key: raw[table.key] ?? '',
      version: raw.version,
      active: raw.active,
      values,
      modifiedAt: Number(raw.modified_at),
      syncStatus: raw.sync_status,
    };
  };

/** All rows, inactive ones too, in the order of their keys. */
export async function loadRows(em: Em, table: Table): Promise<StoredRow[]> {
  const rows = await em.execute<RawRow[]>(`${select(table)} order by ${sqlName(table.key)}`);
  return rows.map(stored(table));
}

/** The rows with these keys, locked until the transaction ends, in the order of their keys (so that two never deadlock). */
export async function lockRows(tx: Em, table: Table, keys: readonly string[]): Promise<Map<string, StoredRow>> {
  const rows = await tx.execute<RawRow[]>(
    `${select(table)} where ${keyIn(table)} order by ${sqlName(table.key)} for update`,
    [JSON.stringify(keys)],
  );
  return new Map(rows.map(stored(table)).map((row) => [row.key, row]));
}

/** SQL of a row's canonical key. */
export const keyText = (table: Table): string => `${sqlName(table.key)}::text`;

/** SQL that is true for rows whose key is in a JSON list of canonical keys, its one parameter. */
export function keyIn(table: Table): string {
  const type = table.columns.find(({ field }) => field === table.key)?.type.sql ?? 'text';
  return `${sqlName(table.key)} in (select value::${type} from jsonb_array_elements_text(?::jsonb))`;
}
