import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { ConflictPolicy, Table } from '@opsheet/shared/reference/table';
import type { BaseRow, DatabaseRow, OpenConflict, SheetTable, TablePlan, Values } from '../../../src/merge/model.ts';
import { ladder } from '../ladder.ts';
import { type Cell, type Journal, newJournal, type Side } from './journal.ts';

/** A line of the sheet. `id` is what a person means by "this row", wherever it has been moved. */
export type Line = {
  readonly id: number;
  readonly raw: unknown[];
  /** The key that people have broken and may yet restore. */
  lostKey?: string | undefined;
};

/** A place that the re-read found. The API writes by `index`, whichever line stands there by then. */
export type Place = { readonly index: number; readonly line: number; readonly key: string };

/** What one write call of a pass would do. `reads` is how many reads the sheet had had when it was made. */
export type Write = {
  readonly reads: number;
  readonly cells: readonly (Place & { column: number; raw: unknown; reread: unknown })[];
  readonly appends: readonly { key: string; raw: readonly unknown[] }[];
  readonly deletes: readonly (Place & { reread: readonly unknown[] })[];
};

/** How far the pass is that one process makes; a crash puts it back to idle. */
export type Pass =
  | { stage: 'idle' }
  | { stage: 'has read'; sheet: SheetTable; readAt: number }
  | { stage: 'has planned'; plan: TablePlan; readAt: number }
  | { stage: 'has applied'; plan: TablePlan }
  | { stage: 'has read again'; write: Write };

/** A sheet that people edit, a database that a bot edits, and the state that passes keep between them. */
export type World = {
  readonly table: Table;
  header: unknown[];
  lines: Line[];
  readonly database: Map<string, DatabaseRow>;
  readonly base: Map<string, BaseRow>;
  open: OpenConflict[];
  lastCompleteReadAt: number | null;
  pass: Pass;
  /** Write calls that have not landed yet. Only a slow one outlives the next read. */
  inFlight: { readonly write: Write; readonly isSlow: boolean }[];
  /** When people last added a row with this key. */
  readonly addedAt: Map<string, number>;
  now: number;
  reads: number;
  counter: number;
  readonly journal: Journal;
  readonly trace: string[];
};

/** The columns as they stand in the sheet, one of which no mapping names. */
export const headers = ['Motto', 'Name', 'Remark', 'Low', 'Tally', 'High', 'Sync', 'Wish'] as const;
export const noteAt = headers.indexOf('Sync');

export function columnAt(table: Table, field: string): number {
  const header = table.columns.find((column) => column.field === field)?.header;
  return headers.findIndex((title) => title === header);
}

/** A world at rest: a few rows on which all sides agree. Histories perturb it, so that deletions are deletions. */
export function newWorld(policy: ConflictPolicy, rows: number, whenGone: Table['whenGone']): World {
  const world: World = {
    table: { ...ladder, policy, whenGone },
    header: [...headers],
    lines: [],
    database: new Map(),
    base: new Map(),
    open: [],
    lastCompleteReadAt: 0,
    pass: { stage: 'idle' },
    inFlight: [],
    addedAt: new Map(),
    now: 0,
    reads: 0,
    counter: 0,
    journal: newJournal(),
    trace: [],
  };
  for (let index = 0; index < rows; index += 1) addAgreedRow(world, `row ${index}`);
  return world;
}

function addAgreedRow(world: World, key: string): void {
  const values: Values = {
    name: key,
    low: fresh(world, 'low'),
    high: fresh(world, 'high'),
    motto: null,
    wish: null,
    tally: fresh(world, 'tally'),
  };
  world.lines.push(newLine(world, values));
  world.database.set(key, { key, version: 1, active: true, values, modifiedAt: 0 });
  world.base.set(key, { key, values, sent: {}, unseen: false });
  for (const [field, value] of Object.entries(values)) {
    world.journal.edit({ key, field, value });
    world.journal.write('sheet', { key, field, value });
    world.journal.write('database', { key, field, value });
  }
}

export function newLine(world: World, values: Values): Line {
  world.counter += 1;
  const raw: unknown[] = headers.map(() => '');
  for (const { field, type } of world.table.columns)
    raw[columnAt(world.table, field)] = type.render(values[field] ?? null);
  return { id: world.counter, raw };
}

/** A value that no cell has had, so that a lost edit shows. Fresh lows are below 1,000 and fresh highs above. */
export function fresh(world: World, field: string): CellValue {
  world.counter += 1;
  const text = (world.counter % 1000).toFixed(2);
  if (field === 'low') return text;
  if (field === 'high' || field === 'tally') return (1000 + world.counter).toFixed(2);
  return `text ${world.counter}`;
}

/**
 * Notes what somebody meant the cell to have. To write what counts as agreed, or what is on its way from the other side,
 * is no change of one's own that could be lost.
 */
export function noteEdit({ base, journal }: World, side: Side, cell: Cell): void {
  journal.write(side, cell);
  const known = base.get(cell.key);
  const isAgreed = known && (known.values[cell.field] ?? null) === cell.value;
  const isKnown = isAgreed || known?.sent[cell.field]?.includes(cell.value);
  if (!isKnown) journal.edit(cell);
}

/** The line's key as the sync reads it, or undefined when it cannot be read. */
export function keyOf(world: World, line: Line): string | undefined {
  return valueOf(world, line, world.table.key) ?? undefined;
}

/** The key that people mean, though they may have broken it. */
export const meantKey = (world: World, line: Line): string | undefined => line.lostKey ?? keyOf(world, line);

/** The canonical value of a cell; undefined for a bad one. */
export function valueOf(world: World, line: Line, field: string): CellValue | undefined {
  const column = world.table.columns.find((one) => one.field === field);
  const parsed = column?.type.parse(line.raw[columnAt(world.table, field)]);
  if (!parsed?.ok) return undefined;
  return parsed.value === null && column?.required ? undefined : parsed.value;
}
