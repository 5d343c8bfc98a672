import { channels, notify } from '@opsheet/shared/database/channels';
import type { Database, Em } from '@opsheet/shared/database/open';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import { type Answer, Answers } from '../bot/answer.ts';
import { Prompt } from '../people/prompt.ts';
import { chatOf } from './chat.ts';

/** An update whose effect or whose answers are still to be made, with what its person has at stake. */
export type OpenUpdate = {
  id: number;
  chat: string;
  update: Update;
  /** Committed and not yet sent, perhaps by a process that is gone; null while nothing is decided. */
  answers: readonly Answer[] | null;
  attempts: number;
  prompt: Prompt | null;
  /** Table → the oldest version that this person may be served from (C3). */
  tickets: Readonly<Record<string, number>>;
};

export type Notice = { id: number; chat: string; answers: readonly Answer[] };

type OpenRow = {
  update_id: string;
  payload: Update;
  answers: unknown;
  attempts: number;
  prompt: unknown;
  tickets: unknown;
};

const Tickets = z.record(z.string(), z.number());

/** The table of updates: each is there once (B1), and open until its effect is made and its answers are sent. */
export type Inbox = {
  /** Keeps new updates and wakes the workers. Those that are known already are left as they are. */
  keep: (updates: readonly Update[]) => Promise<void>;
  /** The oldest open update of a chat. */
  next: (chat: string) => Promise<OpenUpdate | null>;
  /** Records in the turn's transaction what will be answered; false when somebody else has handled the update. */
  decide: (tx: Em, id: number, answers: readonly Answer[]) => Promise<boolean>;
  /** Records answers to nothing that anybody sent: a notice, under a negative id of its own. A second time is nothing. */
  notice: (tx: Em, notices: readonly Notice[]) => Promise<void>;
  finish: (ids: readonly number[]) => Promise<void>;
  /** One more attempt has failed. */
  failed: (id: number) => Promise<void>;
};

export function openInbox(database: Database): Inbox {
  return {
    async keep(updates) {
      const rows = updates.flatMap((update) => {
        const chat = chatOf(update);
        return chat === null ? [] : [{ update_id: update.update_id, chat_id: chat, payload: update }];
      });
      if (rows.length === 0) return;
      await database.em().execute(
        `with fresh as (
           insert into telegram_update (update_id, chat_id, payload, state, received_at)
           select update_id, chat_id, payload, 'pending', now() from jsonb_populate_recordset(null::telegram_update, ?::jsonb)
           on conflict (update_id) do nothing returning 1)
         select pg_notify(?, '') from fresh limit 1`,
        [JSON.stringify(rows), channels.updates],
      );
    },
    async next(chat) {
      const [row] = await database.em().execute<OpenRow[]>(
        `select u.update_id, u.payload, u.answers, u.attempts, p.prompt, p.tickets
         from telegram_update u left join people p on p.telegram_id = u.chat_id
         where u.chat_id = ? and u.state <> 'done' order by u.update_id limit 1`,
        [chat],
      );
      return row ? opened(chat, row) : null;
    },
    async decide(tx, id, answers) {
      const rows = await tx.execute<unknown[]>(
        `update telegram_update set state = 'decided', answers = ?::jsonb where update_id = ? and state = 'pending' returning 1`,
        [JSON.stringify(answers), id],
      );
      return rows.length === 1;
    },
    async notice(tx, notices) {
      const rows = notices.map(({ id, chat, answers }) => ({
        update_id: id,
        chat_id: chat,
        payload: { update_id: id },
        answers,
      }));
      await tx.execute(
        `insert into telegram_update (update_id, chat_id, payload, state, answers, received_at)
         select update_id, chat_id, payload, 'decided', answers, now() from jsonb_populate_recordset(null::telegram_update, ?::jsonb)
         on conflict (update_id) do nothing`,
        [JSON.stringify(rows)],
      );
      await notify(tx, channels.updates);
    },
    async finish(ids) {
      await database.em().execute(
        `update telegram_update set state = 'done', done_at = now()
           where update_id in (select value::bigint from jsonb_array_elements_text(?::jsonb))`,
        [JSON.stringify(ids)],
      );
    },
    async failed(id) {
      await database.em().execute('update telegram_update set attempts = attempts + 1 where update_id = ?', [id]);
    },
  };
}

const opened = (chat: string, row: OpenRow): OpenUpdate => ({
  id: Number(row.update_id),
  chat,
  update: row.payload,
  answers: row.answers === null ? null : Answers.parse(row.answers),
  attempts: row.attempts,
  // A question of another version of the bot is as good as none.
  prompt: Prompt.safeParse(row.prompt).data ?? null,
  tickets: Tickets.parse(row.tickets ?? {}),
});
