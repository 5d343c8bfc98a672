import { tableNamed } from '@opsheet/shared/reference/tables/all';
import type { DatabaseChange, SheetChange, TablePlan } from './model.ts';

/**
 * Why this plan must not be carried out before the owner has approved it, in words for him, or null. `databaseRows` is
 * the number of active rows. Rows that are new on a side are never a reason.
 */
export function holdReason(plan: TablePlan, { databaseRows }: { databaseRows: number }): string | null {
  const inDatabase = count(plan.toDatabase);
  const inSheet = count(plan.toSheet);
  // Both sides end with the same rows: from there back to what the sheet shows now.
  const rowsAfter = databaseRows + inDatabase.added - inDatabase.deleted;
  const sheetRows = rowsAfter + inSheet.deleted - inSheet.added;
  const reason =
    tooMuch({ ...inDatabase, where: 'in the database', rows: databaseRows, rowsAfter }) ??
    tooMuch({ ...inSheet, where: 'in the sheet', rows: sheetRows, rowsAfter });
  return reason === null ? null : `${tableNamed[plan.table].tab}: ${reason}`;
}

type Counts = { added: number; deleted: number; edited: number };

const kinds = {
  insert: 'added',
  append: 'added',
  retire: 'deleted',
  delete: 'deleted',
  update: 'edited',
} as const satisfies Record<(DatabaseChange | SheetChange)['kind'], keyof Counts>;

function count(changes: readonly (DatabaseChange | SheetChange)[]): Counts {
  const counts = { added: 0, deleted: 0, edited: 0 };
  for (const { kind } of changes) counts[kinds[kind]] += 1;
  return counts;
}

type Blow = Counts & { where: string; rows: number; rowsAfter: number };

function tooMuch({ deleted, edited, where, rows, rowsAfter }: Blow): string | null {
  if (deleted > 0 && rowsAfter === 0) return `every row (${rows}) would be deleted ${where}`;
  if (deleted >= 3 && deleted * 5 > rows) return `${deleted} of ${rows} rows would be deleted ${where}`;
  if (edited > 10 && edited * 10 > rows * 3) return `${edited} of ${rows} rows would be changed ${where}`;
  if (deleted + edited > 500) return `${deleted + edited} of ${rows} rows would be deleted or changed ${where}`;
  return null;
}
