import { errors, type NatsConnection } from '@nats-io/transport-node';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/log.ts';
import { type Backoff, backoffMs } from '../../runtime/retry.ts';

/**
 * One period of connection. After a break comes a new one with a connection of its own: nothing that was written to
 * the old one is sent later, so a request that was answered 'away' is not carried out a minute afterwards.
 */
export type Session = { readonly nc: NatsConnection; readonly ended: AbortSignal };

/** The sessions of one connection, one at a time. */
export type Sessions = {
  /** Null while away. */
  readonly current: () => Session | null;
  /** Resolves when the next one begins, or at once when one runs, or when `stop` aborts. */
  readonly next: (stop: AbortSignal) => Promise<void>;
};

/**
 * Something that lives as long as a session. `begin` resolves when it has taken effect; `over` resolves when it is
 * finished after `session.ended`, and rejects when it broke before.
 */
export type Work = { readonly what: string; begin: (session: Session) => Promise<{ over: Promise<void> }> };

type Surroundings = { sessions: Sessions; stop: AbortSignal; clock: Clock; log: Logger; chance: () => number };

const again: Backoff = { firstMs: 100, maxMs: 5_000, jitterMs: 100 };

/**
 * Begins the work in every session until `stop` aborts, and again when it breaks within one. Calls `settled` when the
 * work has taken effect, or cannot now.
 */
export async function inEachSession(work: Work, around: Surroundings, settled: () => void): Promise<void> {
  const { sessions, stop } = around;
  while (!stop.aborted) {
    const session = sessions.current();
    if (session)
      await within({ nc: session.nc, ended: AbortSignal.any([session.ended, stop]) }, work, { ...around, settled });
    settled();
    await sessions.next(stop);
  }
}

/** Returns when the session has ended. */
async function within(
  session: Session,
  { what, begin }: Work,
  { clock, log, chance, settled }: Surroundings & { settled: () => void },
): Promise<void> {
  for (let attempt = 0; !session.ended.aborted; attempt++) {
    try {
      const { over } = await begin(session);
      settled();
      attempt = 0;
      await over;
    } catch (error) {
      // A session that ends breaks everything in it: that is the news of the connection, not of the work.
      if (session.ended.aborted) return;
      log.warn({ what, err: error }, 'a part of the bus broke and begins again');
      settled();
      await clock.sleep(backoffMs(again, attempt, chance), session.ended);
    }
  }
}

/** Something on the server, a stream say, that is made sure of once in each session, when it is first needed. */
export function oncePerSession<T>(make: (session: Session) => Promise<T>) {
  const made = new WeakMap<NatsConnection, Promise<T>>();

  function get(session: Session): Promise<T> {
    const present = made.get(session.nc) ?? make(session);
    made.set(session.nc, present);
    present.catch(() => made.delete(session.nc));
    return present;
  }

  return {
    /** Makes it sure anew, whatever was known of it. */
    again(session: Session): Promise<T> {
      made.delete(session.nc);
      return get(session);
    },
    /**
     * Acts with it. When nobody answers for it, because an operator has deleted it or another process is just making
     * it, nothing has been done yet: it is made sure again, and acted once more.
     */
    async use<Result>(session: Session, act: (it: T) => Promise<Result>): Promise<Result> {
      try {
        return await act(await get(session));
      } catch (error) {
        if (!nobodyAnswers(error)) throw error;
        return act(await this.again(session));
      }
    },
  };
}

function nobodyAnswers(error: unknown): boolean {
  if (error instanceof errors.NoRespondersError) return true;
  return error instanceof Error && error.cause !== undefined && nobodyAnswers(error.cause);
}

/**
 * Resolves when the server has taken all that was written so far, or when the connection has broken: the client's own
 * flush, and what is built on it, would then wait for ever.
 */
export async function untilTaken(nc: NatsConnection, flush: () => Promise<unknown> = () => nc.flush()): Promise<void> {
  if (!nc.isClosed()) await Promise.race([flush(), nc.closed()]);
}
