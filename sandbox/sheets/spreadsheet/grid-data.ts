import type { Area } from '../grid/area.ts';
import type { Cell, Scalar } from '../grid/cell.ts';
import { rowAt } from '../grid/grid.ts';
import type { Dimension, Row } from '../grid/grid.ts';
import { display } from '../format/display.ts';
import type { Locale } from '../locale/locale.ts';
import type { Sheet } from './spreadsheet.ts';

const defaultRowPixels = 21;
const defaultColumnPixels = 100;

/** GridData of an area that lies inside the grid: cells up to the last that holds something, and every row's and column's size. */
export function describeGrid({ grid }: Sheet, { top, left, bottom, right }: Area, locale: Locale) {
  const last = Math.min(bottom, grid.rows.length);
  const rowData = Array.from({ length: Math.max(0, last - top) }, (_, index) =>
    describeRow(rowAt(grid, top + index).slice(left, right), locale),
  );
  return {
    ...(top > 0 && { startRow: top }),
    ...(left > 0 && { startColumn: left }),
    ...(rowData.length > 0 && { rowData }),
    rowMetadata: Array.from({ length: bottom - top }, (_, index) =>
      describeDimension(grid.rowDimensions[top + index], defaultRowPixels),
    ),
    columnMetadata: Array.from({ length: right - left }, (_, index) =>
      describeDimension(grid.columnDimensions[left + index], defaultColumnPixels),
    ),
  };
}

const describeDimension = ({ hiddenByUser, pixelSize }: Dimension = {}, defaultPixels: number) => ({
  ...(hiddenByUser && { hiddenByUser }),
  pixelSize: pixelSize ?? defaultPixels,
});

function describeRow(cells: Row, locale: Locale) {
  const values = cells
    .slice(0, cells.findLastIndex((cell) => cell !== undefined) + 1)
    .map((cell) => describeCell(cell, locale));
  return values.length > 0 ? { values } : {};
}

function describeCell(cell: Cell | undefined, locale: Locale) {
  if (!cell) return {};
  const { value, formula, format, note } = cell;
  return {
    ...(value !== undefined && {
      userEnteredValue: formula === undefined ? extendedValue(value) : { formulaValue: formula },
    }),
    ...(value !== undefined && { effectiveValue: formula === undefined ? extendedValue(value) : resultOf(value) }),
    ...(value !== undefined && { formattedValue: display(cell, locale) }),
    ...(format && { userEnteredFormat: format, effectiveFormat: format }),
    ...(note && { note }),
  };
}

const errorTypes: Readonly<Record<string, string>> = {
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#NAME?': 'NAME',
  '#ERROR!': 'ERROR',
};

function resultOf(value: Scalar) {
  const type = typeof value === 'string' ? errorTypes[value] : undefined;
  return type ? { errorValue: { type } } : extendedValue(value);
}

function extendedValue(value: Scalar) {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}
