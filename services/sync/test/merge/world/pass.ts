import type { Parsed } from '@opsheet/shared/reference/column';
import { isEmpty, planTable } from '../../../src/merge/plan.ts';
import type { SheetChange, SheetTable, TablePlan } from '../../../src/merge/model.ts';
import { readTab } from '../../../src/merge/read-tab.ts';
import { applyPlan } from './apply.ts';
import { land, landAll } from './land.ts';
import { columnAt, newLine, noteAt, type Pass, type Place, type World, type Write } from './world.ts';

/** What becomes of a pass's write call. Whether it landed, the pass does not know; only the next read tells. */
export type WriteFate = 'lands' | 'lands twice' | 'lands later' | 'lands after the next read' | 'is lost';

/** Does the pass's next step. Everything else may happen between two steps. */
export function step(world: World, fate: WriteFate): void {
  const { pass } = world;
  world.pass = next(world, pass, fate);
  world.trace.push(`${pass.stage} → ${world.pass.stage}`);
}

function next(world: World, pass: Pass, fate: WriteFate): Pass {
  switch (pass.stage) {
    case 'idle':
      return read(world);
    case 'has read':
      return plan(world, pass);
    case 'has planned':
      return { stage: 'has applied', plan: applyPlan(world, pass) };
    case 'has applied':
      return readAgain(world, pass.plan);
    case 'has read again':
      return write(world, pass.write, fate);
  }
}

function read(world: World): Pass {
  landAll(world, 'before the next read');
  const reading = readSheet(world);
  return reading.ok ? { stage: 'has read', sheet: reading.sheet, readAt: world.now } : { stage: 'idle' };
}

function readSheet(world: World) {
  world.reads += 1;
  return readTab(world.table, [[...world.header], ...world.lines.map(({ raw }) => [...raw])]);
}

function plan(world: World, { sheet, readAt }: Extract<Pass, { stage: 'has read' }>): Pass {
  const { base, database, lastCompleteReadAt, open } = world;
  const times = { lastCompleteReadAt, readAt };
  const plan = planTable(world.table, { sheet, database, base, openConflicts: open, times });
  world.trace.push(JSON.stringify(plan));
  if (!isEmpty(plan)) return { stage: 'has planned', plan, readAt };
  world.lastCompleteReadAt = readAt;
  return { stage: 'idle' };
}

/** The rows and cells are looked up anew (S6), and what no longer shows what the plan saw is left alone (S3). */
function readAgain(world: World, plan: TablePlan): Pass {
  const reading = readSheet(world);
  if (!reading.ok) return { stage: 'idle' };
  const { sheet } = reading;
  const write = {
    reads: world.reads,
    cells: [...plan.toSheet.flatMap((change) => cellWrites(world, sheet, change)), ...noteWrites(world, sheet, plan)],
    appends: plan.toSheet.flatMap((change) => appendWrites(world, sheet, change)),
    deletes: plan.toSheet.flatMap((change) => deleteWrites(world, sheet, change)),
  };
  return { stage: 'has read again', write };
}

type Found = { readonly place: Place; readonly raw: readonly unknown[] };

function findAt(world: World, position: number | undefined, key: string): Found | undefined {
  const line = position === undefined ? undefined : world.lines[position - 2];
  return line && position !== undefined
    ? { place: { index: position - 2, line: line.id, key }, raw: line.raw }
    : undefined;
}

function cellWrites(world: World, sheet: SheetTable, change: SheetChange): Write['cells'] {
  const row = sheet.rows.get(change.key);
  const found = findAt(world, row?.position, change.key);
  if (change.kind !== 'update' || !row || !found) return [];
  return Object.entries(change.values).flatMap(([field, value]) => {
    if (!isSame(row.cells[field], change.expected[field])) return [];
    const column = columnAt(world.table, field);
    const type = world.table.columns.find((one) => one.field === field)?.type;
    return [{ ...found.place, column, raw: type?.render(value), reread: found.raw[column] }];
  });
}

function noteWrites(world: World, sheet: SheetTable, plan: TablePlan): Write['cells'] {
  return plan.notes.flatMap(({ key, position, text }) => {
    const loose = [...sheet.strays, ...sheet.emptied].find((one) => one.position === position && one.key === key);
    const found = findAt(
      world,
      (key === null ? undefined : sheet.rows.get(key)?.position) ?? loose?.position,
      key ?? '',
    );
    return found ? [{ ...found.place, column: noteAt, raw: text, reread: found.raw[noteAt] }] : [];
  });
}

function appendWrites(world: World, sheet: SheetTable, change: SheetChange): Write['appends'] {
  const isThere = sheet.rows.has(change.key) || sheet.strays.some(({ key }) => key === change.key);
  if (change.kind !== 'append' || isThere) return [];
  return [{ key: change.key, raw: newLine(world, change.values).raw }];
}

function deleteWrites(world: World, sheet: SheetTable, change: SheetChange): Write['deletes'] {
  const row = sheet.rows.get(change.key);
  const found = findAt(world, row?.position, change.key);
  if (change.kind !== 'delete' || !row || !found) return [];
  const untouched = Object.entries(change.expected).every(([field, cell]) => isSame(row.cells[field], cell));
  return untouched ? [{ ...found.place, reread: [...found.raw] }] : [];
}

const isSame = (one: Parsed | undefined, other: Parsed | undefined) => JSON.stringify(one) === JSON.stringify(other);

function write(world: World, call: Write, fate: WriteFate): Pass {
  if (fate === 'lands' || fate === 'lands twice') land(world, call);
  if (fate === 'lands later' || fate === 'lands twice') world.inFlight.push({ write: call, isSlow: false });
  if (fate === 'lands after the next read') world.inFlight.push({ write: call, isSlow: true });
  return { stage: 'idle' };
}

/** The process dies. What it knew is gone; a call that it made may still be on its way. */
export function crash(world: World, isSent: boolean): void {
  if (isSent && world.pass.stage === 'has read again') world.inFlight.push({ write: world.pass.write, isSlow: false });
  world.pass = { stage: 'idle' };
}
