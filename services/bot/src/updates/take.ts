import { cachedTables, type CacheEntry } from '@opsheet/shared/contracts/cache';
import type { Composer } from 'grammy';
import type { Answer } from '../bot/answer.ts';
import { type BegunTurn, beginTurn, type TurnParts } from '../bot/begin-turn.ts';
import { TryLater, type TurnContext } from '../bot/turn.ts';
import type { Refresh } from '../store/refresh.ts';
import type { Inbox, OpenUpdate } from './inbox.ts';

export type TakeParts = {
  turn: TurnParts;
  conversation: Composer<TurnContext>;
  inbox: Inbox;
  refresh: Refresh;
  /** Tells the other processes of a version that was just committed. */
  announce: (entry: CacheEntry) => void;
};

/**
 * One update, from the inbox to its answer (B1). A turn that changes something commits the change, its answers and
 * 'decided' as one; the answers follow, and whoever finds an update decided only sends them. So the effect happens
 * once, wherever the process is killed, and an answer at least once.
 */
export async function take(parts: TakeParts, open: OpenUpdate): Promise<void> {
  const answers = open.answers ?? (await decide(parts, open));
  if (answers === null) return;
  await parts.turn.deliver.all(answers);
  await parts.inbox.finish([open.id]);
}

/** The answers, with their effect committed; null when somebody else has handled the update meanwhile. */
async function decide(parts: TakeParts, open: OpenUpdate): Promise<readonly Answer[] | null> {
  await catchUp(parts, open);
  const begun = beginTurn(parts.turn, { ...open, away: false });
  try {
    await runTurn(parts.conversation, begun);
    const answers = begun.answers();
    return (await commit(parts, open, { begun, answers })) ? answers : null;
  } catch (error) {
    throw await rolledBack(begun, error);
  }
}

/** Gives the error to throw: with that of the rollback, when the connection has broken under both. */
async function rolledBack(begun: BegunTurn, error: unknown): Promise<unknown> {
  const transaction = begun.transaction();
  if (!transaction?.isInTransaction()) return error;
  try {
    await transaction.rollback();
    return error;
  } catch (further) {
    return new AggregateError([error, further], 'a turn failed, and its transaction with it', { cause: error });
  }
}

/** Lets the conversation handle a turn. A change that cannot be saved now is declined in words. */
export async function runTurn(conversation: Composer<TurnContext>, { ctx }: BegunTurn): Promise<void> {
  try {
    await conversation.middleware()(ctx, async () => {});
  } catch (error) {
    if (!(error instanceof TryLater)) throw error;
    ctx.turn.decline('try-again');
  }
}

/**
 * A person who has changed something, in whichever process, is served from a store that knows it (C3). PostgreSQL has
 * just given the update, so a store that is stale need not be served as such.
 */
async function catchUp({ turn: { store }, refresh }: TakeParts, { tickets }: OpenUpdate): Promise<void> {
  const behind = cachedTables.some((table) => store.version(table) < (tickets[table] ?? 0));
  if (behind || store.stale()) await refresh.now();
}

type Decided = { begun: BegunTurn; answers: readonly Answer[] };

async function commit(
  { turn: { store }, inbox, announce }: TakeParts,
  { id }: OpenUpdate,
  { begun, answers }: Decided,
): Promise<boolean> {
  const transaction = begun.transaction();
  if (!transaction) return true;
  if (!(await inbox.decide(transaction, id, answers))) {
    await transaction.rollback();
    return false;
  }
  await transaction.commit();
  for (const entry of begun.entries) {
    store.apply(entry);
    announce(entry);
  }
  return true;
}
