import { planTable } from '../../../src/merge/plan.ts';
import type { SheetRow, SheetTable, TablePlan } from '../../../src/merge/model.ts';
import { readTab } from '../../../src/merge/read-tab.ts';
import * as bot from './bot.ts';
import { landAll } from './land.ts';
import { crash, step } from './pass.ts';
import * as person from './person.ts';
import { fresh, headers, keyOf, type Line, valueOf, type World } from './world.ts';

/** Faults end: what is on its way lands, the process starts anew, the header is as it was. */
export function calm(world: World): void {
  crash(world, true);
  landAll(world, 'all');
  world.header = [...headers];
}

/** One whole pass that nothing disturbs. */
export function pass(world: World): void {
  do step(world, 'lands');
  while (world.pass.stage !== 'idle');
}

/**
 * People mend what the Sync column shows and decide what was left to them; then two passes are all that it may take to
 * agree, unless they find more for people to do.
 */
export function quieten(world: World): void {
  for (let round = 0; round < 10; round += 1) {
    mend(world);
    decide(world);
    pass(world);
    pass(world);
    if (!needsPeople(world)) return;
  }
  throw new Error('people mend the same things again and again');
}

/** What a pass would do that began now. */
export function planNow(world: World): TablePlan {
  const { base, database, lastCompleteReadAt, now, open } = world;
  const times = { lastCompleteReadAt, readAt: now };
  return planTable(world.table, { sheet: readNow(world), database, base, openConflicts: open, times });
}

export function readNow(world: World): SheetTable {
  const reading = readTab(world.table, [world.header, ...world.lines.map(({ raw }) => raw)]);
  if (!reading.ok) throw new Error(reading.quarantine);
  return reading.sheet;
}

/** Whether sync takes the row as it stands. */
export function isHealthy(world: World, row: SheetRow): boolean {
  const cells = Object.entries(row.cells);
  if (cells.some(([, cell]) => !cell.ok)) return false;
  return (
    world.table.check(Object.fromEntries(cells.map(([field, cell]) => [field, cell.ok ? cell.value : null]))) === null
  );
}

function needsPeople(world: World): boolean {
  const sheet = readNow(world);
  if (sheet.strays.length > 0 || openNow(world).length > 0) return true;
  return [...sheet.rows.values()].some((row) => !isHealthy(world, row));
}

export const openNow = (world: World) =>
  world.open.filter(({ key, field, sheetValue, databaseValue }) => {
    const line = world.lines.find((one) => keyOf(world, one) === key);
    const row = world.database.get(key);
    return line && row?.active && valueOf(world, line, field) === sheetValue && row.values[field] === databaseValue;
  });

function mend(world: World): void {
  const sheet = readNow(world);
  const kept = new Set<string>();
  const strays = sheet.strays.map(({ key, position }) => ({ key, line: world.lines[position - 2] }));
  for (const { key, line } of strays) {
    if (!line) continue;
    if (key === null) mendKey(world, line);
    else if (kept.has(key)) person.remove(world, line);
    else kept.add(key);
  }
  for (const line of world.lines) mendCells(world, line);
}

function mendKey(world: World, line: Line): void {
  const isFree = world.lines.every((one) => keyOf(world, one) !== line.lostKey);
  if (line.lostKey !== undefined && isFree && line.id % 3 !== 0) person.restoreKey(world, line);
  else person.setKey(world, line, `mended ${line.id}`);
}

function mendCells(world: World, line: Line): void {
  const row = readNow(world).rows.get(keyOf(world, line) ?? '');
  if (!row || isHealthy(world, row)) return;
  for (const field of ['low', 'high']) person.setCell(world, { line, field, raw: fresh(world, field) });
  for (const field of ['motto', 'wish', 'tally'])
    if (!row.cells[field]?.ok) person.setCell(world, { line, field, raw: fresh(world, field) });
}

/** A conflict that waits is settled for the sheet by an edit in the database. */
function decide(world: World): void {
  for (const { key, field, sheetValue } of openNow(world)) {
    const row = world.database.get(key);
    if (row) bot.setField(world, row, { field, value: sheetValue });
  }
}
