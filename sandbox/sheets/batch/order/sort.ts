import { Refusal } from '../../errors.ts';
import type { Cell, Scalar } from '../../grid/cell.ts';
import { rowAt, setRow } from '../../grid/grid.ts';
import type { Row } from '../../grid/grid.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { int32, list, oneOf } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

const SortSpec = message('SortSpec', {
  dimensionIndex: int32,
  sortOrder: oneOf('SortOrder', ['ASCENDING', 'DESCENDING']),
});
type SortSpec = Read<typeof SortSpec>;

/** Sorts the rows of a range; cells beside the range stay. `dimensionIndex` counts from the first column of the sheet. */
export const sortRange = kind(
  message('SortRangeRequest', { range: GridRange, sortSpecs: list(SortSpec) }),
  (edit, { range, sortSpecs = [] }) => {
    const { sheet, area } = cellsOf(edit.book, range);
    if (sortSpecs.length === 0) throw new Refusal('Must specify at least one sort spec.');
    guard(edit, sheet, area);
    const rows = Array.from({ length: area.bottom - area.top }, (_, index) => rowAt(sheet.grid, area.top + index));
    const sorted = rows.toSorted((a, b) => compareRows(a, b, sortSpecs));
    sorted.forEach((from, index) => {
      const row = area.top + index;
      if (from.length === 0 && row >= sheet.grid.rows.length) return;
      setRow(sheet.grid, row, spliceRow(rowAt(sheet.grid, row), from, area));
    });
  },
);

/** A row with the cells of another between two columns. */
function spliceRow(row: Row, from: Row, { left, right }: { left: number; right: number }): Row {
  const length = Math.max(row.length, Math.min(right, from.length));
  return Array.from({ length }, (_, column) => (column >= left && column < right ? from[column] : row[column]));
}

function compareRows(a: Row, b: Row, specs: readonly SortSpec[]): number {
  for (const { dimensionIndex = 0, sortOrder } of specs) {
    const order = compareCells(a[dimensionIndex], b[dimensionIndex], sortOrder === 'DESCENDING' ? -1 : 1);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers come before texts, texts before booleans; empty cells are last in either direction. */
function compareCells(a: Cell | undefined, b: Cell | undefined, direction: 1 | -1): number {
  if (a?.value === undefined || b?.value === undefined)
    return Number(a?.value === undefined) - Number(b?.value === undefined);
  return direction * (rank(a.value) - rank(b.value) || compareAlike(a.value, b.value));
}

const rank = (value: Scalar) => ['number', 'string', 'boolean'].indexOf(typeof value);
const collator = new Intl.Collator('en');

function compareAlike(a: Scalar, b: Scalar): number {
  return typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : Number(a) - Number(b);
}
