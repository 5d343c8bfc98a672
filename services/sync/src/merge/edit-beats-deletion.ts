import { isWithinWindow } from './decide.ts';
import type { Draft } from './draft.ts';
import type { BaseRow, DatabaseRow, SheetRow, Values } from './model.ts';
import { editedCells, editedFields } from './row-values.ts';

type KeptRow = { sheet: SheetRow; base: BaseRow; values: Values; retired: DatabaseRow | undefined };

/** The database retired a row that people have edited in the sheet: each edit is a conflict that the sheet wins. */
export function keepSheetEdits(draft: Draft, { sheet, base, values, retired }: KeptRow): void {
  const { readAt } = draft.input.times;
  for (const field of editedCells(draft.table, sheet, base)) {
    draft.conflicts.push({
      key: base.key,
      field,
      base: base.values[field] ?? null,
      sheetValue: values[field] ?? null,
      databaseValue: null,
      winner: 'sheet',
      decidable: true,
      withinWindow: isWithinWindow(retired?.modifiedAt ?? readAt, readAt),
    });
  }
}

/** People deleted a row in the sheet that the database has edited: each edit is a conflict that the database wins. */
export function keepDatabaseEdits(draft: Draft, database: DatabaseRow, base: BaseRow): void {
  for (const field of editedFields(draft.table, database, base)) {
    draft.conflicts.push({
      key: base.key,
      field,
      base: base.values[field] ?? null,
      sheetValue: null,
      databaseValue: database.values[field] ?? null,
      winner: 'database',
      decidable: true,
      withinWindow: isWithinWindow(database.modifiedAt, draft.input.times.readAt),
    });
  }
}
