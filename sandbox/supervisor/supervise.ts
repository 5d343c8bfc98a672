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
  /** How often it ended by itself, or by somebody else's hand. */
  readonly ends: () => number;
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
  let current = await start();
  started(current.pid);

  async function keepAlive(): Promise<void> {
    let delayMs: number | null = null;
    while (!stopping.signal.aborted) {
      const since = clock.now();
      const how = await current.ended;
      if (stopping.signal.aborted) return;
      ends += 1;
      delayMs = restartDelayMs({ previousMs: delayMs, livedMs: clock.now() - since });
      say(`${name} ended (${how}); started again ${delayMs === 0 ? 'at once' : `after ${delayMs / 1000} s`}`);
      if (delayMs > 0) await clock.sleep(delayMs, stopping.signal);
      await startAgain();
    }
  }

  /** A start that fails counts as a life of no length. */
  async function startAgain(): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      current = await start();
      started(current.pid);
    } catch (error) {
      current = { pid: 0, ended: Promise.resolve(describe(error)), stop: async () => {} };
    }
  }

  const kept = keepAlive();
  return {
    name,
    pid: () => current.pid,
    ends: () => ends,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await current.stop();
      await kept;
      // A start that was under way when the stop came has finished by now.
      await current.stop();
    },
  };
}
