import { isEmpty } from '@opsheet/shared/reference/column';
import { noteHeader } from '@opsheet/shared/reference/table';
import type { Note, SheetChange } from '../merge/model.ts';
import type { CellInput, Cells } from '../sheets/sheets.ts';
import { columnsRead } from '../sheets/a1.ts';
import { cellRuns, type PlannedCell, type PlannedWrite } from './planned-write.ts';
import { type Reread, rereadOf } from './reread.ts';
import type { View } from './view.ts';
import type { AppliedTable, Skipped } from '../stages.ts';

/** What may be written of a table's plan, and what is left out. `written` are the rows of which nothing is. */
export type Draft = {
  readonly applied: AppliedTable;
  readonly writes: readonly PlannedWrite[];
  readonly skipped: readonly Skipped[];
  readonly written: readonly string[];
};

/** A draft in the making. `cells` maps column → row → what is written there. */
type Sheet = {
  readonly view: View;
  readonly now: Reread;
  readonly cells: Map<number, Map<number, PlannedCell>>;
  readonly appends: PlannedWrite[];
  readonly deletions: { row: number; key: string }[];
  readonly skipped: Skipped[];
  readonly written: string[];
};

type Change<Kind extends SheetChange['kind']> = Extract<SheetChange, { kind: Kind }>;

/** Decides, cell by cell against the re-read, what may be written and where. Pure. `columns` are in the view's order. */
export function draftWrites(view: View, columns: readonly Cells[]): Draft {
  const sheet: Sheet = {
    view,
    now: rereadOf(view, columns),
    cells: new Map(),
    appends: [],
    deletions: [],
    skipped: [],
    written: [],
  };
  for (const change of view.applied.plan.toSheet) {
    const left = tryChange(sheet, change);
    if (left.length === 0) sheet.written.push(change.key);
    sheet.skipped.push(...left);
  }
  writeNotes(sheet);
  return { applied: view.applied, writes: inOrder(sheet), skipped: sheet.skipped, written: sheet.written };
}

/** What has to be left out of the change. */
function tryChange(sheet: Sheet, change: SheetChange): Skipped[] {
  switch (change.kind) {
    case 'update':
      return update(sheet, change);
    case 'append':
      return append(sheet, change);
    case 'delete':
      return remove(sheet, change);
  }
}

function update(draft: Sheet, { key, values, expected }: Change<'update'>): Skipped[] {
  const { view, now, cells } = draft;
  const { table, sheet } = view.applied;
  const row = now.rows.get(key);
  return Object.entries(values).flatMap(([field, value]): Skipped[] => {
    const column = table.columns.find((one) => one.field === field);
    if (row === undefined || !column) return [notFound(draft, key, field)];
    const reason = now.obstacle(column, row, expected[field]);
    if (reason) return [{ key, field, reason }];
    put(
      cells,
      { row, column: sheet.layout.columns[field] ?? -1 },
      { value: column.type.render(value), place: { table: table.name, key, field } },
    );
    return [];
  });
}

function append({ view, now, appends }: Sheet, { key, values }: Change<'append'>): Skipped[] {
  if (now.standing.has(key)) return [{ key, field: null, reason: 'row there already' }];
  const { table, sheet } = view.applied;
  const line: (CellInput | null)[] = [];
  for (const { field, type } of table.columns)
    line[sheet.layout.columns[field] ?? 0] = type.render(values[field] ?? null);
  const cells = Array.from(line, (value) => value ?? null);
  appends.push({
    write: { kind: 'append', sheetId: view.tab.sheetId, cells },
    places: [{ table: table.name, key, field: null }],
  });
  return [];
}

function remove(draft: Sheet, { key, expected }: Change<'delete'>): Skipped[] {
  const { view, now, deletions } = draft;
  const row = now.rows.get(key);
  if (row === undefined) return [notFound(draft, key, null)];
  const edited = view.applied.table.columns.some((column) => now.obstacle(column, row, expected[column.field]));
  if (edited) return [{ key, field: null, reason: 'edited meanwhile' }];
  deletions.push({ row, key });
  return [];
}

/** A row whose id is a formula cannot be found by its id: it waits, as what Google refuses does, until a person mends it. */
function notFound({ view, now }: Sheet, key: string, field: string | null): Skipped {
  const { table, sheet } = view.applied;
  const position = sheet.rows.get(key)?.position ?? 0;
  const id = now.cell(position - 1, sheet.layout.columns[table.key] ?? -1);
  if (typeof id !== 'string' || !id.startsWith('=')) return { key, field, reason: 'row gone' };
  const detail = `the id of row ${position} is a formula: write the id itself, so that sync can find the row`;
  return { key, field, reason: 'refused', detail };
}

/**
 * Somebody may have put a column of his own where ours is or would begin: then the notes wait. A column that no pass
 * reads takes none: they would never be seen.
 */
function writeNotes({ view, now, cells }: Sheet): void {
  const { plan, sheet, table } = view.applied;
  const isNew = sheet.layout.note === null;
  if (view.noteColumn >= columnsRead) return;
  if (plan.notes.length === 0 || now.head(view.noteColumn) !== (isNew ? '' : noteHeader)) return;
  const noPlace = { table: table.name, key: null, field: null };
  if (isNew) put(cells, { row: 0, column: view.noteColumn }, { value: noteHeader, place: noPlace });
  const keyColumn = sheet.layout.columns[table.key] ?? 0;
  for (const note of plan.notes) {
    const row = rowOfNote(now, note, { keyColumn, planned: view.planned });
    if (row !== undefined) put(cells, { row, column: view.noteColumn }, { value: note.text, place: noPlace });
  }
}

/** Where the row of a note stands: at its place if that has the same id still, else wherever its id stands. */
function rowOfNote(
  now: Reread,
  { position, key }: Note,
  { keyColumn, planned }: { keyColumn: number; planned: Cells },
): number | undefined {
  const row = position - 1;
  const [seen, stands] = [planned[row]?.[keyColumn], now.cell(row, keyColumn)];
  // An empty cell is '' before others of its row and absent after the last of its column.
  if (stands === seen || (isEmpty(stands) && isEmpty(seen))) return row;
  return key === null ? undefined : now.rows.get(key);
}

function put(cells: Sheet['cells'], { row, column }: { row: number; column: number }, cell: PlannedCell): void {
  const rows = cells.get(column) ?? new Map<number, PlannedCell>();
  cells.set(column, rows.set(row, cell));
}

/** Cells at the places that were read, then deletions from the bottom up, so that none moves the next, then new rows. */
function inOrder({ view, cells, deletions, appends }: Sheet): PlannedWrite[] {
  const { sheetId, columns } = view.tab;
  const table = view.applied.table.name;
  const isNew = view.applied.sheet.layout.note === null;
  const lacking = isNew && cells.has(view.noteColumn) ? view.noteColumn + 1 - columns : 0;
  return [
    ...(lacking > 0 ? [{ write: { kind: 'add columns' as const, sheetId, count: lacking }, places: [] }] : []),
    ...cellRuns(sheetId, cells),
    ...deletions
      .sort((a, b) => b.row - a.row)
      .map(({ row, key }) => ({
        write: { kind: 'delete row' as const, sheetId, row },
        places: [{ table, key, field: null }],
      })),
    ...appends,
  ];
}
