import { wholeColumn } from '../sheets/a1.ts';
import type { Cells, TabProperties } from '../sheets/sheets.ts';
import type { AppliedTable } from '../stages.ts';

/** The columns of one tab that are read again just before the write. */
export type View = {
  readonly applied: AppliedTable;
  readonly tab: TabProperties;
  /** Column numbers, 0 being A, in the order of `ranges`. */
  readonly columns: readonly number[];
  readonly ranges: readonly string[];
  /** Where notes go: the Sync column, or the first free one, which then gets its header. */
  readonly noteColumn: number;
  /** The cells that the plan was made from. */
  readonly planned: Cells;
};

/** The id column, every column to be written, and for a deletion the whole row, so that nothing unseen is deleted. */
export function viewOf(applied: AppliedTable, { tab, planned }: { tab: TabProperties; planned: Cells }): View {
  const { table, plan } = applied;
  const { columns: at, note } = applied.sheet.layout;
  const noteColumn = note ?? firstFree(planned);
  const fields = new Set([table.key]);
  for (const change of plan.toSheet) {
    if (change.kind === 'update') for (const field of Object.keys(change.values)) fields.add(field);
    if (change.kind === 'delete') for (const { field } of table.columns) fields.add(field);
  }
  const numbers = [...fields].flatMap((field) => at[field] ?? []);
  // A column beyond the grid cannot be read; it is empty.
  if (plan.notes.length > 0 && (note !== null || noteColumn < tab.columns)) numbers.push(noteColumn);
  return {
    applied,
    tab,
    columns: numbers,
    ranges: numbers.map((column) => wholeColumn(table.tab, column)),
    noteColumn,
    planned,
  };
}

/** The first column in which no row has anything: people write beside the table too, under no header. */
const firstFree = (cells: Cells): number => cells.reduce((most, row) => Math.max(most, row.length), 0);
