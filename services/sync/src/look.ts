import type { Table } from '@opsheet/shared/reference/table';
import { sameCells } from './memory.ts';
import type { TabReading } from './merge/model.ts';
import { isEmpty, planTable } from './merge/plan.ts';
import { readTab } from './merge/read-tab.ts';
import { arrivals } from './pending.ts';
import { withoutParked } from './parked.ts';
import { withoutSent } from './sent-notes.ts';
import { loadOverview, loadTableState, type Overview } from './state.ts';
import type { Pull } from './workbook.ts';
import type { PassMeans } from './means.ts';
import type { PlannedTable } from './stages.ts';

/** What a pass found before it changes anything; a preview is this and no more. */
export type Look = {
  readonly pull: Pull;
  readonly overview: Overview;
  /** Who paused sync, else null; then nothing was read. */
  readonly paused: string | null;
  /** Tables that are not as they were when they were last at rest. */
  readonly readings: ReadonlyMap<Table, TabReading>;
  /** Plans that are not empty, or that find pending rows to have arrived. */
  readonly planned: readonly PlannedTable[];
};

/** Of a quarantine's words, in characters. */
const longestReason = 500;

/**
 * Reads the sheet and the state of the database, and plans. When the database is away the sheet has been read all the
 * same: bots that have nothing loaded are served from that (`opsheet.sync.read`).
 */
export async function look(means: PassMeans): Promise<Look> {
  const { tables, workbook, database, memory } = means;
  const asked = loadOverview(database.em());
  const overview = await asked.catch(() => null);
  if (overview?.pausedBy)
    return {
      pull: { readAt: means.clock.now(), tabs: new Map() },
      overview,
      paused: overview.pausedBy,
      readings: new Map(),
      planned: [],
    };
  const pull = await workbook.pull(tables);
  const readings = new Map<Table, TabReading>();
  for (const table of tables) {
    if (isAtRest(means, overview, table, pull)) seenAgain(means, table, pull);
    else readings.set(table, read(table, pull));
  }
  for (const [table, reading] of readings)
    if (reading.ok) memory.lastRead.set(table, { readAt: pull.readAt, sheet: reading.sheet });
  // Now the failure of the database counts.
  const known = overview ?? (await asked);
  const planned: PlannedTable[] = [];
  for (const [table, reading] of readings) {
    const plan = await planOne(means, { table, reading, pull, overview: known });
    if (plan) planned.push(plan);
  }
  return { pull, overview: known, paused: null, readings, planned };
}

/** The rows of the last read are those of this one too. */
function seenAgain({ memory }: PassMeans, table: Table, { readAt }: Pull): void {
  const last = memory.lastRead.get(table);
  if (last) memory.lastRead.set(table, { ...last, readAt });
}

function read(table: Table, { tabs }: Pull): TabReading {
  const cells = tabs.get(table);
  if (cells) return inFewWords(readTab(table, cells));
  return { ok: false, quarantine: `${table.tab}: the spreadsheet has no tab of this name; add it or name it so again` };
}

/** A header row may hold 50,000 characters a cell, and its quarantine is logged, stored and sent to people. */
const inFewWords = (reading: TabReading): TabReading =>
  reading.ok || reading.quarantine.length <= longestReason
    ? reading
    : { ok: false, quarantine: `${reading.quarantine.slice(0, longestReason)}…`.toWellFormed() };

/** The same cells on the same version of the database have the same, empty plan. */
function isAtRest({ memory, clock }: PassMeans, overview: Overview | null, table: Table, { tabs }: Pull): boolean {
  const rest = memory.atRest.get(table);
  const cells = tabs.get(table);
  if (!rest || !cells || !overview || clock.now() >= rest.until) return false;
  return rest.version === overview.versions.get(table.name) && sameCells(rest.cells, cells);
}

type One = { table: Table; reading: TabReading; pull: Pull; overview: Overview };

async function planOne(
  { database, memory, clock }: PassMeans,
  { table, reading, pull, overview }: One,
): Promise<PlannedTable | null> {
  memory.atRest.delete(table);
  if (!reading.ok) return null;
  const { sheet } = reading;
  const state = await loadTableState(database.em(), table);
  const lastCompleteReadAt =
    memory.completeAt.get(table) ?? overview.tables.get(table.name)?.lastCompleteReadAt ?? null;
  const times = { readAt: pull.readAt, lastCompleteReadAt };
  const whole = planTable(table, {
    sheet,
    database: state.rows,
    base: state.base,
    openConflicts: state.openConflicts,
    times,
  });
  const now = clock.now();
  const { plan: rows, waiting, until: rowsUntil } = withoutParked(memory.parked, table, { plan: whole, now });
  const { plan, until: notesUntil } = withoutSent(memory.sentNotes, table, { plan: rows, now });
  const planned = { table, sheet, state, plan, parked: waiting };
  if (!isEmpty(plan) || arrivals(planned).length > 0) return planned;
  memory.atRest.set(table, {
    cells: pull.tabs.get(table) ?? [],
    version: overview.versions.get(table.name) ?? 0,
    errors: plan.errors,
    pulled: sheet.rows.size + sheet.strays.length,
    until: Math.min(rowsUntil, notesUntil),
  });
  return null;
}
