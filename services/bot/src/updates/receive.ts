import { type Clock, deadline } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Update } from 'grammy/types';
import type { Direct } from './direct.ts';
import type { Inbox } from './inbox.ts';

/** How long PostgreSQL may take to keep updates before they are answered without it, in ms. */
export const keepMs = 1_000;

type Parts = {
  inbox: Pick<Inbox, 'keep' | 'finish'>;
  direct: Direct;
  clock: Clock;
  log: Logger;
};

/**
 * What is done with a batch before Telegram is told that it has arrived: it is kept in the inbox or, while PostgreSQL
 * is away, answered from memory. Nothing that Telegram forgets is lost in silence.
 */
export function receiver({ inbox, direct, clock, log }: Parts): (updates: readonly Update[]) => Promise<void> {
  let away = false;

  /** A late insert must not bring to the workers what was answered directly. */
  async function close(kept: Promise<void>, updates: readonly Update[]): Promise<void> {
    try {
      await kept;
      await inbox.finish(updates.map((update) => update.update_id));
    } catch (error) {
      log.debug({ reason: describe(error) }, 'updates were not kept in the end either');
    }
  }

  return async (updates) => {
    if (updates.length === 0) return;
    const kept = inbox.keep(updates);
    try {
      await within(clock, keepMs, kept);
      away = false;
    } catch (error) {
      if (!away) log.warn({ reason: describe(error) }, 'updates cannot be kept, answering from memory');
      away = true;
      void close(kept, updates);
      for (const update of updates) direct.answer(update);
    }
  };
}

/** Rejects when `work` does, and after `ms`. */
async function within(clock: Clock, ms: number, work: Promise<void>): Promise<void> {
  const settled = new AbortController();
  const late = deadline(clock, ms, settled.signal);
  const over = new Promise<never>((_resolve, reject) =>
    late.addEventListener('abort', () => reject(late.reason), { once: true }),
  );
  try {
    await Promise.race([work, over]);
  } finally {
    settled.abort();
  }
}
