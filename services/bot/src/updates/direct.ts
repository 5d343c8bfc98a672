import { describe } from '@opsheet/shared/runtime/errors';
import type { Update } from 'grammy/types';
import { beginTurn } from '../bot/begin-turn.ts';
import { chatOf } from './chat.ts';
import { apology, codeOf, type HandleParts } from './handle.ts';
import { runTurn } from './take.ts';

/** Ids that were answered directly are remembered so far back: what Telegram repeats comes soon. */
const remembered = 1_000;

export type Direct = {
  /** Answers from memory what only reads, and asks for patience with the rest. Never rejects. */
  answer: (update: Update) => void;
  /** Resolves when everything that was begun is answered. */
  idle: () => Promise<void>;
};

type Parts = Pick<HandleParts, 'turn' | 'conversation' | 'clock' | 'log' | 'traffic'>;

/** Answers without PostgreSQL, chat by chat in order. */
export function directly(parts: Parts): Direct {
  const { conversation, clock, log, traffic } = parts;
  const seen = new Set<number>();
  const last = new Map<string, Promise<void>>();

  async function answer(chat: string, update: Update): Promise<void> {
    const startedAt = clock.now();
    try {
      const begun = beginTurn(parts.turn, { chat, update, prompt: null, away: true });
      await runTurn(conversation, begun);
      await parts.turn.deliver.all(begun.answers());
      traffic.handled('direct', clock.now() - startedAt);
    } catch (error) {
      const code = codeOf(update.update_id);
      log.error({ update: update.update_id, code, err: error }, 'update not handled');
      traffic.handled('failed', clock.now() - startedAt);
      await parts.turn.deliver
        .all(apology(parts.turn, { chat, update }, code))
        .catch((further: unknown) => log.warn({ code, reason: describe(further) }, 'no apology could be sent'));
    }
  }

  function isRepeated({ update_id: id }: Update): boolean {
    if (seen.has(id)) return true;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > remembered && oldest !== undefined) seen.delete(oldest);
    return false;
  }

  return {
    answer(update) {
      const chat = chatOf(update);
      if (chat === null || isRepeated(update)) return;
      const turn = (last.get(chat) ?? Promise.resolve())
        .then(() => answer(chat, update))
        .finally(() => {
          if (last.get(chat) === turn) last.delete(chat);
        });
      last.set(chat, turn);
    },
    async idle() {
      await Promise.all(last.values());
    },
  };
}
