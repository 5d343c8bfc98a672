import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { Table } from '@opsheet/shared/reference/table';
import type { CellSide } from './decide.ts';
import type { BaseRow, DatabaseRow, SheetRow, Values } from './model.ts';

/** What is wrong with the row's cells, in words for its Sync column; '' when all are good. */
export function badCells(table: Table, row: SheetRow): string {
  const reasons: string[] = [];
  for (const { field, writer } of table.columns) {
    const cell = row.cells[field];
    if (cell && !cell.ok && writer !== 'database') reasons.push(cell.reason);
  }
  return reasons.join('; ');
}

/** Whether people have changed the row since both sides agreed. */
export function sheetSide(table: Table, row: SheetRow, base: BaseRow): CellSide {
  return editedCells(table, row, base).length > 0 ? 'changed' : 'same';
}

/** Whether the database's row has changed since both sides agreed. */
export function databaseSide(table: Table, row: DatabaseRow, base: BaseRow): CellSide {
  return editedFields(table, row, base).length > 0 ? 'changed' : 'same';
}

/** The fields that people have edited. A bad cell is no edit (yet), nor is our own echo. */
export function editedCells(table: Table, row: SheetRow, base: BaseRow): string[] {
  return table.columns
    .filter(({ field, writer }) => {
      const cell = row.cells[field];
      if (writer === 'database' || !cell?.ok) return false;
      return cell.value !== base.values[field] && !base.sent[field]?.includes(cell.value);
    })
    .map(({ field }) => field);
}

/** The fields that the database has edited. An empty one that never was agreed is none: a new row may have empty columns. */
export function editedFields(table: Table, row: DatabaseRow, base: BaseRow): string[] {
  return table.columns
    .filter(({ field, writer }) => writer !== 'sheet' && row.values[field] !== (base.values[field] ?? null))
    .map(({ field }) => field);
}

/**
 * The row that the database gets when the sheet's row is new to it, or why it gets none. A bad cell counts as its last
 * good value, else as empty where it may be. Columns that only the database writes are left to it.
 */
export function newRow(
  table: Table,
  row: SheetRow,
  base: BaseRow | undefined,
): { ok: true; values: Values } | { ok: false; reason: string } {
  const values: Record<string, CellValue> = {};
  for (const { field, required, writer } of table.columns) {
    if (writer === 'database') continue;
    const cell = row.cells[field];
    const value = cell?.ok ? cell.value : (base?.values[field] ?? null);
    if (value === null && required) return { ok: false, reason: badCells(table, row) };
    values[field] = value;
  }
  const reason = table.check(values);
  return reason === null ? { ok: true, values } : { ok: false, reason: joined(badCells(table, row), reason) };
}

export const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('; ');
