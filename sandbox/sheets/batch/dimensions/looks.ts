import type { Dimension } from '../../grid/grid.ts';
import type { LinesOf } from '../../spreadsheet/dimension-range.ts';

/** Changes the size or visibility of rows or columns, one after the other; those past the grid are passed over. */
export function updateLooks(
  { sheet: { grid }, dimension, start, end, count }: LinesOf,
  change: (look: Dimension, index: number) => Dimension,
): void {
  const looks = dimension === 'ROWS' ? grid.rowDimensions : grid.columnDimensions;
  for (let index = start; index < Math.min(end, count); index += 1) looks[index] = change(looks[index] ?? {}, index);
}
