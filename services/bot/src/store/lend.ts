import type { Bus } from '@opsheet/shared/bus/bus';
import { syncRead } from '@opsheet/shared/contracts/sync';
import type { Store } from './store.ts';

/** How long sync may take, in ms: PostgreSQL is not looked at meanwhile. */
const patienceMs = 1_000;

/**
 * Fills an empty store with the rows of sync's last sheet read, for a start while PostgreSQL is away. They are served
 * as stale until PostgreSQL answers. Gives whether there is now something to serve.
 */
export async function lendFromSync(store: Store, bus: Bus): Promise<boolean> {
  const answer = await bus.request(syncRead, {}, { timeoutMs: patienceMs });
  if (!answer.ok) return false;
  for (const { table, rows } of answer.reply.tables)
    store.tables[table].lend(new Map(rows.map((row) => [row.key, row])));
  return store.origin() !== 'nothing';
}
