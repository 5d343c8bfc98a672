import type { PassReport } from '@opsheet/shared/contracts/sync';
import type { Table } from '@opsheet/shared/reference/table';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Logger } from '@opsheet/shared/runtime/log';

/** Every so often one line and one row sum up the passes that had nothing to do, in ms (the rhythm of the original). */
export const summaryEveryMs = 300_000;

type CycleLogMeans = { tables: readonly Table[]; log: Logger; clock: Clock };

/**
 * The log lines of cycles. Those of a cycle that did nothing are for debugging; a summary stands for them. A pause, a
 * hold and a quarantine are told when they begin, change and end.
 */
export function cycleLog({ tables, log, clock }: CycleLogMeans) {
  let summedUpAt = clock.now();
  let idle = 0;
  let told = '';
  const tabOf = (name: string) => tables.find((table) => table.name === name)?.tab ?? name;

  return {
    finished(cycle: number, report: PassReport, first: boolean) {
      const standing = JSON.stringify([report.outcome, report.reason, ...report.tables.map((one) => one.quarantine)]);
      const isNews = standing !== told;
      told = standing;
      const busy =
        first || isNews || report.tables.some(({ applied, pushed, conflicts }) => applied + pushed + conflicts > 0);
      const level = busy ? 'info' : 'debug';
      if (report.outcome === 'paused') {
        log[level]({ reason: report.reason }, 'no pass is made while paused');
        return;
      }
      idle += busy ? 0 : 1;
      log[level](`Starting sync cycle #${cycle}`);
      log[level]('Pulling changes from Google Sheets...');
      for (const { table, pulled, quarantine } of report.tables) {
        if (quarantine === null) log[level](`Pulled ${pulled} ${tabOf(table)} records`);
        else log[isNews ? 'warn' : 'debug']({ table, reason: quarantine }, 'table left alone');
      }
      log[level](
        `Pull completed: ${JSON.stringify(Object.fromEntries(report.tables.map(({ table, pulled }) => [table, pulled])))}`,
      );
      if (report.outcome === 'held')
        log[isNews ? 'warn' : 'debug']({ reason: report.reason }, 'pass held until the owner approves');
      log[level](
        { pass: report.pass, outcome: report.outcome, calls: report.calls, tables: report.tables },
        `Sync cycle #${cycle} completed in ${(report.durationMs / 1000).toFixed(2)}s`,
      );
      if (first) log.info('Full sync completed');
    },
    failed: ({ error, reason, count }: { error: unknown; reason: string; count: number }) =>
      log.error({ reason, err: error, errorCount: count }, `Sync cycle failed (error count: ${count})`),
    /** True once per summary period, after having written the line. */
    summary(): { idle: number } | null {
      if (clock.now() - summedUpAt < summaryEveryMs) return null;
      log.info({ idlePasses: idle, seconds: (clock.now() - summedUpAt) / 1000 }, 'Full sync completed');
      const summed = { idle };
      summedUpAt = clock.now();
      idle = 0;
      return summed;
    },
  };
}

export type CycleLog = ReturnType<typeof cycleLog>;
