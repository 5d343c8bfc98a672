import type { Parsed } from '@opsheet/shared/reference/column';
import { type Column, noteHeader, type Table } from '@opsheet/shared/reference/table';
import type { AppliedTable } from '../apply.ts';
import type { Note, SheetChange } from '../merge/model.ts';
import type { CellInput, Cells, SheetWrite } from '../sheets/sheets.ts';
import type { SkipReason, Skipped } from './push.ts';
import { cellRuns } from './runs.ts';
import type { View } from './view.ts';

export type Draft = { applied: AppliedTable; writes: SheetWrite[]; skipped: Skipped[]; written: string[] };

/** `columns` as re-read, in the order of the view's; `planned` are the cells that the plan was made from. */
type Reading = { columns: readonly Cells[]; planned: Cells };

type Update = Extract<SheetChange, { kind: 'update' }>;
type Deletion = Extract<SheetChange, { kind: 'delete' }>;

/** Decides, cell by cell against the re-read, what of a plan may be written and where. Pure. */
export function draftWrites(view: View, { columns, planned }: Reading): Draft {
  const { applied, tab } = view;
  const { table, plan, sheet } = applied;
  const at = sheet.layout.columns;
  const byField = new Map(table.columns.map((column) => [column.field, column]));
  const reread = new Map(view.columns.map((column, index) => [column, columns[index] ?? []]));
  const cellAt = (row: number, column: number): unknown => reread.get(column)?.[row]?.[0];
  const { rows, standing } = rowsByKey(table, at[table.key] ?? 0, reread);
  const headAt = (column: number) => {
    const head = cellAt(0, column) ?? '';
    return typeof head === 'string' ? head.trim() : undefined;
  };
  const inPlace = ({ field, header }: Column) => headAt(at[field] ?? -1) === header;

  const cells = new Map<number, Map<number, CellInput>>();
  const put = (row: number, column: number, value: CellInput) => {
    const run = cells.get(column) ?? new Map<number, CellInput>();
    cells.set(column, run.set(row, value));
  };
  const appends: SheetWrite[] = [];
  const deletions: number[] = [];
  const skipped: Skipped[] = [];
  const written: string[] = [];

  /** Why a cell must not be written, or undefined. */
  function obstacle(column: Column, row: number, expected: Parsed | undefined): SkipReason | undefined {
    if (!inPlace(column)) return 'column moved';
    const now = cellAt(row, at[column.field] ?? -1);
    if (typeof now === 'string' && now.startsWith('=')) return 'formula';
    return expected && sameParsed(column.type.parse(now), expected) ? undefined : 'edited meanwhile';
  }

  function update({ key, values, expected }: Update): void {
    const row = rows.get(key);
    const obstacles = Object.entries(values).flatMap(([field, value]): Skipped[] => {
      const column = byField.get(field);
      if (row === undefined || !column) return [{ key, field, reason: 'row gone' }];
      const reason = obstacle(column, row, expected[field]);
      if (reason) return [{ key, field, reason }];
      put(row, at[field] ?? -1, column.type.render(value));
      return [];
    });
    if (obstacles.length === 0) written.push(key);
    skipped.push(...obstacles);
  }

  function append({ key, values }: Extract<SheetChange, { kind: 'append' }>): void {
    if (standing.has(key)) {
      skipped.push({ key, field: null, reason: 'row there already' });
      return;
    }
    const line: (CellInput | null)[] = [];
    for (const column of table.columns) line[at[column.field] ?? -1] = column.type.render(values[column.field] ?? null);
    appends.push({ kind: 'append', sheetId: tab.sheetId, cells: Array.from(line, (value) => value ?? null) });
    written.push(key);
  }

  function remove({ key, expected }: Deletion): void {
    const row = rows.get(key);
    const changed = row !== undefined && table.columns.some((column) => obstacle(column, row, expected[column.field]));
    if (row === undefined || changed) {
      skipped.push({ key, field: null, reason: row === undefined ? 'row gone' : 'edited meanwhile' });
      return;
    }
    deletions.push(row);
    written.push(key);
  }

  function note({ position, key, text }: Note): void {
    const keyColumn = at[table.key] ?? 0;
    const still = cellAt(position - 1, keyColumn) === planned[position - 1]?.[keyColumn];
    const row = still ? position - 1 : key === null ? undefined : rows.get(key);
    if (row !== undefined) put(row, view.noteColumn, text);
  }

  for (const change of plan.toSheet) {
    if (change.kind === 'update') update(change);
    else if (change.kind === 'append') append(change);
    else remove(change);
  }
  // Somebody may have put a column of his own where ours would begin or was: then the notes wait.
  const noteHead = headAt(view.noteColumn);
  const ownNotes = sheet.layout.note === null ? noteHead === '' : noteHead === noteHeader;
  if (ownNotes && plan.notes.length > 0) {
    if (sheet.layout.note === null) put(0, view.noteColumn, noteHeader);
    for (const one of plan.notes) note(one);
  }
  return { applied, writes: inOrder({ view, cells, deletions, appends }), skipped, written };
}

type Parts = { view: View; cells: Map<number, Map<number, CellInput>>; deletions: number[]; appends: SheetWrite[] };

/** Cells at the places that were read, then deletions from the bottom up, so that none moves the next, then new rows. */
function inOrder({ view, cells, deletions, appends }: Parts): SheetWrite[] {
  const { sheetId, columns } = view.tab;
  const lacking = cells.has(view.noteColumn) ? view.noteColumn + 1 - columns : 0;
  return [
    ...(lacking > 0 ? [{ kind: 'add columns' as const, sheetId, count: lacking }] : []),
    ...cellRuns(sheetId, cells),
    ...deletions.sort((a, b) => b - a).map((row) => ({ kind: 'delete row' as const, sheetId, row })),
    ...appends,
  ];
}

type Standing = { rows: ReadonlyMap<string, number>; standing: ReadonlySet<string> };

/** Where each id stands now. An id in two rows has no row: nobody can say which is meant. */
function rowsByKey(table: Table, keyColumn: number, reread: ReadonlyMap<number, Cells>): Standing {
  const type = table.columns.find(({ field }) => field === table.key)?.type;
  const rows = new Map<string, number>();
  const standing = new Set<string>();
  (reread.get(keyColumn) ?? []).forEach((line, row) => {
    const parsed = row > 0 ? type?.parse(line[0]) : undefined;
    if (!parsed?.ok || parsed.value === null) return;
    if (standing.has(parsed.value)) rows.delete(parsed.value);
    else rows.set(parsed.value, row);
    standing.add(parsed.value);
  });
  return { rows, standing };
}

const sameParsed = (a: Parsed, b: Parsed): boolean => (a.ok && b.ok ? a.value === b.value : a.ok === b.ok);
