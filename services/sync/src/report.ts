import { record } from '@opsheet/shared/bus/outbox';
import { type PassReport, syncFailed, syncFinished } from '@opsheet/shared/contracts/sync';
import { insertRows, upsertRows } from '@opsheet/shared/database/bulk';
import type { Em } from '@opsheet/shared/database/open';
import type { Look } from './look.ts';

/** Tables that are, or no longer are, left alone. */
export function quarantines({ readings, overview }: Look) {
  const all = [...readings].map(([table, reading]) => ({
    table,
    now: reading.ok ? null : reading.quarantine,
    before: overview.tables.get(table.name)?.quarantine ?? null,
  }));
  const news = all.filter(({ now, before }) => now !== before);
  return { changed: news.length > 0, news };
}

type Ending = { seen: Look; report: PassReport; at: Date };

/** Stores a pass that did something: its report, each table's state, log rows, and the events that tell of it. */
export async function saveReport(tx: Em, { seen, report, at }: Ending): Promise<void> {
  await tx.execute(
    'update sync_state set pass = greatest(pass, ?), last_good_pass_at = ?, last_report = ?::jsonb where id = 1',
    [report.pass, at, JSON.stringify(report)],
  );
  await upsertRows(tx, 'sync_table', { key: ['table_name'], rows: tableRows({ seen, report, at }) });
  await insertRows(tx, 'sync_log', logRows(report, at));
  for (const { table, now } of quarantines(seen).news) {
    if (now !== null)
      await record(tx, syncFailed, {
        id: `${table.name}:${report.pass}`,
        table: table.name,
        reason: now,
        at: at.toISOString(),
      });
  }
  if (report.tables.some(({ applied, pushed }) => applied + pushed > 0)) await record(tx, syncFinished, report);
}

function tableRows({ seen, report, at }: Ending) {
  return [...seen.readings].map(([table, reading]) => ({
    table_name: table.name,
    last_complete_read_at: reading.ok ? at : (readAtBefore(seen, table.name) ?? null),
    quarantine: reading.ok ? null : reading.quarantine,
    errors: report.tables.find((one) => one.table === table.name)?.errors ?? 0,
  }));
}

function readAtBefore({ overview }: Look, name: PassReport['tables'][number]['table']): Date | undefined {
  const before = overview.tables.get(name)?.lastCompleteReadAt;
  return before === null || before === undefined ? undefined : new Date(before);
}

function logRows(report: PassReport, at: Date) {
  return report.tables.flatMap(({ table, applied, pushed, conflicts, quarantine }) => {
    const row = (operation: string, status: string, message: string | null = null) => ({
      table_name: table,
      operation,
      record_id: 'all',
      status,
      error_message: message,
      pass: report.pass,
      timestamp: at,
    });
    return [
      ...(quarantine === null ? [] : [row('pull', 'failed', quarantine)]),
      ...(applied > 0 ? [row('pull', 'success')] : []),
      ...(pushed > 0 ? [row('push', 'success')] : []),
      ...(conflicts > 0 ? [row('conflict', 'conflict')] : []),
    ];
  });
}
