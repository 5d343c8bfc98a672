import { recordCacheChange } from '@opsheet/shared/cache/record';
import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import type { Em } from '@opsheet/shared/database/open';
import type { Language } from '../texts/language.ts';
import { KnownPerson } from './person.ts';

const returned = 'returning first_name as "firstName", username, language';

type NameOf = { id: string; firstName: string; username: string | null; at: Date };

/** Records who wrote, at the first message and when a name has changed. */
export async function recordName(tx: Em, { id, firstName, username, at }: NameOf): Promise<CacheEntry> {
  const rows = await tx.execute<unknown[]>(
    `insert into people (telegram_id, first_name, username, tickets, first_seen_at) values (?, ?, ?, '{}', ?)
     on conflict (telegram_id) do update set first_name = excluded.first_name, username = excluded.username ${returned}`,
    [id, firstName, username, at],
  );
  return recordCacheChange(tx, 'people', [{ key: id, row: KnownPerson.parse(rows[0]) }]);
}

export async function recordLanguage(tx: Em, id: string, language: Language): Promise<CacheEntry> {
  const rows = await tx.execute<unknown[]>(`update people set language = ? where telegram_id = ? ${returned}`, [
    language,
    id,
  ]);
  return recordCacheChange(tx, 'people', [{ key: id, row: KnownPerson.parse(rows[0]) }]);
}

/** Whether the person has blocked the bot, so that notices are known to be in vain. */
export async function recordBlocked(em: Em, id: string, blocked: boolean): Promise<void> {
  await em.execute('update people set blocked = ? where telegram_id = ?', [blocked, id]);
}

/** The oldest version of a table that this person may be served from, after a change of his own (C3). */
export async function recordTicket(tx: Em, id: string, { table, version }: CacheEntry): Promise<void> {
  await tx.execute(
    'update people set tickets = tickets || jsonb_build_object(?::text, ?::bigint) where telegram_id = ?',
    [table, version, id],
  );
}
