import { channels } from '@opsheet/shared/database/channels';
import { openSession, type Session } from '@opsheet/shared/database/session';
import { type Clock, deadline } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Service } from '@opsheet/shared/runtime/service';
import { wakeable } from '@opsheet/shared/runtime/wake';
import { lockChat, unlockChat } from './chat-lock.ts';
import type { Inbox, OpenUpdate } from './inbox.ts';

/** Chats that one process serves at the same time. */
const maxChats = 8;
/** The poll under the notifications, in ms. */
const pollMs = 1_000;
/** How long a stop waits for the turns that were begun, in ms. */
const finishMs = 5_000;
/** A chat whose update could not be handled rests 1 s, 2 s, 4 s … up to this, in ms. */
const maxRestMs = 30_000;

type Parts = {
  url: string;
  inbox: Inbox;
  /** Handles one update; 'later' leaves it open. Never rejects. */
  handle: (open: OpenUpdate) => Promise<'done' | 'later'>;
  clock: Clock;
  log: Logger;
};

/**
 * Take open updates chat by chat: in order within a chat, chats side by side, in as many processes as there are. A chat
 * belongs to the session that holds its advisory lock, so a killed process frees its chats at once. A session that
 * drops while a turn is under way cannot stop it; then the update's own state decides who has its effect.
 */
export function workers({ url, inbox, handle, clock, log }: Parts): Service {
  const wake = wakeable(clock);
  const busy = new Map<string, Promise<void>>();
  const restsUntil = new Map<string, number>();
  const stop = new AbortController();

  async function serve(session: Session, signal: AbortSignal): Promise<void> {
    const until = AbortSignal.any([signal, session.lost]);
    while (!until.aborted) {
      for (const chat of await waiting(session)) await begin(session, chat);
      await wake.wait(pollMs, until);
    }
    // The locks are kept until what was begun is finished.
    if (signal.aborted) await finished();
  }

  async function waiting(session: Session): Promise<string[]> {
    if (busy.size >= maxChats) return [];
    for (const [chat, until] of restsUntil) if (until <= clock.now()) restsUntil.delete(chat);
    const left = [...busy.keys(), ...restsUntil.keys()];
    const rows = await session.query<{ chat: string }>(
      `select chat_id::text as chat from telegram_update where state <> 'done' and chat_id <> all($1::bigint[])
       group by chat_id order by min(update_id) limit 64`,
      [left],
    );
    return rows.map((row) => row.chat);
  }

  async function begin(session: Session, chat: string): Promise<void> {
    if (busy.size >= maxChats || !(await lockChat(session, chat))) return;
    busy.set(
      chat,
      drain(chat).finally(async () => {
        busy.delete(chat);
        await unlock(session, chat);
        // An update that came between the last look and the unlocking is found by a scan.
        wake.now();
      }),
    );
  }

  async function drain(chat: string): Promise<void> {
    try {
      for (let open = await inbox.next(chat); open && !stop.signal.aborted; open = await inbox.next(chat)) {
        if ((await handle(open)) === 'done') continue;
        restsUntil.set(chat, clock.now() + Math.min(1_000 * 2 ** open.attempts, maxRestMs));
        return;
      }
    } catch (error) {
      log.warn({ reason: describe(error) }, 'updates cannot be read, trying again');
      restsUntil.set(chat, clock.now() + pollMs);
    }
  }

  async function unlock(session: Session, chat: string): Promise<void> {
    if (session.lost.aborted) return;
    await unlockChat(session, chat).catch((error: unknown) =>
      log.warn({ reason: describe(error) }, 'a chat was not unlocked, its session ends'),
    );
  }

  async function finished(): Promise<void> {
    stop.abort();
    const enough = deadline(clock, finishMs);
    const late = new Promise((resolve) => enough.addEventListener('abort', resolve, { once: true }));
    await Promise.race([Promise.all(busy.values()), late]);
  }

  return {
    name: 'workers',
    async run(signal) {
      let away = false;
      while (!signal.aborted) {
        try {
          await using session = await openSession({
            url,
            name: 'opsheet bot workers',
            listen: { [channels.updates]: wake.now },
          });
          away = false;
          await serve(session, signal);
        } catch (error) {
          if (!away) log.warn({ reason: describe(error) }, 'updates wait until the database answers');
          away = true;
        }
        await wake.wait(pollMs, signal);
      }
    },
  };
}
