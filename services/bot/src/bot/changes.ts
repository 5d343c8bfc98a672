import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import type { Database, Em } from '@opsheet/shared/database/open';
import { recordTicket } from '../people/record.ts';
import { TryLater, type Turn } from './turn.ts';

/** What a turn changes: the writing half of Turn, and the transaction it comes to. */
export type Changes = Pick<Turn, 'write' | 'changed'> & {
  /** The transaction, when the turn has opened one. */
  readonly transaction: () => Em | null;
  /** Versions that the transaction made. */
  readonly entries: readonly CacheEntry[];
};

type Given = { chat: string; away: boolean; database: Database };

export function changes({ chat, away, database }: Given): Changes {
  const entries: CacheEntry[] = [];
  let transaction: Em | null = null;

  async function open(): Promise<Em> {
    if (away) throw new TryLater('PostgreSQL is away');
    if (transaction) return transaction;
    const em = database.em();
    await em.begin();
    transaction = em;
    return em;
  }

  return {
    write: async (work) => work(await open()),
    async changed(entry) {
      await recordTicket(await open(), chat, entry);
      entries.push(entry);
    },
    transaction: () => transaction,
    entries,
  };
}
