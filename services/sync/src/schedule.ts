import { record } from '@opsheet/shared/bus/outbox';
import { type PassReport, syncFailed } from '@opsheet/shared/contracts/sync';
import { channels } from '@opsheet/shared/database/channels';
import type { Database } from '@opsheet/shared/database/open';
import { openSession } from '@opsheet/shared/database/session';
import { onAbort } from '@opsheet/shared/runtime/aborted';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';
import { type Backoff, backoffMs } from '@opsheet/shared/runtime/retry';
import type { Service } from '@opsheet/shared/runtime/service';
import { wakeable } from '@opsheet/shared/runtime/wake';
import type { CycleLog } from './cycle-log.ts';
import type { Phrases } from './phrases.ts';
import { maxFailures, type Runner, saveSummary } from './runner.ts';

/** Between failed passes. Five take longer than the minute after which Google's quota is full again. */
const failureBackoff: Backoff = { firstMs: 4_000, maxMs: 64_000, jitterMs: 500 };

type ScheduleMeans = {
  url: string;
  database: Database;
  runner: Runner;
  cycles: CycleLog;
  phrases: Phrases;
  intervalSeconds: number;
  clock: Clock;
  chance: () => number;
  log: Logger;
};

export type Schedule = Service & {
  /** A pass that begins after this call; its report. One that failed, at once, when this process makes none. */
  readonly runNow: () => Promise<PassReport>;
};

/**
 * A pass every interval, at once when somebody asks or when the database says that a row waits, later after failures.
 * The lock that makes one pass at a time sits on a session of its own; a second sync process stands by.
 */
export function schedule({
  url,
  database,
  runner,
  cycles,
  phrases,
  intervalSeconds,
  clock,
  chance,
  log,
}: ScheduleMeans): Schedule {
  const wake = wakeable(clock);
  let waiting: ((report: PassReport) => void)[] = [];
  let begunAt = 0;
  /** Why nobody who asks now gets a pass, else null. */
  let declined: string | null = null;

  /** Whoever waits is told at once: a stop waits for the requests in hand. */
  function decline(reason: string): void {
    declined = reason;
    for (const tell of waiting.splice(0)) tell(runner.declined(reason));
  }

  async function runAndTell(abandoned: AbortSignal): Promise<PassReport> {
    // Who asks from now on is answered by the next pass: this one may have read already.
    const asked = waiting;
    waiting = [];
    begunAt = clock.now();
    const report = await runner.runOnce(abandoned);
    for (const tell of asked) tell(report);
    const { failures } = runner.state();
    if (failures >= maxFailures) await giveUp(`${failures} passes in a row failed, the last one: ${report.reason}`);
    const summed = cycles.summary();
    if (summed && report.outcome === 'done')
      await saveSummary(database.em(), { ...summed, at: new Date(clock.now()), pass: report.pass });
    return report;
  }

  /** The owner is told, if the database takes it. */
  async function giveUp(reason: string): Promise<never> {
    const at = new Date(clock.now()).toISOString();
    try {
      await database
        .em()
        .transactional((tx) => record(tx, syncFailed, { id: `passes:${at}`, table: null, reason, at }));
    } catch (error) {
      log.warn({ reason: describe(error) }, 'nobody could be told that sync gives up');
    }
    throw new Error(reason);
  }

  function pauseMs(): number {
    const { failures } = runner.state();
    if (failures > 0) return backoffMs(failureBackoff, failures - 1, chance);
    // From start to start, so that a long pass makes no edit wait longer.
    // Never longer than the interval: a clock that was set back during the pass must not stop sync.
    const intervalMs = intervalSeconds * 1000;
    const pause = Math.min(intervalMs, Math.max(0, begunAt + intervalMs - clock.now()));
    phrases.next(new Date(clock.now() + pause), intervalSeconds);
    return pause;
  }

  /** Passes for as long as the session with the lock lives. */
  async function leading(signal: AbortSignal): Promise<void> {
    const first = runner.state().lastGoodAt === null;
    if (first) phrases.firstSync();
    while (!signal.aborted) {
      const began = runner.state().lastGoodAt;
      await runAndTell(signal);
      if (began === null && runner.state().lastGoodAt !== null) phrases.enteringLoop(intervalSeconds);
      await wake.wait(pauseMs(), signal);
    }
  }

  /** A waiting row is no reason to hurry while passes fail: the back-off would be for nothing. */
  function hurry(): void {
    if (runner.state().failures === 0) wake.now();
  }

  async function lead(signal: AbortSignal): Promise<void> {
    await using session = await openSession({ url, name: 'opsheet sync', listen: { [channels.sync]: hurry } });
    const until = AbortSignal.any([signal, session.lost]);
    while (!until.aborted && !(await session.tryLock('opsheet.sync.pass'))) {
      if (declined === null) log.warn('another sync process is at work, standing by');
      decline('another sync process is at work, ask again');
      await clock.sleep(1_000, until);
    }
    declined = null;
    if (!until.aborted) await leading(until);
  }

  return {
    name: 'schedule',
    async run(signal) {
      using _told = onAbort(signal, () => decline('sync is stopping'));
      while (!signal.aborted) {
        try {
          await lead(signal);
        } catch (error) {
          if (runner.state().failures >= maxFailures) throw error;
          log.warn({ reason: describe(error) }, 'sync has no database');
          // The sheet is read all the same, for bots with nothing loaded; it counts as a failed pass.
          await runAndTell(AbortSignal.abort(error));
          await wake.wait(pauseMs(), signal);
        }
      }
    },
    runNow: () =>
      new Promise((resolve) => {
        if (declined !== null) return resolve(runner.declined(declined));
        waiting.push(resolve);
        wake.now();
      }),
  };
}
