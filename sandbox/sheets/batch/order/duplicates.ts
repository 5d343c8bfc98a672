import { Refusal } from '../../errors.ts';
import { cellAt, editArea } from '../../grid/grid.ts';
import { hasValue } from '../../grid/cell.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { linesOf } from '../../spreadsheet/dimension-range.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import { permuteRows } from '../../spreadsheet/permute.ts';
import { message } from '../../wire/message.ts';
import { DimensionRange, GridRange } from '../../wire/messages.ts';
import { list } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

/**
 * Removes the rows of a range that are like one above, without regard to case. Those that stay move together, and leave
 * empty rows at the end of the range; what is outside of it stays (Google's reference).
 */
export const deleteDuplicates = kind(
  message('DeleteDuplicatesRequest', { range: GridRange, comparisonColumns: list(DimensionRange) }),
  (edit, { range, comparisonColumns = [] }) => {
    const place = cellsOf(edit.book, range);
    const { sheet, area } = place;
    const columns = comparedColumns(edit, place, comparisonColumns);
    const { kept, removed } = partRows(place, columns);
    if (removed.length === 0) return { deleteDuplicates: {} };
    permuteRows(edit, place, [...kept, ...removed]);
    const bottom = Math.min(area.bottom, sheet.grid.rows.length);
    editArea(sheet.grid, { ...area, top: area.top + kept.length, bottom }, () => undefined);
    return { deleteDuplicates: { duplicatesRemovedCount: removed.length } };
  },
);

function comparedColumns({ book }: Edit, { area }: Located, ranges: readonly DimensionRange[]): number[] {
  const spans = ranges.map((range) => linesOf(book, range));
  if (spans.some(({ dimension }) => dimension !== 'COLUMNS')) {
    throw new Refusal('The comparison columns must be columns.');
  }
  if (spans.some(({ start, end }) => start < area.left || end > area.right)) {
    throw new Refusal('The comparison columns must lie within the range.');
  }
  const all = Array.from({ length: area.right - area.left }, (_, index) => area.left + index);
  if (spans.length === 0) return all;
  return all.filter((column) => spans.some(({ start, end }) => start <= column && column < end));
}

type Parted = { kept: number[]; removed: number[] };

/** The empty rows below the last value of the range are no duplicates of each other. */
function partRows({ sheet: { grid }, area }: Located, columns: readonly number[]): Parted {
  const lines = grid.rows.slice(area.top, area.bottom);
  const end = area.top + lines.findLastIndex((row) => row.slice(area.left, area.right).some(hasValue)) + 1;
  const rows = Array.from({ length: area.bottom - area.top }, (_, index) => area.top + index);
  const seen = new Set<string>();
  const { kept = [], removed = [] } = Object.groupBy(rows, (row) => {
    if (row >= end) return 'kept';
    const key = JSON.stringify(columns.map((column) => cellAt(grid, row, column)?.value ?? null)).toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? 'kept' : 'removed';
  });
  return { kept, removed };
}
