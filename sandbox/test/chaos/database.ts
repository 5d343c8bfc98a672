import { sqlName, type Table } from '@opsheet/shared/reference/table';
import pg from 'pg';

export type Row = Readonly<Record<string, string | null>>;
export type Audited = { entity_id: string; details: { after: Record<string, string | null> } };
export type Database = ReturnType<typeof openDatabase>;

/** What the services have committed. Every question has a connection of its own: the server may have been killed. */
export function openDatabase(url: () => string) {
  async function query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: url() });
    // Without a listener a broken connection would end the test process; the query rejects all the same.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  return {
    /** What is still under way, in words; empty when nothing is. */
    async open(): Promise<string> {
      const [counts] = await query<Record<string, number>>(`select
        (select count(*) from sync_queue where sync_status <> 'synced')::int as queue,
        (select count(*) from telegram_update where state <> 'done')::int as updates,
        (select count(*) from outbox where done_at is null)::int as events,
        (select count(*) from cache_change)::int as cache`);
      const open = Object.entries(counts ?? {}).filter(([, count]) => count > 0);
      return open.map(([what, count]) => `${what}: ${count} open`).join(', ');
    },
    /** Key → values, in the text form of PostgreSQL, of the rows that count. */
    async rows({ name, key, columns, whenGone }: Table): Promise<Map<string, Row>> {
      const list = columns.map(({ field }) => `${sqlName(field)}::text as "${field}"`).join(', ');
      const where = whenGone === 'inactive' ? 'where active' : '';
      const rows = await query<Record<string, string | null>>(`select ${list} from ${name} ${where}`);
      return new Map(rows.map((row) => [row[key] ?? '', row]));
    },
    base: (table: Table) =>
      query<{ record_key: string; values: Row; sent: Record<string, unknown[]>; unseen: boolean }>(
        'select record_key, "values", sent, unseen from sync_base where table_name = $1',
        [table.name],
      ),
    /** The values that lost in a conflict. */
    losers: () =>
      query<{ table_name: string; record_key: string; field: string; value: string | null }>(
        `select table_name, record_key, field, after as value from sync_history where kind = 'loser'`,
      ),
    /** Changes that were made in Telegram. */
    audited: () => query<Audited>(`select entity_id, details from audit_log where service = 'bot' order by id`),
  };
}
