import type { Area } from '../../grid/area.ts';
import { rowAt } from '../../grid/grid.ts';
import type { Dimension, Row } from '../../grid/grid.ts';
import { hiddenByFilter } from '../../overlay/hidden-rows.ts';
import { looksOn } from '../../overlay/looks.ts';
import type { Spot } from '../../overlay/looks.ts';
import { describeCell } from './cell.ts';
import type { CellView } from './cell.ts';
import type { Sheet } from '../spreadsheet.ts';

const defaultRowPixels = 21;
const defaultColumnPixels = 100;

/** GridData of an area that lies inside the grid: cells up to the last that holds something, and every row's and column's size. */
export function describeGrid(sheet: Sheet, { top, left, bottom, right }: Area, view: CellView) {
  const { grid } = sheet;
  const isHidden = hiddenByFilter(sheet, view.locale);
  const looks = looksOn(sheet, view.locale);
  const describeAt = (spot: Spot) => describeCell(spot.cell, view, looks?.(spot));
  const last = Math.min(bottom, grid.rows.length);
  const rowData = Array.from({ length: Math.max(0, last - top) }, (_, index) =>
    describeRow(rowAt(grid, top + index), { row: top + index, left, right }, describeAt),
  );
  return {
    ...(top > 0 && { startRow: top }),
    ...(left > 0 && { startColumn: left }),
    ...(rowData.length > 0 && { rowData }),
    rowMetadata: Array.from({ length: bottom - top }, (_, index) => ({
      ...(isHidden(top + index) && { hiddenByFilter: true }),
      ...describeDimension(grid.rowDimensions[top + index], defaultRowPixels),
    })),
    columnMetadata: Array.from({ length: right - left }, (_, index) =>
      describeDimension(grid.columnDimensions[left + index], defaultColumnPixels),
    ),
  };
}

const describeDimension = ({ hiddenByUser, pixelSize }: Dimension = {}, defaultPixels: number) => ({
  ...(hiddenByUser && { hiddenByUser }),
  pixelSize: pixelSize ?? defaultPixels,
});

type Part = { readonly row: number; readonly left: number; readonly right: number };

/** An empty cell is `{}`. */
function describeRow(cells: Row, { row, left, right }: Part, describeAt: (spot: Spot) => object) {
  const shown = cells.slice(left, right);
  const values = shown
    .slice(0, shown.findLastIndex((cell) => cell !== undefined) + 1)
    .map((cell, index) => (cell ? describeAt({ row, column: left + index, cell }) : {}));
  return values.length > 0 ? { values } : {};
}
