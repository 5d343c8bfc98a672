import { openSession, type Session } from '@opsheet/shared/database/session';
import { aborted } from '@opsheet/shared/runtime/aborted';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';

/** How often a standby tries, so that it takes over within about a second, in ms. */
const tryAgainMs = 1_000;

/**
 * Who polls Telegram. 'other': somebody else holds the lock. 'mine': we do, or did when PostgreSQL was last seen.
 * 'unknown': PostgreSQL has been away since the start, so everybody may try, and Telegram's 409 sorts them out.
 */
export type Holder = 'mine' | 'other' | 'unknown';

export type Lease = {
  readonly holder: () => Holder;
  /** Keeps after the lock until `signal` aborts; `onChange` is called at every change of the holder. */
  readonly keep: (signal: AbortSignal, onChange: () => void) => Promise<void>;
};

/** The right to poll: an advisory lock, which ends with the session and so with the process. */
export function pollLease({ url, clock, log }: { url: string; clock: Clock; log: Logger }): Lease {
  let holder: Holder = 'other';
  let wasSeen = false;

  return {
    holder: () => holder,
    async keep(signal, onChange) {
      const become = (next: Holder) => {
        if (next === holder) return;
        holder = next;
        log.info({ holder }, 'polling lease changed hands');
        onChange();
      };

      async function hold(session: Session): Promise<void> {
        const until = AbortSignal.any([signal, session.lost]);
        while (!until.aborted) {
          const isMine = await session.tryLock('opsheet.telegram.poll');
          become(isMine ? 'mine' : 'other');
          if (isMine) await aborted(until);
          else await clock.sleep(tryAgainMs, until);
        }
      }

      while (!signal.aborted) {
        try {
          await using session = await openSession({ url, name: 'opsheet bot poll' });
          wasSeen = true;
          await hold(session);
        } catch (error) {
          log.debug({ reason: describe(error) }, 'polling lease cannot be looked at');
          if (!wasSeen) become('unknown');
        }
        await clock.sleep(tryAgainMs, signal);
      }
    },
  };
}
