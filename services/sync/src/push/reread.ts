import type { Parsed } from '@opsheet/shared/reference/column';
import type { Column } from '@opsheet/shared/reference/table';
import type { Cells } from '../sheets/sheets.ts';
import type { View } from './view.ts';
import type { SkipReason } from '../stages.ts';

/** The columns as they stand just before the write. Rows count from 0, the header being 0. */
export type Reread = {
  /** Where each id stands now. An id in two rows has no row: nobody can say which is meant. */
  readonly rows: ReadonlyMap<string, number>;
  /** Every id that stands somewhere. */
  readonly standing: ReadonlySet<string>;
  readonly cell: (row: number, column: number) => unknown;
  readonly head: (column: number) => string | undefined;
  /** Why a cell must not be written, or undefined. `expected` is what the plan saw in it. */
  readonly obstacle: (column: Column, row: number, expected: Parsed | undefined) => SkipReason | undefined;
};

/** `columns` are the cells of the view's ranges, in their order. */
export function rereadOf({ applied: { table, sheet }, columns: numbers }: View, columns: readonly Cells[]): Reread {
  const at = sheet.layout.columns;
  const byNumber = new Map(numbers.map((column, index) => [column, columns[index] ?? []]));
  const cell = (row: number, column: number): unknown => byNumber.get(column)?.[row]?.[0];
  const head = (column: number) => {
    const text = cell(0, column) ?? '';
    return typeof text === 'string' ? text.trim() : undefined;
  };
  const key = table.columns.find(({ field }) => field === table.key);
  return {
    ...standingIds(key, byNumber.get(at[table.key] ?? -1) ?? []),
    cell,
    head,
    obstacle(column, row, expected) {
      const number = at[column.field] ?? -1;
      if (head(number) !== column.header) return 'column moved';
      const now = cell(row, number);
      if (typeof now === 'string' && now.startsWith('=')) return 'formula';
      return expected && sameParsed(column.type.parse(now), expected) ? undefined : 'edited meanwhile';
    },
  };
}

function standingIds(key: Column | undefined, cells: Cells): Pick<Reread, 'rows' | 'standing'> {
  const rows = new Map<string, number>();
  const standing = new Set<string>();
  cells.forEach(([cell], row) => {
    const id = row > 0 ? key?.type.parse(cell) : undefined;
    if (!id?.ok || id.value === null) return;
    if (standing.has(id.value)) rows.delete(id.value);
    else rows.set(id.value, row);
    standing.add(id.value);
  });
  return { rows, standing };
}

const sameParsed = (a: Parsed, b: Parsed): boolean => (a.ok && b.ok ? a.value === b.value : a.ok === b.ok);
