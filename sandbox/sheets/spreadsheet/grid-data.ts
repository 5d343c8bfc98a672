import type { Area } from '../grid/area.ts';
import { rowAt } from '../grid/grid.ts';
import type { Dimension, Row } from '../grid/grid.ts';
import { hiddenByFilter } from '../overlay/hidden-rows.ts';
import { describeCell } from './describe-cell.ts';
import type { CellView } from './describe-cell.ts';
import type { Sheet } from './spreadsheet.ts';

const defaultRowPixels = 21;
const defaultColumnPixels = 100;

/** GridData of an area that lies inside the grid: cells up to the last that holds something, and every row's and column's size. */
export function describeGrid(sheet: Sheet, { top, left, bottom, right }: Area, view: CellView) {
  const { grid } = sheet;
  const isHidden = hiddenByFilter(sheet, view.locale);
  const last = Math.min(bottom, grid.rows.length);
  const rowData = Array.from({ length: Math.max(0, last - top) }, (_, index) =>
    describeRow(rowAt(grid, top + index).slice(left, right), view),
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

function describeRow(cells: Row, view: CellView) {
  const values = cells
    .slice(0, cells.findLastIndex((cell) => cell !== undefined) + 1)
    .map((cell) => describeCell(cell, view));
  return values.length > 0 ? { values } : {};
}
