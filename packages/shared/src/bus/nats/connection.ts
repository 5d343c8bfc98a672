import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Clock } from '../../runtime/clock.ts';
import { describe } from '../../runtime/errors.ts';
import type { Logger } from '../../runtime/log.ts';
import { type Backoff, backoffMs } from '../../runtime/retry.ts';
import type { BusState } from '../bus.ts';
import { aborted } from '../../runtime/aborted.ts';
import { optionsFor, serverOf } from './address.ts';
import { inEachSession, type Session, untilTaken, type Work } from './session.ts';

export type Connection = AsyncDisposable & {
  readonly state: () => BusState;
  onState: (listener: (state: BusState) => void) => () => void;
  /** Null while away. */
  readonly session: () => Session | null;
  /** Throws while away. */
  readonly present: () => Session;
  /**
   * Does the work in this session and in every later one until disposed, which waits for it to finish. Resolves when
   * it has taken effect, or at once while that is not possible.
   */
  keep: (work: Work) => Promise<AsyncDisposable>;
};

export type ConnectionSettings = {
  /** `nats://` or `tls://`, with a login if need be. */
  url: string;
  /** How the server's own monitoring calls this process. */
  name: string;
  clock: Clock;
  log: Logger;
  /** From 0 up to 1, for jitter. */
  chance: () => number;
};

const reconnect: Backoff = { firstMs: 50, maxMs: 250, jitterMs: 250 };

/** A peer that is gone without a word is found within 15 s. */
const options = { reconnect: false, timeout: 2_000, pingInterval: 5_000, maxPingOut: 2, ignoreClusterUpdates: true };

const unreachable =
  'NATS cannot be reached: start the server or correct NATS_URL; this process carries on and connects when it can';

/** Returns at once, connects in the background, and connects again after every break until disposed. */
export function openConnection({ url, name, clock, log, chance }: ConnectionSettings): Connection {
  const server = serverOf(url);
  const closing = new AbortController();
  const listeners = new Set<(state: BusState) => void>();
  const works = new Set<Promise<void>>();
  let session: Session | null = null;
  let began = Promise.withResolvers<void>();

  function enter(next: Session | null): void {
    session = next;
    if (next) began.resolve();
    else began = Promise.withResolvers();
    for (const listener of listeners) listener(next ? 'connected' : 'away');
  }

  async function stay(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures++) {
      try {
        const nc = await connect({ ...options, ...optionsFor(url), name });
        failures = 0;
        await hold(nc);
      } catch (error) {
        if (failures === 0) log.warn({ server, reason: describe(error) }, unreachable);
      }
      await clock.sleep(backoffMs(reconnect, failures, chance), closing.signal);
    }
  }

  async function hold(nc: NatsConnection): Promise<void> {
    const end = new AbortController();
    const left = aborted(AbortSignal.any([end.signal, closing.signal])).then(() => leave(nc));
    void report(nc, log);
    log.info({ server, version: nc.info?.version }, 'connected to NATS');
    enter({ nc, ended: AbortSignal.any([end.signal, closing.signal]) });
    const reason = await nc.closed();
    end.abort();
    enter(null);
    await left;
    if (closing.signal.aborted) return;
    log.warn(
      { server, ...(reason && { err: reason }) },
      'the connection to NATS broke; it is made again when the server answers',
    );
  }

  /** What was begun finishes, and its last words are sent, before the connection closes. */
  async function leave(nc: NatsConnection): Promise<void> {
    if (nc.isClosed()) return;
    await Promise.all(works);
    await untilTaken(nc);
    await nc.close();
  }

  async function next(stop: AbortSignal): Promise<void> {
    await Promise.race([began.promise, aborted(stop)]);
  }

  const staying = stay();

  return {
    state: () => (session ? 'connected' : 'away'),
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    session: () => session,
    present() {
      if (session) return session;
      throw new Error(`there is no connection to NATS at ${server}`);
    },
    async keep(work) {
      const own = new AbortController();
      const stop = AbortSignal.any([own.signal, closing.signal]);
      const settled = Promise.withResolvers<void>();
      const around = { sessions: { current: () => session, next }, stop, clock, log, chance };
      const done = inEachSession(work, around, settled.resolve).finally(() => works.delete(done));
      works.add(done);
      await settled.promise;
      return {
        async [Symbol.asyncDispose]() {
          own.abort();
          await done;
        },
      };
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await staying;
    },
  };
}

/** A denied publish or subscription does not throw where it was made: the server says so here, later. */
async function report(nc: NatsConnection, log: Logger): Promise<void> {
  for await (const status of nc.status()) {
    if (status.type === 'error') log.error({ err: status.error }, 'NATS refused something');
    if (status.type === 'slowConsumer')
      log.warn({ subject: status.sub.getSubject() }, 'messages of NATS are piling up');
    if (status.type === 'staleConnection') log.warn('NATS does not answer; the connection is given up');
  }
}
