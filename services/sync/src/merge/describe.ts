import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { Table } from '@opsheet/shared/reference/table';
import type { Conflict, DatabaseChange, DatabaseRow, SheetChange, TablePlan, Values } from './model.ts';

/** A plan in words, a line per change: `EmployeeSettings 700100001: Hourly wage 15.00 → 20.00`. */
export type PlanInWords = { toDatabase: string[]; toSheet: string[]; conflicts: string[]; errors: string[] };

/** `database` holds the rows that the plan was made from. */
export function describePlan(table: Table, plan: TablePlan, database: ReadonlyMap<string, DatabaseRow>): PlanInWords {
  const line = (key: string, words: string) => `${table.tab} ${key}: ${words}`;
  return {
    toDatabase: plan.toDatabase.map((change) =>
      line(change.key, databaseWords(table, change, database.get(change.key)?.values ?? {})),
    ),
    toSheet: plan.toSheet.map((change) => line(change.key, sheetWords(table, change))),
    conflicts: plan.conflicts.map((conflict) => line(conflict.key, conflictWords(table, conflict))),
    errors: plan.notes
      .filter(({ text }) => text !== '')
      .map((note) => `${table.tab} row ${note.position}: ${note.text}`),
  };
}

function databaseWords(table: Table, change: DatabaseChange, before: Values): string {
  switch (change.kind) {
    case 'insert':
      return `new: ${listed(table, change.values)}`;
    case 'update':
      return edits(table, change.values, (field) => shown(before[field]));
    case 'retire':
      return table.whenGone === 'inactive' ? 'becomes inactive' : 'is removed';
  }
}

function sheetWords(table: Table, change: SheetChange): string {
  switch (change.kind) {
    case 'append':
      return `new row: ${listed(table, change.values)}`;
    case 'update':
      return edits(table, change.values, (field) => {
        const cell = change.expected[field];
        return cell?.ok ? shown(cell.value) : 'unreadable';
      });
    case 'delete':
      return 'the row is deleted';
  }
}

function conflictWords(table: Table, conflict: Conflict): string {
  const cell = `${headerOf(table, conflict.field)} ${shown(conflict.sheetValue)} in the sheet, ${shown(conflict.databaseValue)} in the database`;
  return conflict.winner === 'open' ? `${cell}; a person has to decide` : `${cell}; the ${conflict.winner} wins`;
}

const edits = (table: Table, values: Values, before: (field: string) => string) =>
  Object.entries(values)
    .map(([field, value]) => `${headerOf(table, field)} ${before(field)} → ${shown(value)}`)
    .join(', ');

const listed = (table: Table, values: Values) =>
  Object.entries(values)
    .filter(([field, value]) => field !== table.key && value !== null)
    .map(([field, value]) => `${headerOf(table, field)} ${value}`)
    .join(', ');

const headerOf = (table: Table, field: string) =>
  table.columns.find((column) => column.field === field)?.header ?? field;

const shown = (value: CellValue | undefined) => value ?? 'empty';
