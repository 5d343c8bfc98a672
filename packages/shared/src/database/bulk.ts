import type { Em } from './open.ts';

/** A row by SQL column names; values as JSON that PostgreSQL casts to the column's type. */
export type SqlRow = Readonly<Record<string, unknown>>;

const columnsOf = (rows: readonly SqlRow[]) => Object.keys(rows[0] ?? {}).map((name) => `"${name}"`);

/** Inserts any number of rows in one statement. All rows have the same columns; `table` is a trusted name. */
export async function insertRows(tx: Em, table: string, rows: readonly SqlRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows).join(', ');
  await tx.execute(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** As `insertRows`; a row whose `key` columns are there already is replaced. */
export async function upsertRows(
  tx: Em,
  table: string,
  { key, rows }: { key: readonly string[]; rows: readonly SqlRow[] },
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows);
  const set = columns.filter((name) => !key.includes(name.slice(1, -1))).map((name) => `${name} = excluded.${name}`);
  await tx.execute(
    `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, ?::jsonb)
     on conflict (${key.join(', ')}) do update set ${set.join(', ')}`,
    [JSON.stringify(rows)],
  );
}
