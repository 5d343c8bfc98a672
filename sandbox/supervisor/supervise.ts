import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import { restartDelayMs } from './restart-delay.ts';

/** A process that has been started. */
export type Started = {
  readonly pid: number;
  /** How it ended, in words: "status 1", "SIGKILL". Never rejects. */
  readonly ended: Promise<string>;
  /** Resolves when it is gone. */
  readonly stop: () => Promise<void>;
};

/** A process that is started again whenever it ends, until this is disposed. */
export type Supervised = AsyncDisposable & {
  readonly name: string;
  readonly pid: () => number;
  /** When the present process was started, in ms since the epoch; null while there is none. */
  readonly since: () => number | null;
  /** How often it ended by itself, or by somebody else's hand. */
  readonly ends: () => number;
  /** SIGKILL, as by a crash. False when there is nothing to kill. */
  readonly kill: () => boolean;
  /** Ends it in good order, to be started again after `ms`; resolves when it is gone. False when there is nothing to end. */
  readonly stopFor: (ms: number) => Promise<boolean>;
};

export type Supervision = {
  name: string;
  start: () => Promise<Started>;
  /** Called after every start, the first one included, with the pid that is now the present one. */
  started: (pid: number) => void;
  say: (line: string) => void;
  clock: Clock;
};

/** Rejects when the very first start fails; later failures are told and tried again. */
export async function supervise({ name, start, started, say, clock }: Supervision): Promise<Supervised> {
  const stopping = new AbortController();
  let ends = 0;
  let downUntil = 0;
  let since: number | null = clock.now();
  let current = await start();
  started(current.pid);

  async function keepAlive(): Promise<void> {
    let delayMs: number | null = null;
    while (!stopping.signal.aborted) {
      const begun = clock.now();
      const how = await current.ended;
      since = null;
      if (stopping.signal.aborted) return;
      ends += 1;
      delayMs = restartDelayMs({ previousMs: delayMs, livedMs: clock.now() - begun });
      const pauseMs = Math.max(delayMs, downUntil - clock.now());
      say(
        `${name} ended (${how}); started again ${pauseMs === 0 ? 'at once' : `after ${Math.round(pauseMs / 100) / 10} s`}`,
      );
      if (pauseMs > 0) await clock.sleep(pauseMs, stopping.signal);
      await startAgain();
    }
  }

  /** A start that fails counts as a life of no length. */
  async function startAgain(): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      current = await start();
      since = clock.now();
      started(current.pid);
    } catch (error) {
      current = { pid: 0, ended: Promise.resolve(describe(error)), stop: async () => {} };
    }
  }

  const kept = keepAlive();
  return {
    name,
    pid: () => current.pid,
    since: () => since,
    ends: () => ends,
    kill: () => since !== null && process.kill(current.pid, 'SIGKILL'),
    async stopFor(ms) {
      if (since === null) return false;
      downUntil = clock.now() + ms;
      await current.stop();
      return true;
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await current.stop();
      await kept;
      // A start that was under way when the stop came has finished by now.
      await current.stop();
    },
  };
}
