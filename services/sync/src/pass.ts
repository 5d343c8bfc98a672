import type { PassReport, TableCounts } from '@opsheet/shared/contracts/sync';
import { applyTable } from './apply.ts';
import { heldBack } from './hold.ts';
import { type Look, look } from './look.ts';
import { park } from './parked.ts';
import { push } from './push/push.ts';
import { rememberPush } from './remember.ts';
import { quarantines, saveReport } from './report.ts';
import { takeDown } from './sent-notes.ts';
import type { PassMeans } from './means.ts';
import type { AppliedTable, PassStamp, PlannedTable, PushedTable } from './stages.ts';

/**
 * One pass. Look: read all tabs (1 read), parse, plan each table that is not as it was. Apply: one transaction. Push:
 * one re-read and one write, only when there is something to write. Remember: what was really sent. At rest it makes
 * one read and one query (S2). Rejects when it could not read, commit or write; every step may be repeated (S5).
 *
 * `abandoned` aborts when the lock of the pass is lost.
 */
export async function pass(
  means: PassMeans,
  { number, abandoned }: { number: number; abandoned: AbortSignal },
): Promise<PassReport> {
  const started = means.clock.now();
  means.sheets.takeCounts();
  const finish = (outcome: PassReport['outcome'], tables: TableCounts[], reason: string | null = null): PassReport => ({
    pass: number,
    outcome,
    startedAt: new Date(started).toISOString(),
    durationMs: means.clock.now() - started,
    reason,
    calls: means.sheets.takeCounts(),
    tables,
  });

  const seen = await look(means);
  if (seen.paused) return finish('paused', [], `paused by ${seen.paused}`);
  const stamp: PassStamp = { pass: number, at: new Date(seen.pull.readAt) };
  abandoned.throwIfAborted();
  const applied = await apply(means, seen, stamp);
  if ('held' in applied) return finish('held', countsOf(means, seen, []), applied.held);
  for (const { entry } of applied) if (entry) means.announce(entry);
  const pushed = await push(applied, { ...means, raw: seen.pull.tabs, abandoned });
  const report = finish('done', countsOf(means, seen, applied, pushed));
  if (seen.planned.length > 0 || quarantines(seen).changed) await remember(means, { seen, pushed, report, stamp });
  setAside(means, pushed);
  for (const [table, cells] of seen.pull.tabs)
    if (cells && seen.readings.get(table)?.ok !== false) means.memory.completeAt.set(table, seen.pull.readAt);
  return report;
}

/** Everything that the plans change in the database, or why the pass waits for the owner. */
async function apply(
  { database }: PassMeans,
  { planned, overview }: Look,
  stamp: PassStamp,
): Promise<AppliedTable[] | { held: string }> {
  if (planned.length === 0 && !overview.isHeld) return [];
  return database.em().transactional(async (tx) => {
    const held = await heldBack(tx, planned, stamp);
    if (held !== null) return { held };
    const applied: AppliedTable[] = [];
    for (const one of planned) applied.push(await applyTable(tx, one, stamp));
    return applied;
  });
}

/** What could not be written is not tried again in every pass. */
function setAside({ memory, workbook, clock }: PassMeans, pushed: readonly PushedTable[]): void {
  const now = clock.now();
  for (const { table, skipped, written, plan } of pushed) {
    park(memory.parked, table, { skipped, written, now });
    // Notes that do not arrive may stand in a tab that had this name before.
    if (takeDown(memory.sentNotes, table, { notes: plan.notes, now })) workbook.forget();
  }
}

type Ending = { seen: Look; pushed: readonly PushedTable[]; report: PassReport; stamp: PassStamp };

async function remember({ database }: PassMeans, { seen, pushed, report, stamp }: Ending): Promise<void> {
  await database.em().transactional(async (tx) => {
    for (const one of pushed) await rememberPush(tx, one, stamp);
    await saveReport(tx, { seen, report, at: stamp.at });
  });
}

/** Per table what was moved. A table at rest has the counts of the pass that found it so. */
function countsOf(
  { tables, memory }: PassMeans,
  seen: Look,
  applied: readonly AppliedTable[],
  pushed: readonly PushedTable[] = [],
): TableCounts[] {
  return tables.map((table) => {
    const reading = seen.readings.get(table);
    const moved = applied.find((one) => one.table === table);
    const plan = seen.planned.find((one: PlannedTable) => one.table === table)?.plan;
    return {
      table: table.name,
      pulled: reading?.ok
        ? reading.sheet.rows.size + reading.sheet.strays.length
        : (memory.atRest.get(table)?.pulled ?? 0),
      applied: moved?.changed ?? 0,
      pushed: pushed.find((one) => one.table === table)?.written.length ?? 0,
      conflicts: moved?.plan.conflicts.length ?? 0,
      errors: plan?.errors ?? memory.atRest.get(table)?.errors ?? 0,
      quarantine: reading && !reading.ok ? reading.quarantine : null,
    };
  });
}
