import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Service } from '@opsheet/shared/runtime/service';
import { wakeable } from '@opsheet/shared/runtime/wake';
import type { Deadline } from './deadlines.ts';

export type SweepState = {
  readonly runs: number;
  readonly lastRunAt: number | null;
  readonly lastGoodAt: number | null;
};

export type Sweeper = Service & {
  /** Looks at every deadline once, now. One that fails is logged and delays no other. */
  readonly sweep: () => Promise<{ run: number; due: number }>;
  readonly state: () => SweepState;
};

type SweeperMeans = { deadlines: readonly Deadline[]; intervalSeconds: number; clock: Clock; log: Logger };

/** The loop of the expiry service: every interval, never two at a time. */
export function sweeper({ deadlines, intervalSeconds, clock, log }: SweeperMeans): Sweeper {
  const wake = wakeable(clock);
  let state: SweepState = { runs: 0, lastRunAt: null, lastGoodAt: null };
  let last: Promise<unknown> = Promise.resolve();

  async function sweepOnce(): Promise<{ run: number; due: number }> {
    const run = state.runs + 1;
    const outcomes = await Promise.all(deadlines.map(expire));
    const now = clock.now();
    state = { runs: run, lastRunAt: now, lastGoodAt: outcomes.includes(null) ? state.lastGoodAt : now };
    const due = outcomes.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    log.info({ run, due }, 'deadlines looked at');
    return { run, due };
  }

  async function expire({ name, expire: deal }: Deadline): Promise<number | null> {
    try {
      return await deal();
    } catch (error) {
      log.error({ deadline: name, err: error }, 'deadline not dealt with, tried again at the next run');
      return null;
    }
  }

  function sweep() {
    const next = last.then(sweepOnce);
    last = next;
    return next;
  }

  return {
    name: 'sweeper',
    async run(signal) {
      while (!signal.aborted) {
        await sweep();
        await wake.wait(intervalSeconds * 1000, signal);
      }
      await last;
    },
    sweep,
    state: () => state,
  };
}
