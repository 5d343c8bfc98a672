import type { Bus } from '../bus/bus.ts';
import { closeOutbox, relayOutbox } from '../bus/outbox.ts';
import { type BucketState, forgetBucket, relayCache } from '../cache/relay.ts';
import { channels } from '../database/channels.ts';
import { openSession, type Session } from '../database/session.ts';
import type { Clock } from '../runtime/clock.ts';
import { describe } from '../runtime/errors.ts';
import type { Logger } from '../runtime/log.ts';
import type { Service } from '../runtime/service.ts';
import { wakeable } from '../runtime/wake.ts';

/** The poll under the notifications, and how soon a standby takes over from a dead relay, in ms. */
export const relayPollMs = 1_000;

/**
 * The relay waits this long after a wake-up, in ms: whoever committed has announced his version himself, and a burst of
 * commits becomes one put.
 */
export const settleMs = 5;

type RelayOptions = { url: string; bus: Bus; clock: Clock; log: Logger };

/**
 * Carries committed outbox rows and cache versions to NATS. Every service runs one; the one whose session holds the
 * advisory lock works, the others stand by. A NOTIFY wakes it, a poll makes sure.
 */
export function relay({ url, bus, clock, log }: RelayOptions): Service {
  const state: BucketState = new Map();
  const wake = wakeable(clock);

  let failing = false;

  /** Publishes until nothing waits. A failure is logged once and tried again at the next wake-up. */
  async function carry(session: Session): Promise<void> {
    if (bus.state() === 'away') return forgetBucket(state);
    try {
      while ((await relayCache({ session, bus, state })) + (await relayOutbox({ session, bus })) > 0);
      await closeOutbox(session);
      failing = false;
    } catch (error) {
      forgetBucket(state);
      if (!failing) log.warn({ err: error }, 'not published, tried again');
      failing = true;
    }
  }

  async function lead(session: Session, signal: AbortSignal): Promise<void> {
    const until = AbortSignal.any([signal, session.lost]);
    let leading = false;
    while (!until.aborted) {
      leading ||= await session.tryLock('opsheet.relay');
      if (leading) await carry(session);
      await wake.wait(relayPollMs, until);
      await clock.sleep(settleMs, until);
    }
  }

  return {
    name: 'relay',
    async run(signal) {
      while (!signal.aborted) {
        try {
          await using session = await openSession({
            url,
            name: 'opsheet relay',
            listen: { [channels.relay]: wake.now },
          });
          await lead(session, signal);
        } catch (error) {
          log.warn({ reason: describe(error) }, 'relay has no database, trying again');
        }
        await wake.wait(relayPollMs, signal);
      }
    },
  };
}
