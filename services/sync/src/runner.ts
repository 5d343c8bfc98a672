import type { PassReport } from '@opsheet/shared/contracts/sync';
import type { Em } from '@opsheet/shared/database/open';
import type { CycleLog } from './cycle-log.ts';
import type { SyncMetrics } from './metrics.ts';
import { pass } from './pass.ts';
import { loadOverview } from './state.ts';
import type { PassMeans } from './means.ts';

/** After so many failures in a row the process ends, for the supervisor to start it afresh (seed item B22). */
export const maxFailures = 5;

export type RunnerState = {
  readonly lastReport: PassReport | null;
  /** When a pass last went through, ms since the epoch. */
  readonly lastGoodAt: number | null;
  readonly failures: number;
};

export type Runner = {
  /** One pass; a failure is counted and comes back as a report. `abandoned` aborts when the lock is lost; each lead has its own. */
  readonly runOnce: (abandoned: AbortSignal) => Promise<PassReport>;
  readonly state: () => RunnerState;
  /** The report of a pass that was not begun. */
  readonly declined: (reason: string) => PassReport;
};

/** Numbers the passes, counts the failures and writes the log. Passes never overlap: the caller runs one at a time. */
export function passRunner(means: PassMeans, { cycles, metrics }: { cycles: CycleLog; metrics: SyncMetrics }): Runner {
  let number: number | null = null;
  let cycle = 0;
  let leadBy: AbortSignal | undefined;
  let state: RunnerState = { lastReport: null, lastGoodAt: null, failures: 0 };

  /** Another process may have led meanwhile: nothing that is remembered from before counts. */
  function beginLead(by: AbortSignal): void {
    if (by === leadBy) return;
    leadBy = by;
    number = null;
    means.memory.atRest.clear();
  }

  async function nextNumber(): Promise<number> {
    number ??= (await loadOverview(means.database.em())).pass;
    number += 1;
    return number;
  }

  return {
    async runOnce(abandoned) {
      cycle += 1;
      beginLead(abandoned);
      try {
        // Without the database the pass still reads the sheet, then fails.
        const report = await pass(means, { number: await nextNumber().catch(() => 0), abandoned });
        cycles.finished(cycle, report, state.lastGoodAt === null);
        metrics.count(report);
        state = { lastReport: report, lastGoodAt: means.clock.now(), failures: 0 };
        return report;
      } catch (error) {
        means.memory.atRest.clear();
        state = { ...state, failures: state.failures + 1 };
        const reason = means.database.explain(error);
        cycles.failed({ error, reason, count: state.failures });
        const report = failedReport(means, { number: number ?? 0, reason });
        metrics.count(report);
        return report;
      }
    },
    state: () => state,
    declined: (reason) => failedReport(means, { number: number ?? 0, reason }),
  };
}

function failedReport(
  { clock, sheets, tables }: PassMeans,
  { number, reason }: { number: number; reason: string },
): PassReport {
  const startedAt = new Date(clock.now()).toISOString();
  const nothing = { pulled: 0, applied: 0, pushed: 0, conflicts: 0, errors: 0, quarantine: null };
  return {
    pass: number,
    outcome: 'failed',
    startedAt,
    durationMs: 0,
    reason,
    calls: sheets.takeCounts(),
    tables: tables.map(({ name }) => ({ table: name, ...nothing })),
  };
}

/** The row that stands for the passes with nothing to do. */
export async function saveSummary(
  em: Em,
  { idle, at, pass: last }: { idle: number; at: Date; pass: number },
): Promise<void> {
  await em.execute('update sync_state set pass = greatest(pass, ?), last_good_pass_at = ? where id = 1', [last, at]);
  await em.execute(
    `insert into sync_log (table_name, operation, status, error_message, pass, timestamp) values ('all', 'idle', 'success', ?, ?, ?)`,
    [`${idle} passes with nothing to do`, last, at],
  );
}
