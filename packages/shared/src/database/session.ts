import { Client, type QueryResultRow } from 'pg';
import { adviceFor } from './advice.ts';
import { silenceTimeoutMs } from './open.ts';

/**
 * A connection of its own, for what a pool cannot give: LISTEN, and advisory locks that end with the process. `lost`
 * aborts when it drops: whatever the session guarded must stop then.
 */
export type Session = AsyncDisposable & {
  readonly lost: AbortSignal;
  readonly query: <Row extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;
  /** Takes the advisory lock of this name for the life of the session; false when another session holds it. */
  readonly tryLock: (name: string) => Promise<boolean>;
};

type SessionOptions = {
  url: string;
  name: string;
  /** Channel → what to do at a notification; the payload is its argument. */
  listen?: Readonly<Record<string, (payload: string) => void>>;
};

/** Rejects when the database cannot be reached within 2 s. */
export async function openSession({ url, name, listen = {} }: SessionOptions): Promise<Session> {
  const client = new Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
    statement_timeout: 30_000,
    query_timeout: silenceTimeoutMs,
  });
  const lost = new AbortController();
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort(new Error('the session ended')));
  client.on('notification', ({ channel, payload }) => listen[channel]?.(payload ?? ''));
  try {
    await client.connect();
  } catch (cause) {
    throw new Error(adviceFor(cause, url) ?? 'the database session could not be opened', { cause });
  }
  for (const channel of Object.keys(listen)) await client.query(`listen ${client.escapeIdentifier(channel)}`);
  const query: Session['query'] = async (sql, values) => (await client.query(sql, values)).rows;
  return {
    lost: lost.signal,
    query,
    async tryLock(lock) {
      const [row] = await query<{ taken: boolean }>('select pg_try_advisory_lock(hashtext($1)) as taken', [lock]);
      return row?.taken === true;
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
}
