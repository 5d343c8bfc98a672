import type { PassReport } from '@opsheet/shared/contracts/sync';
import { Counter, Gauge, Histogram, type Registry } from '@opsheet/shared/runtime/metrics';

/** What an operator graphs. */
export function syncMetrics(registry: Registry) {
  const registers = [registry];
  const passes = new Counter({
    name: 'opsheet_sync_passes_total',
    help: 'Passes by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'opsheet_sync_pass_seconds',
    help: 'Duration of passes',
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    registers,
  });
  const calls = new Counter({
    name: 'opsheet_sheets_calls_total',
    help: 'Calls to the Sheets API',
    labelNames: ['kind'],
    registers,
  });
  const errors = new Gauge({
    name: 'opsheet_sync_row_errors',
    help: 'Rows with an error in their Sync column',
    labelNames: ['table'],
    registers,
  });
  return {
    count(report: PassReport) {
      passes.inc({ outcome: report.outcome });
      duration.observe(report.durationMs / 1000);
      calls.inc({ kind: 'read' }, report.calls.reads);
      calls.inc({ kind: 'write' }, report.calls.writes);
      for (const table of report.tables) errors.set({ table: table.table }, table.errors);
    },
  };
}

export type SyncMetrics = ReturnType<typeof syncMetrics>;
